"""Where pages come from. Every source yields pages, rejections, or addresses that are still to be fetched."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from filmspider.sources.base import PassedOver, Remote, Source
from filmspider.sources.matching import TITLE_PAGES, pattern_of
from filmspider.sources.naming import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from filmspider.sources.base import Found

__all__ = ["PassedOver", "Remote", "Source", "open_sources", "pattern_of", "resolve"]


def open_sources(names: Sequence[str], *, remote: bool = False) -> Iterator[Found]:
    """Return the pages of all *names* one after another; see :func:`resolve` for what a name may be.

    Names are looked at before this returns, so what is missing raises :class:`SetupError` here and not midway.
    """
    return chain.from_iterable(source.pages(TITLE_PAGES) for source in resolve(names, remote=remote))
