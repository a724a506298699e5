"""What saving did to a page, undone before anybody reads it: other encodings, capitals, the archive's additions."""

from __future__ import annotations

import re
from typing import NamedTuple

from filmspider import decoding, wayback

_WIDE_STARTS = (b"<\x00", b"\x00<", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CAPITALS = re.compile(rb"<(?:HTML|HEAD|BODY|TITLE)")
_CAPITAL_TAG = re.compile(rb"</?[A-Z][A-Z0-9]*(?=[\s/>])")
_CAPITALS_WINDOW = 20_000

_ENDS = (b"</html", b"</body", b"</HTML", b"</BODY")
_END_WINDOW = 4_000
_CLOSED = (b"div", b"table", b"script", b"section")

_SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->")
_SAVED_FROM_WINDOW = 4_000

_INDENT = 100
_TITLE_WINDOW = 20_000
_LINK_END = re.compile(rb"\n[ \t]*</a>")
_INLINE = rb"a|abbr|b|em|font|i|nobr|q|small|span|strong|sub|sup|time|u"
_INLINE_START = re.compile(rb"(<(?:%s)\b[^<>]*>)\s+" % _INLINE)
_INLINE_END = re.compile(rb"(?<!\s)\s+(</(?:%s)>)" % _INLINE)
_BEFORE_MARK = re.compile(rb"(</(?:%s)>)\s+(?=[,.;:!?)\]\"']|&quot;)" % _INLINE)
_AFTER_MARK = re.compile(rb"([(\[])\s+(?=<(?:%s)\b)" % _INLINE)


class Restored(NamedTuple):
    """A page as it was published, as far as that can be told."""

    body: bytes
    captured_at: str | None = None
    """Time of capture where the page is an archive's, in ISO 8601."""
    address: str | None = None
    """Address that it was saved from."""
    is_cut: bool = False
    """Whether the end of the page is missing; what stood half in it is left out of the body."""


def restore(body: bytes) -> Restored:
    """Undo what browsers, archives and tools did to a page; a page that was stored as it came is returned as it is."""
    body = _narrow(body)
    if b"\x00" in body:
        body = body.replace(b"\x00", b"")  # the parser takes ten times as long over them, and they mean nothing
    if _CAPITALS.search(body, 0, _CAPITALS_WINDOW):
        body = _CAPITAL_TAG.sub(lambda tag: tag[0].lower(), body)
    capture = wayback.capture(body)
    if capture:
        body = capture.body
    if _is_pretty(body):
        body = _unindented(body)
    is_cut = _is_cut(body)
    if is_cut:
        body = body[: body.rfind(b">") + 1]
    return Restored(
        body,
        capture.captured_at if capture else None,
        (capture.address if capture else None) or _saved_from(body),
        is_cut,
    )


def _narrow(body: bytes) -> bytes:
    """Return a page whose characters are two or four bytes wide in UTF-8: its marks are searched for as bytes."""
    if not body.startswith(_WIDE_STARTS):
        return body
    charset = "utf-16-le" if body.startswith(b"<\x00") else "utf-16-be" if body.startswith(b"\x00<") else None
    return decoding.to_utf8(body) if charset is None else body.decode(charset, "replace").encode("utf-8", "replace")


def _saved_from(body: bytes) -> str | None:
    found = _SAVED_FROM.search(body, 0, _SAVED_FROM_WINDOW)
    return found[1].decode("utf-8", "replace") if found else None


def _is_cut(body: bytes) -> bool:
    """Whether a page ends amid a tag or an element; a page may leave out its last end tags, but not those."""
    if any(end in body[-_END_WINDOW:] for end in _ENDS) or b"</" not in body:
        return False
    if body.rfind(b"<") > body.rfind(b">"):
        return True
    return any(body.count(b"<" + tag) > body.count(b"</" + tag) for tag in _CLOSED)


def _is_pretty(body: bytes) -> bool:
    """Whether every tag has a line of its own, as formatters write a page."""
    end = body.find(b"</title>", 0, _TITLE_WINDOW)
    if end < 0 or not body[max(0, end - _INDENT) : end].rstrip(b" \t").endswith(b"\n"):
        return False
    return len(_LINK_END.findall(body)) > 0.9 * body.count(b"</a>")


def _unindented(body: bytes) -> bytes:
    """Take the lines that a formatter set out of the text: those inside of links and the like, and before commas."""
    body = _INLINE_END.sub(rb"\1", _INLINE_START.sub(rb"\1", body))
    return _AFTER_MARK.sub(rb"\1", _BEFORE_MARK.sub(rb"\1", body))
