"""The title page until the autumn of 2010."""

from __future__ import annotations

from functools import partial

from filmspider.layouts.shared_tn15 import DROPPED, KEPT, PAGE_IDS, RULES, SECTIONS
from filmspider.rules import Layout
from filmspider.rules.html import HtmlView

_MARK = b'<div id="tn15" class="maindetails"'

TN15 = Layout(
    name="tn15",
    media="html",
    seen="to 2010-10",
    detect=lambda page: _MARK in page.body,
    view=partial(HtmlView, sections=SECTIONS, kept=KEPT, dropped=DROPPED),
    rules=RULES,
    page_ids=PAGE_IDS,
)
