"""Captures as the Wayback Machine shows them: what it added is taken off again, the time of capture kept."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

_MARKS = (b"WAYBACK TOOLBAR", b"Wayback Rewrite", b"__wm.wombat(", b"archive_analytics.")
"""The head of each capture has one of them; a link to the archive is none: a film's site may be kept there."""
_HEAD = 30_000
_END_MARK = b"FILE ARCHIVED ON"
_END = 8_000
"""Bytes at either end that are searched for marks."""

_INSERTS = (
    (b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->"),
    (b"<!--\n     FILE ARCHIVED ON", b"-->"),
    (b"<!--\nplayback timings", b"-->"),
    (b"<!-- End Wayback Rewrite JS Include", b"-->"),
)
# Lengths are bounded so that no damaged page takes long.
_SCRIPTS = (
    re.compile(
        rb"<script\b[^<>]{0,300}\bsrc\s*=\s*[\"']?[^\"'<>]{0,300}(?://(?:[a-z-]+\.)*archive\.org/(?!web/)|/_static/|/static/js/)"
        rb"[^<>]{0,300}>[^<]*</script>"
    ),
    re.compile(rb"<script\b[^<>]*>[^<]{0,2000}?\b(?:__wm\.|archive_analytics\.|window\.RufflePlayer)[^<]*</script>"),
    re.compile(rb"<link\b[^<>]{0,300}(?://(?:[a-z-]+\.)*archive\.org/(?!web/)|/_static/|/static/css/)[^<>]{0,300}>"),
)

_THROUGH = (
    rb"(?:(?:https?:)?\\?/\\?/(?:web|wayback)\.archive\.org(?::\d+)?)?"
    rb"\\?/web\\?/(\d{4,14})(?:[a-z]{2}_)*\\?/(?=https?:|mailto:|javascript:|\\?/\\?/)"
)
"""What the archive sets before an address; in scripts with its slashes escaped."""
_LINK = re.compile(_THROUGH + rb"(https?:[^/\s\"'<>]*//[^/\s\"'<>:]*)?(?::80(?=/))?([^\s\"'<>]*)")
_OWN_LINK = re.compile(rb"(<a\b[^<>]*?\bhref\s*=\s*[\"']?)" + _THROUGH + rb"https?://(?:www\.)?imdb\.com(?::80)?(?=/)")
_STAMP = re.compile(_THROUGH)

_ARCHIVED_ON = re.compile(rb"ARCHIVED ON (\d\d:\d\d:\d\d [A-Z][a-z]{2} \d\d, \d{4})")
_ADDRESS = re.compile(
    rb"__wm\.wombat\(\"(https?://[^\"]{1,500})\"|\bid=\"wmtbURL\"[^<>]{0,200}\bvalue=\"(https?://[^\"]{1,500})\""
)
_ISO = "%Y-%m-%dT%H:%M:%SZ"


class Capture(NamedTuple):
    """A page with what the archive said of it."""

    body: bytes
    """The page as it was archived, but for links: those of ``<a>`` to the site's own pages are relative."""
    captured_at: str | None
    """Time of the capture, in ISO 8601."""
    address: str | None
    """Address of the page that was captured."""


def capture(body: bytes) -> Capture | None:
    """Take off what the archive added to a page; ``None`` for a page that is none of its captures."""
    # What is not there is found out in half the time from the end.
    if body.find(_END_MARK, -_END) < 0 and all(body.rfind(mark, 0, _HEAD) < 0 for mark in _MARKS):
        return None
    original = body
    for start, end in _INSERTS:
        original = _without(original, start, end)
    for script in _SCRIPTS:
        original = script.sub(b"", original)
    stamp = _STAMP.search(original)
    original = _OWN_LINK.sub(rb"\1", original)
    return Capture(_LINK.sub(rb"\2\3", original), _captured_at(body, stamp), _address(body))


def _without(body: bytes, start: bytes, end: bytes) -> bytes:
    """Return *body* without the first part from *start* to the end of *end*, where it has both."""
    first = body.find(start)
    last = body.find(end, first) if first >= 0 else -1
    return body if last < 0 else body[:first] + body[last + len(end) :]


def _captured_at(body: bytes, stamp: re.Match[bytes] | None) -> str | None:
    stated = _ARCHIVED_ON.search(body)
    if stated:
        return _iso(stated[1], "%H:%M:%S %b %d, %Y")
    return _iso(stamp[1], "%Y%m%d%H%M%S") if stamp else None


def _iso(raw: bytes, form: str) -> str | None:
    try:
        return datetime.strptime(raw.decode("ascii"), form).replace(tzinfo=UTC).strftime(_ISO)
    except ValueError:
        return None


def _address(body: bytes) -> str | None:
    stated = _ADDRESS.search(body)
    return (stated[1] or stated[2]).decode("utf-8", "replace").replace(":80/", "/", 1) if stated else None
