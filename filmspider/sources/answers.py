"""HTTP answers put together again from the parts that a tool stored: status, headers and body."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from filmspider.items import Rejection
from filmspider.sources.files import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from filmspider.pages import Page
    from filmspider.sources.wayback import Known

_STATUSES = range(100, 1000)


class Answer:
    """An answer as it went over the wire."""

    def __init__(self, status: object, headers: bytes, body: bytes) -> None:
        self.status = int(status) if isinstance(status, int | str) and str(status).isdecimal() else 0
        self.headers = headers
        self.body = body

    def page(self, uri: str, capture: Known, stored_at: str | None) -> Page | Rejection:
        """Return the page in it. Its ``Date`` is its time of capture, else that when it was *stored*."""
        if self.status not in _STATUSES:
            return Rejection(reason="undecodable", detail="an answer without a status", uri=uri)
        headers = self.headers.strip(b"\r\n")
        head = b"HTTP/1.1 %d\r\n%b\r\n" % (self.status, headers + b"\r\n" if headers else b"")
        return unpacked(head + self.body, uri, stored_at=stored_at, **capture._asdict())


def binary(text: str) -> bytes:
    """Return what *text* holds in base64; none of it if it is something else.

    >>> binary("PGI+"), binary("?")
    (b'<b>', b'')
    """
    try:
        return base64.b64decode(text)
    except ValueError:
        return b""


def header_lines(headers: Iterable[tuple[object, object]]) -> bytes:
    r"""Return headers as they stand in an answer, a line for each value.

    >>> header_lines([("Content-Type", ["text/html"]), ("Server", "x")])
    b'Content-Type: text/html\r\nServer: x'
    """
    lines = (
        f"{name}: {value}" for name, values in headers for value in (values if isinstance(values, list) else [values])
    )
    return "\r\n".join(" ".join(line.splitlines()) for line in lines).encode("utf-8", "replace")
