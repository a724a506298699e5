"""Zip archives of pages, and WACZ, which is a zip with web archives in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from filmspider.items import Rejection
from filmspider.sources.bounds import BombError, is_bomb
from filmspider.sources.members import DAMAGES, Member, is_read, lost, pages_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from pathlib import Path

    from filmspider.sources.base import Found


@dataclass(frozen=True)
class Zip:
    """A zip or WACZ file: each page file in it is read, and of its WARCs the records asked for."""

    path: Path
    uri: str

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages in the archive's order; a page is called ``pages.zip!/folder/page.html``."""
        try:
            with ZipFile(self.path) as archive:
                for info in archive.infolist():
                    if not info.is_dir() and is_read(info.filename):
                        yield from self._pages(archive, info, match)
        except DAMAGES as error:
            yield lost(self.uri, error)

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
