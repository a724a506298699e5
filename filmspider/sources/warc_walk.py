"""The records of a WARC one after another, also behind what is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastwarc import ArchiveIterator

from filmspider.packing import MAX_BODY
from filmspider.sources.bounds import BombError, is_bomb
from filmspider.sources.warc_marks import is_packed, next_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from fastwarc import WarcRecord

    from filmspider.items import RejectionReason

_MAX_DAMAGES = 1000
"""Damaged places after which a file is given up: each may cost reading on to the end of the file."""
_STEP = 1024 * 1024
"""Bytes asked for at once: fastwarc makes room for all of them before it reads."""


class Stored(NamedTuple):
    """A record and what it holds; *offset* is where it begins in the file as it is stored."""

    offset: int
    record: WarcRecord
    block: bytes


class Lost(NamedTuple):
    """A record, or an unknown number of them, that cannot be read."""

    offset: int
    reason: RejectionReason
    detail: str
    record: WarcRecord | None = None


class Walk:
    """The records that *wanted* asks for and that begin from *first* to before *last*; one is in memory at a time.

    fastwarc stops at the first damage. Here the walk goes on with the next record that begins behind the last one that
    was found, if the file can be searched (*resumable*).
    """

    def __init__(
        self,
        stream: BinaryIO,
        wanted: Callable[[WarcRecord], bool],
        *,
        resumable: bool,
        first: int = 0,
        last: int | None = None,
    ) -> None:
        self._stream = stream
        self._wanted = wanted
        self._resumable = resumable
        self._first = first
        self._last = last
        self._offset = max(first - 1, 0)
        self._sound = True
        self._gap: Lost | None = None
        self._empty = not first
        self._is_ours = not first
        """Whether a record began yet: what is damaged before it is told by who reads what comes before *first*."""
        self._ended = False

    def __iter__(self) -> Iterator[Stored | Lost | None]:
        """Yield them in the file's order, what was lost between them, and ``None`` for a record nobody asked for."""
        if not self._first:
            yield from self._stretch()
        for _ in range(_MAX_DAMAGES):
            if self._ended:
                break
            start = self._resumption()
            if start is None:
                break
            self._stream.seek(start)
            self._offset = start
            yield from self._stretch()
        else:
            self._gap = Lost(self._offset, "undecodable", f"given up after {_MAX_DAMAGES} damaged places")
        if self._empty and self._gap is None:
            self._gap = Lost(0, "empty", "no record in it")
        if self._gap and self._is_ours:
            yield self._gap

    def _resumption(self) -> int | None:
        """Return where another record may begin. Behind a sound end of a packed file it is one cut in its head."""
        if not self._resumable:
            if not self._sound:
                self._gap = self._gap or Lost(self._offset, "undecodable", "the rest of it cannot be read")
            return None
        if self._sound and not is_packed(self._stream):
            return None
        return next_mark(self._stream, self._offset + 1)

    def _stretch(self) -> Iterator[Stored | Lost | None]:
        """Yield the records up to the next damage, or to the end."""
        found, was_sound, self._sound = False, self._sound, False
        try:
            for record in ArchiveIterator(self._stream, parse_http=False):
                found, self._empty, self._offset = True, False, record.stream_pos
                yield from self._closed_gap()
                if self._last is not None and self._offset >= self._last:
                    self._ended = True
                    return
                if not (record.headers.get("Content-Length") or "").strip().isdecimal():
                    yield Lost(self._offset, "undecodable", "cut in its head")
                    return
                wanted = self._wanted(record)
                try:
                    item = self._item(record, wanted=wanted)
                except OSError as error:
                    if wanted:
                        yield Lost(self._offset, _reason(error), str(error), record)
                    return
                yield item if wanted else None
        except OSError as error:
            self._sound = was_sound and not found and not self._empty  # no record began where one might have
            if not self._sound:
                self._gap = self._gap or Lost(self._offset, "undecodable", f"damaged: {error}")
        else:
            self._sound = True
            if not found and not self._empty:
                self._gap = self._gap or Lost(self._offset, "undecodable", "cut in its head")

    def _closed_gap(self) -> Iterator[Lost]:
        if self._gap and self._is_ours:
            yield self._gap._replace(detail=f"{self._gap.detail}; goes on at {self._offset}")
        self._gap = None
        self._is_ours = True

    def _item(self, record: WarcRecord, *, wanted: bool) -> Stored | Lost:
        """Read all of a record, whether it is kept or not. Raises ``OSError`` for one that is not whole, or a bomb."""
        fits = record.content_length <= MAX_BODY
        block = b"".join(piece for piece in self._pieces(record) if wanted and fits)
        if fits:
            return Stored(self._offset, record, block)
        return Lost(self._offset, "too_large", f"{record.content_length} bytes", record)

    def _pieces(self, record: WarcRecord) -> Iterator[bytes]:
        length, size = record.content_length, 0
        while size < length:
            piece = record.reader.read(min(length - size, _STEP))
            if not piece:
                raise OSError(f"cut: {size} of {length} bytes")
            size += len(piece)
            if is_bomb(size, self._stream.tell() - self._offset):
                raise BombError
            yield piece


def _reason(error: OSError) -> RejectionReason:
    return "too_large" if isinstance(error, BombError) else "undecodable"


def second_record(stream: BinaryIO) -> int | None:
    """Return where fastwarc sees the second record begin; the position of *stream* is lost."""
    records = ArchiveIterator(stream, parse_http=False)
    try:
        first = next(records, None)
        second = next(records, None) if first and first.content_length <= MAX_BODY else None
    except OSError:
        return None
    return second.stream_pos if second else None


def record_at(stream: BinaryIO, place: int) -> bytes:
    """Return what the record at *place* holds, which was read before; the position of *stream* is lost."""
    stream.seek(place)
    record = next(iter(ArchiveIterator(stream, parse_http=False)))
    return record.reader.read(record.content_length)
