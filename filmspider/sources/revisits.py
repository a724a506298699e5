"""Revisits: records that say "the same as before" instead of holding the page again."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from fastwarc import WarcRecordType

from filmspider.sources.warc_walk import Walk, record_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from fastwarc import WarcRecord

_DIGEST = "WARC-Payload-Digest"
_REMEMBERED = 300_000
"""Digests kept in memory, some 60 MB; a file seldom holds a tenth as many pages."""


class Places(dict[str, int]):
    """Where the record with a digest stands in a file, which was *searched* so far for originals."""

    searched = 0


@lru_cache(maxsize=2)
def _shared(*_: object) -> Places:
    """Return the places in a file that is read in parts: it is gone through once for all of them."""
    return Places()


class Originals:
    """Where in *stream*, which is read from *first* on, the records stand that *fits* and that revisits may mean."""

    def __init__(self, stream: BinaryIO, fits: Callable[[WarcRecord], bool], first: int = 0) -> None:
        self._stream = stream
        self._fits = fits
        self._first = first
        self._places = _shared(*_identity(stream)) if first else Places()

    def add(self, record: WarcRecord, place: int) -> None:
        """Remember *record*, which begins at *place*."""
        digest = record.headers.get(_DIGEST)
        if digest and digest not in self._places:
            self._places[digest] = place
            if len(self._places) > _REMEMBERED:
                del self._places[next(iter(self._places))]

    def block(self, revisit: WarcRecord, place: int) -> bytes | None:
        """Return what the record holds that *revisit* at *place* means; ``None`` if none in this file before it."""
        digest = revisit.headers.get(_DIGEST) or ""
        position = self._stream.tell()
        try:
            if digest not in self._places and self._places.searched < self._first:
                self._search()
            original = self._places.get(digest, place)
            return record_at(self._stream, original) if original < place else None
        finally:
            self._stream.seek(position)

    def _search(self) -> None:
        """Go through what comes before the part that is read."""
        start, self._places.searched = self._places.searched, self._first
        self._stream.seek(0)
        for _ in Walk(self._stream, self._remember, resumable=True, first=start, last=self._first):
            pass

    def _remember(self, record: WarcRecord) -> bool:
        if record.record_type != WarcRecordType.revisit and self._fits(record):
            self.add(record, record.stream_pos)
        return False


def _identity(stream: BinaryIO) -> tuple[object, ...]:
    status = os.fstat(stream.fileno())
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
