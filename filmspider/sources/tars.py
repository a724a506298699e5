"""Tar archives of pages, plain or compressed as a whole."""

from __future__ import annotations

import tarfile
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING, BinaryIO, Self

from filmspider.items import Rejection
from filmspider.sources.members import DAMAGES, Member, is_read, lost, pages_of
from filmspider.sources.warc import unpacking

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from filmspider.sources.base import File, Found

_SUFFIXES = (".tar", ".tgz", ".tar.gz", ".tar.zst")


@dataclass(frozen=True)
class Tar:
    """A tar file: each page file in it is read, and of its WARCs the records asked for."""

    path: File
    uri: str

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages in the archive's order; a page is called ``pages.tar!/folder/page.html``."""
        try:
            with self.path.open("rb") as stream:
                unpacker = unpacking(stream)
                searchable = unpacker is None and stream.seekable()
                with _archive(unpacker or stream, searchable=searchable) as archive:
                    yield from self._members(archive, match, searchable=searchable)
        except DAMAGES as error:
            yield lost(self.uri, error)

    def parts(self) -> Iterator[Self]:
        """Yield the archive itself: what follows what is seen only in going through it."""
        yield self

    def _members(self, archive: tarfile.TarFile, match: re.Pattern[str], *, searchable: bool) -> Iterator[Found]:
        end = 0
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined] # else it grows with the archive
            if info.offset > end:
                detail = f"damaged: {info.offset - end} bytes that are no archive"
                yield Rejection(reason="undecodable", detail=detail, uri=f"{self.uri}#{end}")
            end = archive.offset = max(archive.offset, info.offset + tarfile.BLOCKSIZE)  # a size below 0 leads back
            if info.isreg() and is_read(info.name):
                yield from self._pages(archive, info, match, searchable=searchable)
        if not end:
            yield Rejection(reason="undecodable", detail="no tar archive", uri=self.uri)

    def _pages(
        self, archive: tarfile.TarFile, info: tarfile.TarInfo, match: re.Pattern[str], *, searchable: bool
    ) -> Iterator[Found]:
        member = Member(self.uri, info.name, info.size, partial(_open, archive, info), searchable)
        if info.issparse() or info.size < 0:  # holes take no room, so there may be any number of them
            yield Rejection(reason="undecodable", detail="no page: it has holes, or a size below 0", uri=member.uri)
        else:
            yield from pages_of(member, match)


def is_tar_name(name: str) -> bool:
    """Whether a file of that name is a tar archive.

    >>> is_tar_name("pages.tar.gz"), is_tar_name("pages.html.gz")
    (True, False)
    """
    return name.lower().endswith(_SUFFIXES)


def _archive(stream: BinaryIO, *, searchable: bool) -> tarfile.TarFile:
    """Invalid blocks are passed over like zeros, so that what comes behind damage is found."""
    return tarfile.open(fileobj=stream, mode="r:" if searchable else "r|", ignore_zeros=True)


def _open(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    stream = archive.extractfile(info)
    if stream is None:
        raise tarfile.ReadError(f"{info.name} holds nothing")
    return stream
