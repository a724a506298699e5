"""Packings that only the header ``Content-Encoding`` names: nothing in the bytes themselves says what they are."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Callable

_STEP = 1024 * 1024
"""Bytes unpacked at once, roughly."""


class CodingError(ValueError):
    """Raised for bytes that are not packed as their header says."""


def decode(body: bytes, coding: str, limit: int) -> bytes:
    """Unpack *body*, up to a byte more than *limit*; *coding* is one of :data:`CODINGS`.

    What is whole of a cut body is returned, and as it is one that a tool unpacked but left its header.
    Raises :class:`CodingError`.

    >>> decode(zlib.compress(b"<html>"), "deflate", 100), decode(b"<html>", "br", 100)
    (b'<html>', b'<html>')
    """
    is_markup = body.lstrip()[:1] == b"<"
    try:
        unpacked, is_whole = CODINGS[coding](body, limit + 1)
    except (zlib.error, brotli.error) as error:
        if is_markup:
            return body
        raise CodingError(f"{coding}: {error}") from error
    return body if is_markup and not is_whole else unpacked


def _unbrotli(body: bytes, limit: int) -> tuple[bytes, bool]:
    decompressor = brotli.Decompressor()
    unpacked = bytearray(part := decompressor.process(body, output_buffer_limit=_STEP))
    while part and len(unpacked) < limit:
        unpacked += (part := decompressor.process(b"", output_buffer_limit=_STEP))
    return bytes(unpacked[:limit]), len(unpacked) >= limit or decompressor.is_finished()


def _inflate(body: bytes, limit: int) -> tuple[bytes, bool]:
    """Some servers leave out the head that zlib sets before deflated data."""
    try:
        return _inflated(body, limit, zlib.MAX_WBITS)
    except zlib.error:
        return _inflated(body, limit, -zlib.MAX_WBITS)


def _inflated(body: bytes, limit: int, wbits: int) -> tuple[bytes, bool]:
    decompressor = zlib.decompressobj(wbits)
    unpacked = decompressor.decompress(body, limit)
    return unpacked, len(unpacked) >= limit or decompressor.eof


CODINGS: dict[str, Callable[[bytes, int], tuple[bytes, bool]]] = {"br": _unbrotli, "deflate": _inflate}
"""How each is unpacked: up to so many bytes, and whether that is all there is."""
