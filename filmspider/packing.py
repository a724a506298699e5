"""Stored bytes to the page's own bytes: compression and recorded HTTP headers taken off."""

from __future__ import annotations

import email.parser
import re
import zlib
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

import zstandard

from filmspider.codings import CODINGS, CodingError, decode

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message as Headers

    from filmspider.items import RejectionReason

MAX_BODY = 64 * 1024 * 1024
"""Bytes an unpacked page may have."""

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})[^\r\n]*\r?\n")
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_MAX_LAYERS = 3


class PackingError(Exception):
    """Raised by :func:`unpack` for bytes that cannot be unpacked or are too large."""

    def __init__(self, reason: RejectionReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class Message(NamedTuple):
    """A body with what its recorded HTTP headers say, if it had any."""

    body: bytes
    status: int | None = None
    charset: str | None = None
    date: str | None = None


def unpack(raw: bytes) -> Message:
    """Return the page's own bytes. Raises :class:`PackingError`."""
    body = _decompressed(raw)
    status_line = _STATUS_LINE.match(body)
    return Message(body) if status_line is None else _without_headers(body, status_line)


def _decompressed(raw: bytes) -> bytes:
    body = raw
    for _ in range(_MAX_LAYERS):
        if len(body) > MAX_BODY:
            raise PackingError("too_large", f"more than {MAX_BODY} bytes")
        unpacker = _unpacker(body)
        if unpacker is None:
            return body
        body = unpacker(body)
    raise PackingError("undecodable", f"compressed more than {_MAX_LAYERS} times")


def _unpacker(body: bytes) -> Callable[[bytes], bytes] | None:
    if body.startswith(_GZIP):
        return gunzip
    return _unzstd if body.startswith(_ZSTD) else None


def gunzip(raw: bytes) -> bytes:
    """Return what is whole of a gzip file, but not much more than :data:`MAX_BODY`. Raises :class:`PackingError`."""
    parts: list[bytes] = []
    size = 0
    while raw.startswith(_GZIP):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            part = member.decompress(raw, MAX_BODY + 1 - size)
        except zlib.error as error:
            if not parts:
                raise PackingError("undecodable", f"gzip: {error}") from error
            break
        parts.append(part)
        size += len(part)
        if size > MAX_BODY:
            break
        raw = member.unused_data
    return b"".join(parts)


def _unzstd(raw: bytes) -> bytes:
    reader = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    try:
        return reader.read(MAX_BODY + 1)
    except zstandard.ZstdError as error:
        raise PackingError("undecodable", f"zstd: {error}") from error


def _without_headers(raw: bytes, status_line: re.Match[bytes]) -> Message:
    end = _HEADERS_END.search(raw, status_line.end() - 2)
    head, body = (raw[status_line.end() : end.start()], raw[end.end() :]) if end else (raw[status_line.end() :], b"")
    headers = email.parser.BytesHeaderParser().parsebytes(head)
    if "chunked" in str(headers.get("Transfer-Encoding", "")).lower():
        body = _dechunked(body)
    body = _decoded(body, str(headers.get("Content-Encoding", "")))
    return Message(body, int(status_line.group(1)), _charset(headers), iso_date(headers.get("Date")))


def _decoded(body: bytes, header: str) -> bytes:
    """Take off the packings that the header names, the last one first; gzip and zstd whatever it says."""
    codings = [name.strip() for name in header.lower().split(",")]
    if len(codings) > _MAX_LAYERS:
        raise PackingError("undecodable", f"compressed more than {_MAX_LAYERS} times")
    for coding in reversed(codings):
        try:
            body = decode(body, coding, MAX_BODY) if coding in CODINGS else _decompressed(body)
        except CodingError as error:
            raise PackingError("undecodable", str(error)) from error
    return _decompressed(body)


def _dechunked(body: bytes) -> bytes:
    """Join the chunks; a body whose chunk marks were taken off already is returned as it is."""
    parts: list[bytes] = []
    position = 0
    while mark := re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]*\r\n").match(body, position):
        size = int(mark.group(1), 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[mark.end() : mark.end() + size])
        position = mark.end() + size + 2
    return b"".join(parts) if parts and position >= len(body) else body


def _charset(headers: Headers) -> str | None:
    try:
        return headers.get_content_charset()
    except ValueError:  # a name that Python cannot even look up
        return None


def iso_date(value: object) -> str | None:
    """Return the date of an HTTP header in ISO 8601, UTC; ``None`` for what is no date.

    >>> iso_date("Wed, 22 Oct 2014 06:30:00 GMT"), iso_date("Wed, 22 Oct 2014 06:30:00 +0200"), iso_date("yesterday")
    ('2014-10-22T06:30:00Z', '2014-10-22T04:30:00Z', None)
    """
    try:
        date = parsedate_to_datetime(str(value))
        return (date.astimezone(UTC) if date.tzinfo else date).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None
