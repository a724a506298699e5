"""Web archives: WARC with responses, resources and revisits, WET with the texts of pages."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from os import SEEK_END
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

import zstandard

from filmspider.extras import WARC
from filmspider.items import Rejection
from filmspider.sources.bounds import Bounded
from filmspider.sources.files import unreadable
from filmspider.sources.streams import GZIP, ZSTD, forward, is_one_member, peek
from filmspider.sources.warc_marks import begins_at, is_packed

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import BinaryIO

    from filmspider.pages import Page
    from filmspider.sources.base import File, PassedOver

_PART = 1024 * 1024
"""Bytes of a part: some twenty-five pages."""


@dataclass(frozen=True)
class Warc:
    """A WARC or WET file, plain or compressed (gzip, zstd), its records one by one or together.

    A part of one has the records that begin from *first* to before *last*, in bytes of the file.
    """

    path: File
    uri: str
    first: int = 0
    last: int | None = None

    def pages(self, match: re.Pattern[str], /) -> Iterator[Page | Rejection | PassedOver]:
        """Yield the pages; each is called by the file and the place of its record in it: ``pages.warc.gz#4095``."""
        try:
            with self.path.open("rb") as stream:
                yield from warc_pages(
                    stream, self.uri, match, resumable=stream.seekable(), first=self.first, last=self.last
                )
        except OSError as error:
            yield unreadable(self.uri, error)

    def parts(self) -> Iterator[Self]:
        """Yield stretches of a file on disk whose records are compressed one by one; any other file as a whole."""
        size = self._divisible_size()
        for first in range(0, size or 1, _PART):
            yield replace(self, first=first, last=first + _PART if first + _PART < size else None)

    def _divisible_size(self) -> int:
        if WARC.missing or not isinstance(self.path, Path):
            return 0
        try:
            with self.path.open("rb") as stream:
                divisible = is_packed(stream) and not _solid(stream)
                return stream.seek(0, SEEK_END) if divisible else 0
        except OSError:
            return 0


def is_warc_name(name: str) -> bool:
    """Whether a file of that name is a web archive.

    >>> [is_warc_name(name) for name in ("CC-MAIN-1.warc.wet.gz", "a.WARC.zst", "warc.html")]
    [True, True, False]
    """
    bare = name.lower().removesuffix(".gz").removesuffix(".zst")
    return bare.endswith((".warc", ".wet"))


def warc_pages(  # noqa: PLR0913 - as for the records
    stream: BinaryIO,
    uri: str,
    match: re.Pattern[str],
    *,
    resumable: bool = True,
    first: int = 0,
    last: int | None = None,
) -> Iterator[Page | Rejection | PassedOver]:
    """Yield the pages of a WARC called *uri*; a *resumable* stream can be searched for what comes behind damage.

    Read are the records that begin from *first* to before *last*.
    """
    if WARC.missing:
        yield Rejection(reason="error", detail=WARC.missing, uri=uri)
        return
    from filmspider.sources.warc_records import Records  # noqa: PLC0415 - fastwarc is an extra

    if not resumable:
        stream = forward(stream)
    if unpacked := _solid(stream) if resumable else _solid_ahead(stream):
        stream, resumable = unpacked, False
    yield from Records(stream, uri, match, resumable=resumable, first=first, last=last)


def _solid(stream: BinaryIO) -> BinaryIO | None:
    """Return what unpacks a file that was compressed as a whole; ``None`` if each record was, or none."""
    from filmspider.sources.warc_walk import second_record  # noqa: PLC0415 - as above

    second = second_record(stream)
    solid = second is not None and not begins_at(stream, second)
    stream.seek(0)
    return unpacking(stream) if solid else None


def _solid_ahead(stream: BinaryIO) -> BinaryIO | None:
    """Return the same of a stream that can only be read on."""
    return unpacking(stream) if is_one_member(peek(stream)) else None


def unpacking(stream: BinaryIO) -> BinaryIO | None:
    """Return what reads a compressed *stream*, within bounds; ``None`` for one that is not compressed."""
    begin = peek(stream)
    if begin.startswith(GZIP):
        return _bounded(gzip.GzipFile(fileobj=stream), stream)
    if begin.startswith(ZSTD):
        return _bounded(zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True), stream)
    return None


def _bounded(unpacker: Any, packed: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", Bounded(unpacker, packed))
