"""A captured page: its bytes, where and when they were captured, and what is made of them on demand."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from lxml import etree
from parsel import Selector

from filmspider import decoding, jsontext, marks, packing, restoring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.items import CapturedFrom, RejectionReason

Media = Literal["html", "text"]

_MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|title|meta|script|div|table|h1)\b[^<]*>|</(?:a|td|tr|li|span|p)>", re.IGNORECASE
)
NEXT_DATA = b"__NEXT_DATA__"
"""Id of the script that newer pages carry their data in."""
_ROUTE = b'"/title/['
_LONGEST_ROUTE = 100
_SCRIPT_TAG = 200
"""Bytes within which a script's tag says its type."""
_GAP = 16_384
_ENDLESS_TAG = re.compile(rb"<[A-Za-z][^<>]{%d,}" % (2 * _GAP))
_END_WINDOW = 4_000
_MARKUP_WINDOW = 100_000


class PageError(Exception):
    """Raised by :meth:`Page.unpack` for bytes that give no page."""

    def __init__(self, reason: RejectionReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Page:
    """One captured page.

    *uri* is where it was read (a path as given, or an address), *address* where it was published, if that is known.
    """

    body: bytes
    uri: str | None = None
    address: str | None = None
    captured_at: str | None = None
    captured_from: CapturedFrom | None = None
    status: int | None = None
    charset: str | None = None
    digest: str | None = None
    """SHA-256 of the bytes that were stored, where *body* is what was made of them."""
    cut_at: int | None = None
    """How many bytes there are of a page whose end is missing."""

    @classmethod
    def unpack(cls, raw: bytes, **known: Any) -> Page:
        """Make a page of *raw* bytes as they were stored.

        Compression (gzip, zstd) is recognised by content, recorded HTTP headers are taken off and used (status,
        charset and date), and what saving did to the page is undone. *known* are the fields that the caller knows; a
        date or an address that the bytes hold does not replace a known one, and an archive's date outranks a header's.
        Raises :class:`PageError` for bytes that cannot be unpacked or are too large.
        """
        try:
            message = packing.unpack(raw)
        except packing.PackingError as error:
            raise PageError(error.reason, str(error)) from error
        page = cls(body=message.body, **known)
        return (page if message.status is None else page._with_headers(message)).restored()

    def restored(self) -> Page:
        """Return the page as it was published: what saving did to it is undone."""
        restored = restoring.restore(self.body)
        dated = restored.captured_at is not None and (self.captured_at is None or self.captured_from == "http")
        return replace(
            self,
            body=restored.body,
            digest=self.digest if restored.body is self.body else self.sha256,
            cut_at=len(self.body) if restored.is_cut else None,
            address=self.address or restored.address,
            captured_at=restored.captured_at if dated else self.captured_at,
            captured_from="wayback" if dated else self.captured_from,
        )

    def _with_headers(self, message: packing.Message) -> Page:
        dated = self.captured_at is None and message.date is not None
        return replace(
            self,
            status=message.status if self.status is None else self.status,
            charset=self.charset or message.charset,
            captured_at=message.date if dated else self.captured_at,
            captured_from="http" if dated else self.captured_from,
        )

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes that were stored, unpacked."""
        return self.digest or hashlib.sha256(self.body).hexdigest()

    @cached_property
    def media(self) -> Media:
        """Whether the body is HTML or plain text, by what it holds."""
        is_html = _MARKUP.search(self.body, 0, _MARKUP_WINDOW) or self.body.find(b"</html", -_END_WINDOW) >= 0
        return "html" if is_html else "text"

    @cached_property
    def utf8(self) -> bytes:
        """The body in UTF-8, whatever it was captured in."""
        return decoding.to_utf8(self.body, self.charset)

    @cached_property
    def text(self) -> str:
        """The body decoded."""
        return self.utf8.decode("utf-8")

    @cached_property
    def root(self) -> etree._Element:
        """The document read as HTML, also where it calls itself XML. Raises ``etree.ParserError`` if it is empty."""
        return parse_html(self.utf8, self.own_address)

    @cached_property
    def selector(self) -> Selector:
        """A parsel selector over :attr:`root`."""
        return Selector(root=self.root, type="html")

    @cached_property
    def own_address(self) -> str:
        """The address that the page gives as its own, else the one it was captured from, else nothing."""
        return self.canonical or self.address or ""

    @cached_property
    def canonical(self) -> str | None:
        """The address in ``<link rel="canonical">``."""
        return next(marks.canonicals(self.body), None)

    @cached_property
    def script_at(self) -> int:
        """Where the id of the script with the page's data last stands; -1 where it has none."""
        return self.body.rfind(NEXT_DATA)

    @cached_property
    def script_route(self) -> str | None:
        """The route by which the site's script made a title's page, without ``/title/[``, from the script's end.

        Pages without script data have none.
        """
        start = self.body.rfind(_ROUTE, self.script_at) if self.script_at >= 0 else -1
        if start < 0:
            return None
        start += len(_ROUTE)
        end = self.body.find(b'"', start, start + _LONGEST_ROUTE)
        return self.body[start:end].decode("ascii", "replace") if end >= 0 else None

    @cached_property
    def linked_data(self) -> list[dict[str, Any]]:
        """The JSON-LD blocks of the page's head that could be read, in page order."""
        head_end = self.body.find(b"</head")
        scripts = _scripts(self.body, b"application/ld+json", head_end if head_end >= 0 else len(self.body))
        blocks = (jsontext.loads(decoding.to_utf8(script, self.charset)) for script in scripts)
        return [block for block in blocks if isinstance(block, dict)]


def _without_endless_tags(utf8: bytes) -> bytes:
    """Take out start tags that a damaged page does not close for long: each attribute is held against all others."""
    gaps = (utf8.find(b">", start, start + _GAP) < 0 for start in range(0, len(utf8) - _GAP, _GAP))
    return _ENDLESS_TAG.sub(b"", utf8) if any(gaps) else utf8


def parse_html(utf8: bytes, address: str | None = None) -> etree._Element:
    """Parse a document or a part of one; *address* is what its links are relative to.

    Raises ``etree.ParserError`` if there is nothing to parse.
    """
    root = etree.fromstring(
        _without_endless_tags(utf8), etree.HTMLParser(encoding="utf-8", huge_tree=True), base_url=address
    )
    if root is None:
        raise etree.ParserError("Document is empty")
    return root


def _scripts(body: bytes, media_type: bytes, limit: int) -> Iterator[bytes]:
    """Yield the content of the scripts of a type that begin before *limit*."""
    end = 0
    while (mark := body.find(media_type, end, limit)) >= 0:
        start = body.find(b">", mark) + 1
        end = body.find(b"</script", start)
        if start == 0 or end < 0:
            return
        if b"<script" in body[max(0, mark - _SCRIPT_TAG) : mark]:
            yield body[start:end]
