"""The combined page, which outlived the title page it belonged to by seven years: that page and the full credits."""

from __future__ import annotations

from functools import partial

from filmspider.layouts.shared_tn15 import DROPPED_ABOVE, DROPPED_BELOW, KEPT, PAGE_IDS, RULES, SECTIONS, SPARE_ID
from filmspider.layouts.tn15_words import ENGLISH
from filmspider.marks import class_of
from filmspider.rules import Layout, Rule
from filmspider.rules.cutting import Span
from filmspider.rules.finders import Each, Linked, Text
from filmspider.rules.html import HtmlView, In, Labelled

_CLASSES = {b"combined", b"reference"}
_TABLE = b'<table border="0" cellpadding="1" cellspacing="1"><tr><td colspan="3" align="left"><h5><a class="glossary" '
_COMPANIES_HEAD = "@class='blackcatheader' and normalize-space()='Production Companies'"
_COMPANIES = b'<b class="blackcatheader">'
_CREW_SIZE = 1_000_000
"""Bytes that the crew may take."""
_DROPPED = (
    *DROPPED_ABOVE,
    # Directors and writers come first; whichever credits follow them, nothing is read before the companies.
    Span(
        _TABLE + b'name="producers"',
        _COMPANIES,
        _CREW_SIZE,
        (_TABLE + b'name="music_original"', _TABLE + b'name="cinematographers"', _TABLE + b'name="editors"'),
    ),
    Span(_COMPANIES + b"Distributors", b"<h3>Additional Details"),
    *DROPPED_BELOW,
)

_CREDITED = "/../following-sibling::tr[td[1]/a[contains(@href,'/name/nm')]]"
_CREDIT = {"id": Text("td[1]/a/@href"), "name": Text("td[1]/a"), "notes": Text("td[3]")}
# On an episode's page the crew of the series may follow that of the episode.
_SERIES_CREW = "ancestor::table[1]/preceding-sibling::div[table//b[normalize-space()='Series Crew']]"
_EPISODE = "id('tn15content')/div/h5[normalize-space()='TV Series:']"
_CREDITS = Each(f"self::*[not({_SERIES_CREW})]{_CREDITED}", **_CREDIT)
_SERIES_CREDITS = Each(f"self::*[not({_SERIES_CREW} or {_EPISODE})]{_CREDITED}", **_CREDIT)

_RULES = (
    Rule("directors", Labelled("content", "Directed by", finder=_CREDITS)),
    Rule("directors", Labelled("content", "Series Directed by", finder=_SERIES_CREDITS)),
    Rule("writers", Labelled("content", "Writing credits", finder=_CREDITS)),
    Rule("writers", Labelled("content", "Series Writing credits", finder=_SERIES_CREDITS)),
    Rule(
        "production_companies",
        In("content", Linked(f"b[{_COMPANIES_HEAD}]/following-sibling::ul[1]/li/a")),
    ),
)

COMBINED = Layout(
    name="combined",
    media="html",
    seen="to 2017-12",
    detect=lambda page: class_of(page.body, b"tn15") in _CLASSES,
    view=partial(HtmlView, sections=SECTIONS, kept=KEPT, dropped=_DROPPED, english=ENGLISH),
    rules=(*_RULES, *RULES),
    page_ids=PAGE_IDS,
    spare_id=SPARE_ID,
)
