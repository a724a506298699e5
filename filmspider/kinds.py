"""What kind of page this is, before anybody reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.items import Rejection

if TYPE_CHECKING:
    from filmspider.items import RejectionReason
    from filmspider.pages import Page

_HEAD = 60_000
"""Bytes in which a page says what it is."""

_REFUSALS = {401: "401 Unauthorized", 403: "403 Forbidden", 405: "405 Method Not Allowed", 429: "429 Too Many Requests"}
_ACCEPTED = 202
_FAILED = 400

_WALLS = (
    (re.compile(rb"awswaf|gokuProps|AwsWafIntegration", re.IGNORECASE), "WAF challenge"),
    (re.compile(rb"captcha", re.IGNORECASE), "captcha"),
    (
        re.compile(rb"<title>\s*(?:403 Forbidden|Access Denied|ERROR: The request could not be satisfied)", re.I),
        "refused",
    ),
    (re.compile(rb"<title>[^<]*\b(?:consent|before you continue)\b", re.IGNORECASE), "consent page"),
)
_WALL_SIZE = 40_000
"""A wall is short; a title page that mentions a captcha in a script is not."""

_TITLE_PATH = rb"/title/tt\d{7,}"
_READABLE = rb"(?:/(?:combined|reference|maindetails))?"
_IS_TITLE = re.compile(_TITLE_PATH + _READABLE + rb"/?(?:[?#].*)?$", re.DOTALL)
_SUB_PAGE = re.compile(_TITLE_PATH + rb"/(\w+)")
_OTHER = (
    (re.compile(rb"/name/nm\d+"), "person"),
    (re.compile(rb"/find\b|/search/"), "search"),
    (re.compile(rb"/chart/"), "chart"),
    (re.compile(rb"/list/ls\d+|/user/ur\d+"), "list"),
    (re.compile(rb"/company/co\d+"), "company"),
    (re.compile(rb"/news/|/video/|/gallery/"), "media"),
)
_LINK = re.compile(rb"<link\b[^>]*\brel\s*=\s*[\"']?canonical\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_NOT_FOUND = re.compile(rb"<title>[^<]*(?:404 Error|404 Not Found|Page Not Found|URL was not found)", re.IGNORECASE)


def classify(page: Page) -> Rejection | None:
    """Return why *page* can give no record, or ``None`` for what looks like a title page.

    Whether its layout is known is not asked here.
    """
    return _answer(page) or (_wall(page) or _other_page(page) if page.media == "html" else None)


def reject(page: Page, reason: RejectionReason, detail: str | None = None) -> Rejection:
    """Return the rejection of *page*."""
    return Rejection(reason=reason, detail=detail, uri=page.uri, sha256=page.sha256)


def _answer(page: Page) -> Rejection | None:
    """What the HTTP status, or the lack of any body, says."""
    if page.status in _REFUSALS:
        return reject(page, "blocked", _REFUSALS[page.status])
    if not page.body.strip(b"\x00\t\n\r "):
        return reject(page, "blocked", "202 with an empty body") if page.status == _ACCEPTED else reject(page, "empty")
    if page.status is not None and page.status >= _FAILED:
        return reject(page, "other_page", f"HTTP status {page.status}")
    return None


def _wall(page: Page) -> Rejection | None:
    if len(page.body) > _WALL_SIZE:
        return None
    return next((reject(page, "blocked", name) for mark, name in _WALLS if mark.search(page.body)), None)


def _other_page(page: Page) -> Rejection | None:
    if _NOT_FOUND.search(page.body, 0, _HEAD):
        return reject(page, "other_page", "not found")
    address = _own_address(page)
    if not address or _IS_TITLE.search(address):
        return None
    if sub_page := _SUB_PAGE.search(address):
        return reject(page, "other_page", sub_page.group(1).decode("ascii", "replace"))
    return next((reject(page, "other_page", name) for mark, name in _OTHER if mark.search(address)), None)


def _own_address(page: Page) -> bytes:
    """The address that the page gives as its own, else the one it was captured from."""
    link = _LINK.search(page.body, 0, _HEAD)
    href = _HREF.search(link.group()) if link else None
    if href is None:
        return (page.address or "").encode()
    return next(value for value in href.groups() if value is not None)
