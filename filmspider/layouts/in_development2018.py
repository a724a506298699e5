"""The stub shown for titles in development, 2018 to 2021: a heading and a note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from filmspider.layouts.shared2015 import HEADING_RULES, PAGE_IDS, SECTIONS, SPARE_ID
from filmspider.rules import Layout
from filmspider.rules.html import HtmlView

if TYPE_CHECKING:
    from filmspider.pages import Page

_HEADING = b"title_wrapper"
_MARK = b"/inproduction/development"
_LONGEST = 150_000
"""Bytes of a page: a stub is short."""
_SUBTEXT = 3_000
"""Bytes of a page's heading."""


def _detect(page: Page) -> bool:
    if len(page.body) > _LONGEST:
        return False
    start = page.body.rfind(_HEADING)
    while start >= 0:
        if page.body.find(_MARK, start, start + _SUBTEXT) >= 0:
            return b"titleDetails" not in page.body
        start = page.body.rfind(_HEADING, 0, start)
    return False


IN_DEVELOPMENT_2018 = Layout(
    name="in_development2018",
    media="html",
    seen="2018-08 to 2021-05",
    detect=_detect,
    view=partial(HtmlView, sections=SECTIONS),
    rules=HEADING_RULES,
    page_ids=PAGE_IDS,
    spare_id=SPARE_ID,
)
