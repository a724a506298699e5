"""Revisits: records that say "the same as before" instead of holding the page again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.sources.warc_walk import record_at

if TYPE_CHECKING:
    from typing import BinaryIO

    from fastwarc import WarcRecord

_DIGEST = "WARC-Payload-Digest"
_REMEMBERED = 300_000
"""Digests kept in memory, some 60 MB; a file seldom holds a tenth as many pages."""


class Originals:
    """Where in *stream* the pages stand that revisits may mean."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._places: dict[str, int] = {}

    def add(self, record: WarcRecord, place: int) -> None:
        """Remember *record*, which begins at *place*."""
        digest = record.headers.get(_DIGEST)
        if digest and digest not in self._places:
            self._places[digest] = place
            if len(self._places) > _REMEMBERED:
                del self._places[next(iter(self._places))]

    def block(self, revisit: WarcRecord) -> bytes | None:
        """Return what the record holds that *revisit* means; ``None`` if there was none in this file before it."""
        place = self._places.get(revisit.headers.get(_DIGEST) or "")
        if place is None:
            return None
        position = self._stream.tell()
        try:
            return record_at(self._stream, place)
        finally:
            self._stream.seek(position)
