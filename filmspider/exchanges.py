"""A request and its answer as records of a web archive."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from warcio.recordloader import ArcWarcRecord

Headers = list[tuple[str, str]]


class Exchange(NamedTuple):
    """A request and its answer. *answer* is the body as it was sent, chunks joined and packing kept."""

    url: str
    asked: str
    """First line of the request."""
    asked_headers: Headers
    protocol: str
    status: str
    headers: Headers
    answer: bytes
    address: str | None
    """IP address that answered."""
    facts: Mapping[str, object]
    """What else there is to know, for the metadata record."""


def packed(exchange: Exchange) -> bytes:
    """Return response, request and metadata records, each packed on its own."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - warcio is an extra
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - as above

    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    address = {"WARC-IP-Address": exchange.address} if exchange.address else {}
    response = writer.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.answer),
        length=len(exchange.answer),
        http_headers=StatusAndHeaders(exchange.status, exchange.headers, protocol=exchange.protocol),
        warc_headers_dict=address,
    )
    asked = StatusAndHeaders(exchange.asked, exchange.asked_headers, is_http_request=True)
    request = writer.create_warc_record(exchange.url, "request", http_headers=asked)
    writer.write_request_response_pair(request, response)
    writer.write_record(_metadata(writer, exchange, response))
    return out.getvalue()


def _metadata(writer: object, exchange: Exchange, response: ArcWarcRecord) -> ArcWarcRecord:
    fields = "".join(f"{name}: {value}\r\n" for name, value in exchange.facts.items()).encode()
    same = {name: response.rec_headers.get_header(name) for name in ("WARC-Date", "WARC-Record-ID")}
    return writer.create_warc_record(  # type: ignore[attr-defined]
        exchange.url,
        "metadata",
        payload=BytesIO(fields),
        length=len(fields),
        warc_content_type="application/warc-fields",
        warc_headers_dict={"WARC-Date": same["WARC-Date"], "WARC-Concurrent-To": same["WARC-Record-ID"]},
    )


def packed_info(name: str, info: Mapping[str, str]) -> bytes:
    """Return the record at the head of the archive file called *name*."""
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - warcio is an extra

    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warcinfo_record(name, info))
    return out.getvalue()


def header_lines(headers: Mapping[bytes, Sequence[bytes]], without: frozenset[bytes] = frozenset()) -> Headers:
    """Return *headers* one by one, but for those of the connection that are named in *without*."""
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        if name.lower() not in without
        for value in values
    ]
