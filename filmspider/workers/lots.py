"""What is given to a worker at once: large enough that giving it costs nothing, small enough that all end together."""

from __future__ import annotations

from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from filmspider.sources.files import PageFile
from filmspider.sources.http_cache import CachedAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from filmspider.sources.base import Divisible, Part

    Lot = list[Part]

_FILES = 32
_ONE_PAGE = (PageFile, CachedAnswer)


def lots(sources: Iterable[Divisible]) -> Iterator[Lot]:
    """Yield the parts of *sources*: files of one page some at a time, parts of an archive one by one."""
    parts = chain.from_iterable(source.parts() for source in sources)
    for are_files, group in groupby(parts, lambda part: isinstance(part, _ONE_PAGE)):
        while lot := list(islice(group, _FILES if are_files else 1)):
            yield lot
