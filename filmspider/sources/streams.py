"""Streams that can only be read on, and what they begin with."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, cast

import zstandard

if TYPE_CHECKING:
    from typing import BinaryIO

    from typing_extensions import Buffer

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
AHEAD = 256 * 1024
"""Bytes that are looked at before they are read: twice what zstd packs at once."""
_FIRST_MEMBER = 1024 * 1024
"""Bytes, unpacked, within which the first member of a file ends if its records are packed one by one."""


class Forward(io.RawIOBase):
    """What *stream* holds, with the place in it. It can only be read on."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill *buffer*; only at the end it is not filled."""
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._position


def forward(stream: BinaryIO) -> io.BufferedReader:
    """Return *stream* to be read on, with :data:`AHEAD` bytes to peek at."""
    return io.BufferedReader(Forward(stream), AHEAD)


def peek(stream: BinaryIO) -> bytes:
    """Return what can be seen of a buffered *stream* without reading it."""
    return cast("io.BufferedReader", stream).peek()


def unpacked_begin(packed: bytes, size: int) -> bytes:
    """Return the first *size* bytes of a file that begins with *packed*; none if they cannot be unpacked."""
    try:
        if packed.startswith(GZIP):
            return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(packed, size)
        if packed.startswith(ZSTD):
            return zstandard.ZstdDecompressor().stream_reader(packed).read(size)
    except (zlib.error, zstandard.ZstdError):
        return b""
    return packed[:size]


def is_one_member(packed: bytes) -> bool:
    """Whether a compressed file that begins with *packed* was compressed as a whole, as far as can be seen.

    >>> import gzip
    >>> is_one_member(gzip.compress(b"ab")), is_one_member(gzip.compress(b"a") + gzip.compress(b"b"))
    (True, False)
    """
    if packed.startswith(GZIP):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        member.decompress(packed, _FIRST_MEMBER)
        return not member.unused_data
    if packed.startswith(ZSTD):
        first = unpacked_begin(packed, _FIRST_MEMBER)
        reader = zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True)
        return len(reader.read(len(first) + 1)) == len(first)
    return False
