"""The stub shown for titles in development, 2018 to 2021: a heading and a note."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts.shared2015 import HEADING_RULES, PAGE_IDS, SECTIONS
from filmspider.rules import Layout
from filmspider.rules.html import HtmlView

_FULL_PAGE = re.compile(rb"\bid\s*=\s*[\"']?titleDetails\b")

IN_DEVELOPMENT_2018 = Layout(
    name="in_development2018",
    media="html",
    seen="2018-08 to 2021-05",
    detect=lambda page: bool(
        b"title_wrapper" in page.body and b"/inproduction/development" in page.body and not _FULL_PAGE.search(page.body)
    ),
    view=partial(HtmlView, sections=SECTIONS),
    rules=HEADING_RULES,
    page_ids=PAGE_IDS,
)
