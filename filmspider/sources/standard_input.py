"""Standard input: a page, or an archive of pages, told apart by what it begins with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from filmspider.sources.containers import reader_by_sign
from filmspider.sources.files import PageFile
from filmspider.sources.streams import forward

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import BinaryIO, Literal

    from filmspider.sources.base import Found


class StandardInput:
    """What is on standard input, read as it comes: a page, WARC or tar, packed or not, or cassette."""

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages; the uri of the one page, or of the archive, is ``-``."""
        stream = forward(sys.stdin.buffer)
        reader = reader_by_sign(stream.peek()) or PageFile
        yield from reader(_Once(stream), "-").pages(match)


class _Once(NamedTuple):
    """A file that was opened already."""

    stream: BinaryIO
    name: str = "-"

    def open(self, _: Literal["rb"], /) -> BinaryIO:
        return self.stream
