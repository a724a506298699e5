"""Where a record of a WARC may begin, found by what every record begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

_GZIP = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_ZSTD = re.compile(rb"\x28\xb5\x2f\xfd")
_PLAIN = re.compile(rb"WARC/\d\.\d+\r?\n")
_STARTS = ((b"\x1f\x8b", _GZIP), (b"\x28\xb5\x2f\xfd", _ZSTD), (b"\x5d\x2a\x4d\x18", _ZSTD))
"""A ``.warc.zst`` may begin with a frame for its dictionary."""
_CHUNK = 1024 * 1024
_LONGEST = 16


def is_packed(stream: BinaryIO) -> bool:
    """Whether the records are compressed one by one."""
    return _mark(stream) is not _PLAIN


def next_mark(stream: BinaryIO, start: int) -> int | None:
    """Return where behind *start* a record may begin; the position of *stream* is lost."""
    mark = _mark(stream)
    stream.seek(start)
    rest = b""
    while chunk := stream.read(_CHUNK):
        text = rest + chunk
        if found := mark.search(text):
            return start + found.start()
        rest = text[-_LONGEST:]
        start += len(text) - len(rest)
    return None


def _mark(stream: BinaryIO) -> re.Pattern[bytes]:
    stream.seek(0)
    begin = stream.read(4)
    return next((mark for start, mark in _STARTS if begin.startswith(start)), _PLAIN)


def begins_at(stream: BinaryIO, place: int) -> bool:
    """Whether a record may begin at *place*; the position of *stream* is lost."""
    mark = _mark(stream)
    stream.seek(place)
    return mark.match(stream.read(_LONGEST)) is not None
