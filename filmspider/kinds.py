"""What kind of page this is, before anybody reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.items import Rejection
from filmspider.marks import attributes, class_of, tags

if TYPE_CHECKING:
    from filmspider.items import RejectionReason
    from filmspider.pages import Page

_TITLE_SIZE = 300
"""Bytes within which a page's ``<title>`` stands whole."""

_SUBSTANCE = re.compile(rb"[^\x00\s]")
_REFUSALS = {401: "401 Unauthorized", 403: "403 Forbidden", 405: "405 Method Not Allowed", 429: "429 Too Many Requests"}
_ACCEPTED = 202
_FAILED = 400

_WALLS = (
    (re.compile(rb"awswaf|gokuProps|AwsWafIntegration", re.IGNORECASE), "WAF challenge"),
    (re.compile(rb"captcha", re.IGNORECASE), "captcha"),
    (
        re.compile(
            rb"<title>\s*(?:403 Forbidden|429 Too Many Requests|Access Denied"
            rb"|ERROR: The request could not be satisfied|Robot Check)",
            re.IGNORECASE,
        ),
        "refused",
    ),
    (re.compile(rb"<title>[^<]*\b(?:consent|before you continue)\b", re.IGNORECASE), "consent page"),
)
_WALL_SIZE = 40_000
"""A wall is short; a title page that mentions a captcha in a script is not."""

VIEWS = r"(?:/(?:combined|reference|maindetails))?"
"""What may follow a title's address without making it another page."""
_IS_TITLE = re.compile(rf"/title/tt\d{{7,}}{VIEWS}/?(?:[?#].*)?$")
_SUB_PAGE = re.compile(r"/title/tt\d{7,}/([\w-]+)")
_OTHER = (
    (re.compile(r"/name/nm\d+"), "person"),
    (re.compile(r"/find\b|/search/"), "search"),
    (re.compile(r"/chart/"), "chart"),
    (re.compile(r"/list/ls\d+|/user/ur\d+"), "list"),
    (re.compile(r"/company/co\d+"), "company"),
    (re.compile(r"/news/|/video/|/gallery/"), "media"),
)
_ELSEWHERE = re.compile(r"//(?:www\.)?(?:(?P<pro>pro\.imdb|imdbpro)|(?P<boxofficemojo>boxofficemojo))\.com\b")
_ROOM = re.compile(r"//[\w.-]*\bimdb\.[a-z]{2,3}(?::\d+)?(?:/(?P<room>[A-Za-z][\w-]*))?")
_NAMES_A_TITLE = re.compile(r"\btt\d{7}|/Title\?")
_TITLE_PAGES = {b"main", b"maindetails", b"combined", b"reference"}
_FAILURES = (
    (re.compile(rb"404 Error|404 Not Found|Page Not Found|URL was not found", re.IGNORECASE), "not found"),
    (re.compile(rb"\b50\d (?:Error|Internal|Service|Bad Gateway|Gateway)|Error 50\d", re.IGNORECASE), "server error"),
    (re.compile(rb"(?:Internet Archive )?Wayback Machine\s*</title", re.IGNORECASE), "not archived"),
)
_FILM = re.compile(rb"<title[^>]*>[^<]*\((?:[^()<]{1,40} )?(?:\d{4}|\?{4})")
"""A page's title with a year in brackets: whatever its words, it is a film's name and not a failure's."""


def classify(page: Page) -> Rejection | None:
    """Return why *page* can give no record, or ``None`` for what looks like a title page.

    Whether its layout is known is not asked here.
    """
    return _answer(page) or (_wall(page) if page.media == "html" else None) or _other_page(page)


def unknown(page: Page) -> Rejection:
    """Return why *page*, which is in no known layout, gives no record: what it is instead, if it says so.

    >>> from filmspider.pages import Page
    >>> unknown(Page(body=b'<html><body><div id="tn15" class="fullcredits">')).detail
    'fullcredits'
    """
    old_page = class_of(page.body, b"tn15")
    if old_page and old_page not in _TITLE_PAGES:
        return reject(page, "other_page", old_page.decode("ascii", "replace"))
    room = _room(page.own_address)
    return reject(page, "other_page", room) if room else reject(page, "unknown_layout")


def reject(page: Page, reason: RejectionReason, detail: str | None = None) -> Rejection:
    """Return the rejection of *page*."""
    return Rejection(reason=reason, detail=detail, uri=page.uri, sha256=page.sha256)


def _answer(page: Page) -> Rejection | None:
    """What the HTTP status, or the lack of any body, says."""
    if page.status in _REFUSALS:
        return reject(page, "blocked", _REFUSALS[page.status])
    if not _SUBSTANCE.search(page.body):
        return reject(page, "blocked", "202 with an empty body") if page.status == _ACCEPTED else reject(page, "empty")
    if page.status is not None and page.status >= _FAILED:
        return reject(page, "other_page", f"HTTP status {page.status}")
    return None


def _wall(page: Page) -> Rejection | None:
    if len(page.body) > _WALL_SIZE or _FILM.search(page.body):
        return None
    return next((reject(page, "blocked", name) for mark, name in _WALLS if mark.search(page.body)), None)


def _other_page(page: Page) -> Rejection | None:
    start = page.body.find(b"<title")
    if start >= 0 and (failure := _failure(page.body, start)):
        return reject(page, "other_page", failure)
    address = page.own_address
    if elsewhere := _ELSEWHERE.search(address):
        return reject(page, "other_page", elsewhere.lastgroup)
    if address and _IS_TITLE.search(address):
        return None
    if sub_page := _SUB_PAGE.search(address):
        return reject(page, "other_page", sub_page.group(1))
    listed = next((name for mark, name in _OTHER if mark.search(address)), None)
    known = listed or _declared(page.body) or _room(page.canonical or "")
    return reject(page, "other_page", known) if known else None


def _room(address: str) -> str | None:
    """The first word of an address on the site that is no title's."""
    room = None if _NAMES_A_TITLE.search(address) else _ROOM.search(address)
    return (room["room"] or "home") if room else None


def _failure(body: bytes, start: int) -> str | None:
    if _FILM.match(body, start):
        return None
    return next((name for mark, name in _FAILURES if mark.search(body, start, start + _TITLE_SIZE)), None)


def _declared(body: bytes) -> str | None:
    """What the page's own ``pageType`` and ``subPageType`` call it, unless that is a title's page."""
    declared = [attributes(tag).get(b"content", b"") for tag in tags(body[: body.find(b"</head")], b"ageType")]
    kind, view = (*declared, b"", b"")[:2]
    if kind in {b"", b"title"}:
        kind = b"" if view in _TITLE_PAGES else view
    return kind.decode("ascii", "replace") or None
