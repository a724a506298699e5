"""Zip archives of pages, and WACZ, which is a zip with web archives in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Self
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from filmspider.items import Rejection
from filmspider.sources.bounds import BombError, is_bomb
from filmspider.sources.members import DAMAGES, Member, is_read, lost, pages_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import BinaryIO

    from filmspider.sources.base import File, Found

_AT_ITS_END = "a zip cannot be read as it comes, for its list of files stands at its end: save it and name the file"
_FEW = 64
_PARTS = 64


@dataclass(frozen=True)
class Zip:
    """A zip or WACZ file: each page file in it is read, and of its WARCs the records asked for.

    A part of one has the members from *first* to before *last*.
    """

    path: File
    uri: str
    first: int = 0
    last: int | None = None

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages in the archive's order; a page is called ``pages.zip!/folder/page.html``."""
        try:
            with self.path.open("rb") as stream:
                if stream.seekable():
                    yield from self._members(stream, match)
                else:
                    yield Rejection(reason="error", detail=_AT_ITS_END, uri=self.uri)
        except DAMAGES as error:
            yield lost(self.uri, error)

    def _members(self, stream: BinaryIO, match: re.Pattern[str]) -> Iterator[Found]:
        with ZipFile(stream) as archive:
            for info in archive.infolist()[self.first : self.last]:
                if is_read(info.filename) and not info.filename.endswith("/"):
                    yield from self._pages(archive, info, match)

    def parts(self) -> Iterator[Self]:
        """Yield the members some at a time; each part reads the archive's table of contents again."""
        try:
            with self.path.open("rb") as stream, ZipFile(stream) as archive:
                members = len(archive.infolist())
        except DAMAGES:
            members = 0
        step = max(_FEW, members // _PARTS + 1)
        for first in range(0, members or 1, step):
            yield replace(self, first=first, last=first + step)

    def _pages(self, archive: ZipFile, info: ZipInfo, match: re.Pattern[str]) -> Iterator[Found]:
        stored = info.compress_type == ZIP_STORED
        member = Member(self.uri, info.filename, info.file_size, partial(archive.open, info), searchable=stored)
        if is_bomb(info.file_size, info.compress_size):
            yield Rejection(reason="too_large", detail=str(BombError()), uri=member.uri)
        else:
            yield from pages_of(member, match)


def is_zip_name(name: str) -> bool:
    """Whether a file of that name is a zip archive.

    >>> is_zip_name("crawl.wacz"), is_zip_name("pages.ZIP"), is_zip_name("page.html")
    (True, True, False)
    """
    return name.lower().endswith((".zip", ".wacz"))
