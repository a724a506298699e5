"""The title page until the autumn of 2010."""

from __future__ import annotations

from functools import partial

from filmspider.layouts.shared_tn15 import DROPPED_ABOVE, DROPPED_BELOW, KEPT, PAGE_IDS, RULES, SECTIONS, SPARE_ID
from filmspider.layouts.tn15_words import ENGLISH
from filmspider.marks import class_of
from filmspider.rules import Layout
from filmspider.rules.html import HtmlView

TN15 = Layout(
    name="tn15",
    media="html",
    seen="to 2010-10",
    detect=lambda page: class_of(page.body, b"tn15") == b"maindetails",
    view=partial(HtmlView, sections=SECTIONS, kept=KEPT, dropped=(*DROPPED_ABOVE, *DROPPED_BELOW), english=ENGLISH),
    rules=RULES,
    page_ids=PAGE_IDS,
    spare_id=SPARE_ID,
)
