"""The journal of a run: what became of each page, appended as the run goes, so that a killed run can be taken up."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = 18
"""Bytes in front of an entry: checksum and length, eight hexadecimal digits each, with a space after each."""
_SYNC_EVERY = 1000
"""Entries that a power cut may cost; a killed process loses none that was appended."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What became of one page."""

    kind: Literal["title", "rejection"]
    key: str
    """Where the entry stands in its file; of two with one key the better is kept."""
    rank: tuple[str, str]
    """Time of capture and digest: the greater is the better."""
    uri: str
    """Breaks a tie of rank: the first in the alphabet is the better."""
    payload: msgspec.Raw
    """The record or rejection in JSON."""


class Journal:
    """An append-only file of :class:`Entry`. Every line carries its checksum and length.

    A file begun under another *fingerprint* is begun afresh; of one with a torn or damaged end, the sound part is kept.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self._file = path.open("a+b", buffering=0)
        self._header = _line(fingerprint.encode())
        self._encode = msgspec.json.Encoder().encode
        self._decode = msgspec.json.Decoder(Entry).decode
        self._end = 0
        self._unsynced = 0

    def replay(self) -> Iterator[tuple[int, Entry]]:
        """Yield the entries of an earlier run of the same kind with their places, and make ready to append."""
        self._end = len(self._header)
        if os.pread(self._file.fileno(), self._end, 0) == self._header:
            while (body := self._body(self._end)) is not None:
                yield self._end, self._decode(body)
                self._end += _HEAD + len(body) + 1
            self._file.truncate(self._end)
        else:
            self._file.truncate(0)
            self._file.write(self._header)

    def append(self, entry: Entry) -> int:
        """Write *entry*, safe from the death of this process once this returns, and return its place."""
        line = _line(self._encode(entry))
        written = self._file.write(line)
        if written != len(line):
            self._file.truncate(self._end)
            raise OSError(f"{self.path}: only {written} of {len(line)} bytes could be written")
        place, self._end = self._end, self._end + len(line)
        self._unsynced += 1
        if self._unsynced >= _SYNC_EVERY:
            os.fsync(self._file.fileno())
            self._unsynced = 0
        return place

    def read(self, place: int) -> Entry:
        """Return the entry at *place*."""
        body = self._body(place)
        if body is None:
            raise OSError(f"{self.path}: the entry at {place} is damaged")
        return self._decode(body)

    def close(self, *, remove: bool = False) -> None:
        """Close the file, and *remove* it once it is no longer needed."""
        if remove:
            self.path.unlink(missing_ok=True)
        self._file.close()

    def _body(self, place: int) -> bytes | None:
        head = os.pread(self._file.fileno(), _HEAD, place)
        try:
            checksum, length = int(head[:8], 16), int(head[9:17], 16)
        except ValueError:
            return None
        if not 0 <= length < os.fstat(self._file.fileno()).st_size:
            return None
        rest = os.pread(self._file.fileno(), length + 1, place + _HEAD)
        body = rest[:-1]
        return body if len(rest) == length + 1 and rest[-1:] == b"\n" and zlib.crc32(body) == checksum else None


def _line(body: bytes) -> bytes:
    return b"%08x %08x %b\n" % (zlib.crc32(body), len(body), body)
