"""What the title page of 2015 to 2021 and its in-development stub have in common: head, heading and summary."""

from __future__ import annotations

import re

from filmspider.layouts.shared_blocks import PEOPLE_RULES
from filmspider.rules.base import Rule
from filmspider.rules.contents import own_content
from filmspider.rules.finders import Joined, Text
from filmspider.rules.html import In, Labelled, Section
from filmspider.rules.linked import Ld
from filmspider.rules.ownids import Canonicals, SubPages
from filmspider.rules.refining import Alone, Only

SECTIONS = {
    "head": Section("/html/head"),
    "overview": Section("id('title-overview-widget')"),
    "heading": Section(css_class="title_wrapper", within="overview"),
    "summary": Section(css_class="plot_summary_wrapper", within="overview", label="h4"),
}

PAGE_IDS = (
    In("head", Text("meta[@property='pageId']/@content")),
    Canonicals(),
    Ld("url"),
)
SPARE_ID = SubPages()

_PAGE_TITLE = Text("title")
RELEASE_LINK = Text("div[@class='subtext']/a[contains(@href,'releaseinfo')]")
_SERIES_YEARS = Only(re.compile(r"^\D*(\(\d{4}[^)]*\))$"), RELEASE_LINK)
_TITLE_KIND = Only(re.compile(r"\(((?:TV|Video|Short|Music|Podcast)[^()\d]*)[^()]*\)(?: - IMDb)?$"), _PAGE_TITLE)
_NUMERAL = re.compile(r"\|\s*(\([IVXLC]+\))")
_STATUS = re.compile(r"categorized as ([^,.]+)", re.IGNORECASE)

HEADING_RULES = (
    Rule("title", In("heading", Alone(Joined("h1/text()[normalize-space()]")))),
    Rule("title", In("head", _PAGE_TITLE)),
    Rule("original_title", In("heading", Text("div[@class='originalTitle']"))),
    Rule("original_title", Ld("name")),
    Rule("disambiguation", In("heading", Only(_NUMERAL, Text("div[@class='subtext']")))),
    Rule("disambiguation", In("head", _PAGE_TITLE)),
    Rule("title_type", In("heading", RELEASE_LINK)),
    Rule("title_type", In("head", _TITLE_KIND)),
    Rule("title_type", Ld("@type")),
    Rule("year", In("heading", Text("h1/span[@id='titleYear']"))),
    Rule("year", In("heading", _SERIES_YEARS)),
    Rule("year", In("head", _PAGE_TITLE)),
    Rule("end_year", In("heading", _SERIES_YEARS)),
    Rule("end_year", In("head", _PAGE_TITLE)),
    Rule("production_status", Labelled("summary", "Note:", finder=Only(_STATUS, own_content))),
)

SUMMARY_RULES = (
    *PEOPLE_RULES,
    Rule("directors", Ld("director", id="url", name="name")),
)
