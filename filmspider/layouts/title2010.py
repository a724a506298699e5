"""The title page of October 2010 to January 2016: a poster beside an ``h1.header``, an infobar and a star box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.heading2010 import HEADER_CERTIFICATE_RULES, HEADING_RULES, RATING_RULES
from filmspider.layouts.shared_blocks import (
    BLOCK_DROPPED,
    BLOCK_SECTIONS,
    CAST_RULES,
    DETAILS_RULES,
    DID_YOU_KNOW_RULES,
    PEOPLE_RULES,
    RECOMMENDATION_RULES,
    REVIEW_RULES,
    STORY_RULES,
)
from filmspider.marks import has_id, holds
from filmspider.rules import Layout, Rule
from filmspider.rules.cutting import Span
from filmspider.rules.finders import Attribute, Each, Joined, Lines, Link, One, Text, Texts
from filmspider.rules.html import HtmlView, In, Section
from filmspider.rules.ownids import Canonicals, SubPages
from filmspider.rules.refining import Only, Prefixed

if TYPE_CHECKING:
    from filmspider.pages import Page

_SECTIONS = BLOCK_SECTIONS | {
    "top": Section("id('maindetails_center_top') | id('main_top')"),
    "summary": Section("id('overview-top')", label="h4"),
    "infobar": Section("div[@class='infobar']", within="summary"),
    "starbox": Section("div[starts-with(@class,'star-box')]", within="summary"),
    "prometer": Section("id('prometer')"),
    "poster": Section("id('img_primary')"),
    "bottom": Section("id('overview-bottom')"),
    "watchbar": Section(css_class="watchbar2", within="top"),
    "lozenges": Section(css_class="watch-bar", within="top"),
    "ranks": Section("id('titleAwardsRanks') | id('maindetails_center_bottom')/div[contains(@class,'highlighted')]"),
    "episodes": Section("id('titleTVSeries') | id('title-episode-widget')"),
}

_HEAD = Span(b"<head", b"</head")
_KEPT_FIRST = (
    _HEAD,
    Span(b'<div class="maindetails_center" id="maindetails_center_top"', b'<div id="maindetails_sidebar'),
    Span(b'<div id="maindetails_center_bottom"', b'<div class="article contribute"'),
)
_MAIN_TOP = b'<div id="main_top"'
_KEPT_LAST = (
    _HEAD,
    Span(_MAIN_TOP, b'<div id="sidebar"'),
    Span(b'<div id="main_bottom"', b'<div class="article contribute"'),
)
_DROPPED = (
    Span(b'<div class="star-box-rating-widget"', b'<div class="star-box-details"'),
    Span(b'<div id="share-checkin"', b"</td>"),
    Span(b'<div id="combined-photos"', b'<div class="combined-see-more'),
    *BLOCK_DROPPED,
    Span(b'<table class="boards"', b"</table>"),
)

_RELEASE = Text("span[a[contains(@href,'releaseinfo')]]")

_STORY = (
    Rule("plot", In("summary", Text("p[@itemprop='description']"))),
    Rule("plot", In("summary", Text("p[normalize-space()]"))),
    *STORY_RULES,
    Rule("storyline", In("storyline", Lines("p"))),
    Rule("genres", In("infobar", Texts(".//a[contains(@href,'/genre/') or contains(@href,'genres=')]"))),
)

_DATES = (
    *DETAILS_RULES,
    Rule("release_dates", In("infobar", _RELEASE)),
    Rule(
        "date_published",
        In("infobar", Text(".//*[@itemprop='datePublished']/@*[name()='content' or name()='datetime']")),
    ),
    Rule("runtimes", In("infobar", Text("time[@itemprop='duration']/@datetime"))),
    Rule("runtimes", In("infobar", Only(re.compile(r"\d+ min"), Joined("text()"))), fallback=True),
)

_SERIES = "id('overview-top')/h2[contains(@class,'tv_header')]/a/@href"
_SERIES_ID = f"substring-before(concat(translate(substring-after({_SERIES},'/title/'),'?','/'),'/'),'/')"
_OF_SERIES = f"contains(concat(translate(@href,'?','/'),'/'),concat('/',{_SERIES_ID},'/'))"
_POSTER = f".//a[not({_SERIES}) or not({_OF_SERIES})]/img"
_SHARED_IMAGE = "/ancestor::html/head/link[@rel='image_src']/@href"
_TRAILER = "a[contains(@class,'title-trailer')][contains(.,'Trailer')]"

_MEDIA = (
    Rule("poster_url", In("poster", Only(re.compile(r".*\._V1_\.jpg$"), Text(f"self::*[{_POSTER}]{_SHARED_IMAGE}")))),
    Rule("poster_url", In("poster", Text(f"{_POSTER}/@src"))),
    Rule(
        "trailer",
        In(
            "bottom",
            One(
                _TRAILER,
                url=Link("@href"),
                video=Attribute("data-video"),
                duration=Prefixed(
                    "P",
                    Text(
                        "id('titleMediaStrip')//span[a/@data-video = id('overview-bottom')"
                        f"/{_TRAILER}/@data-video]/meta[@itemprop='duration']/@content"
                    ),
                ),
            ),
        ),
    ),
    Rule("watch_options", In("watchbar", Each(".//div[h2 and p]", kind=Text("h2"), provider=Text("p")))),
    Rule("watch_options", In("lozenges", Each(".//div[h3 and p]", kind=Text("h3"), provider=Text("p")))),
)

_EPISODES = (
    Rule("seasons", In("episodes", Texts(".//a[contains(@href,'season')]"))),
    Rule(
        "episode",
        In(
            "summary",
            One(
                "h2[contains(@class,'tv_header')]",
                series=Text("a/@href"),
                title=Text("a"),
                number=Joined("text() | span"),
            ),
        ),
    ),
)


def _view(page: Page) -> HtmlView:
    kept = _KEPT_LAST if holds(page.body, _MAIN_TOP) else _KEPT_FIRST
    return HtmlView(page, _SECTIONS, kept, _DROPPED)


TITLE_2010 = Layout(
    name="title2010",
    media="html",
    seen="2010-10 to 2016-01",
    detect=lambda page: has_id(page.body, b"title-overview-widget-layout"),
    view=_view,
    rules=(
        *HEADING_RULES,
        *RATING_RULES,
        *HEADER_CERTIFICATE_RULES,
        *_STORY,
        *PEOPLE_RULES,
        *CAST_RULES,
        *_DATES,
        *_MEDIA,
        *DID_YOU_KNOW_RULES,
        *REVIEW_RULES,
        *RECOMMENDATION_RULES,
        *_EPISODES,
    ),
    page_ids=(
        Canonicals(),
        In("head", Text("meta[@property='og:url']/@content")),
    ),
    spare_id=SubPages(),
)
