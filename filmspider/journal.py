"""The journal of a dataset: what became of each page, appended as runs go, so that a killed run can be taken up."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

import msgspec

from filmspider.outcomes import Capture, Outcome  # noqa: TC001 - decoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = 18
"""Bytes in front of an entry: checksum and length, eight hexadecimal digits each, with a space after each."""
_FORM = b"filmspider journal 3"


class Begin(msgspec.Struct, frozen=True, gc=False, tag="begin"):
    """A run begins, or goes on."""

    run: int
    identity: str
    """Digest of what was asked for."""
    extractor: str
    """Version of filmspider that the entries behind this one come from."""


class Done(msgspec.Struct, frozen=True, gc=False, tag="done"):
    """A page was read."""

    outcome: Outcome


class Same(msgspec.Struct, frozen=True, gc=False, tag="same"):
    """A page has the content of another, whose entry is at *place*."""

    capture: Capture
    place: int


class End(msgspec.Struct, frozen=True, gc=False, tag="end"):
    """A run has published all that it was asked for."""


Entry = Begin | Done | Same | End


class JournalReader:
    """A journal that may be written to meanwhile. Every line carries its checksum and length."""

    _mode = "rb"

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open(self._mode, buffering=0)
        self._decode = msgspec.json.Decoder(Entry).decode

    def outcome(self, place: int) -> Outcome:
        """Return the outcome in the entry at *place*. Raises ``OSError`` where there is none."""
        body = self._body(place)
        entry = None if body is None else self._decode(body)
        if not isinstance(entry, Done):
            raise OSError(f"{self.path}: the entry at {place} is damaged")
        return entry.outcome

    def close(self) -> None:
        """Close the file."""
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


class Journal(JournalReader):
    """An append-only file of entries.

    Of a file with a torn or damaged end, the sound part is kept; what is no journal is begun afresh.
    """

    _mode = "a+b"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._header = _line(_FORM)
        self._encode = msgspec.json.Encoder().encode
        self.end = 0

    def reaches(self, place: int) -> bool:
        """Return whether this is a journal that goes as far as *place*."""
        size = os.fstat(self._file.fileno()).st_size
        return size >= place and os.pread(self._file.fileno(), len(self._header), 0) == self._header

    def replay(self, start: int = 0) -> Iterator[tuple[int, Entry]]:
        """Yield the entries from *start* on with their places, cut off a torn end, and make ready to append."""
        self.end = max(start, len(self._header))
        if not self.reaches(self.end):
            self.clear()
        while (body := self._body(self.end)) is not None:
            place, self.end = self.end, self.end + _HEAD + len(body) + 1
            yield place, self._decode(body)
        self._file.truncate(self.end)

    def clear(self) -> None:
        """Begin afresh."""
        self._file.truncate(0)
        self._file.write(self._header)
        self.end = len(self._header)

    def append(self, entry: Entry) -> int:
        """Write *entry*, safe from the death of this process once this returns, and return its place."""
        line = _line(self._encode(entry))
        written = self._file.write(line)
        if written != len(line):
            self._file.truncate(self.end)
            raise OSError(f"{self.path}: only {written} of {len(line)} bytes could be written")
        place, self.end = self.end, self.end + len(line)
        return place

    def sync(self) -> None:
        """Make all that was appended safe from a power cut, too."""
        os.fsync(self._file.fileno())


def _line(body: bytes) -> bytes:
    return b"%08x %08x %b\n" % (zlib.crc32(body), len(body), body)
