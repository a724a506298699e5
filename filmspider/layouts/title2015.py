"""The title page of December 2015 to May 2021: microdata until 2018-08, JSON-LD after, the same blocks throughout."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts.shared2015 import HEADING_RULES, PAGE_IDS, RELEASE_LINK, SECTIONS, SPARE_ID, SUMMARY_RULES
from filmspider.layouts.shared_blocks import (
    AWARDS_RULES,
    BLOCK_DROPPED,
    BLOCK_SECTIONS,
    CAST_RULES,
    CERTIFICATE_RULES,
    DETAILS_RULES,
    DID_YOU_KNOW_RULES,
    RECOMMENDATION_RULES,
    REVIEW_RULES,
    STORY_RULES,
)
from filmspider.marks import has_class
from filmspider.rules import Layout, Rule
from filmspider.rules.contents import own_text
from filmspider.rules.cutting import Span
from filmspider.rules.finders import Each, Joined, Link, One, Text, Texts
from filmspider.rules.html import HtmlView, In, Section
from filmspider.rules.linked import Ld
from filmspider.rules.refining import Only, Prefixed

_SECTIONS = (
    BLOCK_SECTIONS
    | SECTIONS
    | {
        "ratings": Section(css_class="imdbRating", within="overview"),
        "reviewbar": Section(css_class="titleReviewBar", within="overview"),
        "plot": Section(css_class="summary_text", within="overview"),
        "poster": Section(css_class="poster", within="overview"),
        "slate": Section(css_class="slate", within="overview"),
        "watchbar": Section(css_class="watchbar2", within="overview"),
        "navigation": Section(css_class="navigation_panel", within="overview"),
        "parent": Section(css_class="titleParent", within="overview"),
        "episodes": Section("id('title-episode-widget')"),
    }
)

_KEPT = (
    Span(b"<title>", b"<meta property='og:type'"),
    Span(b'<div id="main_top"', b'<div id="quicklinksBar"'),
    Span(b'<div class="title_block"', b'<div id="sidebar"'),
    Span(b'<div id="main_bottom"', b'<div class="article contribute"'),
)
_DROPPED = (
    Span(b'<div class="mediastrip', b'<div class="combined-see-more'),
    *BLOCK_DROPPED,
)
_PARENT = "ancestor::div[@id='title-overview-widget']//div[@class='titleParent']/a"
_SERIES_ID = f"substring-before(concat(translate(substring-after({_PARENT}/@href,'/title/'),'?','/'),'/'),'/')"
_OF_SERIES = f"contains(concat(translate(@href,'?','/'),'/'),concat('/',{_SERIES_ID},'/'))"
_SUBTEXT = "div[@class='subtext']"

_POPULARITY = "div/div[div[1][contains(.,'Popularity')]]/div/span[@class='subText']"

_RATINGS = (
    Rule("rating", In("ratings", Text("div[@class='ratingValue']/strong/span"))),
    Rule("rating", Ld("aggregateRating", "ratingValue")),
    Rule("rating_count", In("ratings", Text("a/span[@class='small']"))),
    Rule("rating_count", Ld("aggregateRating", "ratingCount")),
    Rule("user_review_count", In("ratings", Text("div[@class='hiddenImportant']/span[contains(.,' user')]"))),
    Rule(
        "user_review_count",
        In("reviewbar", Text(".//a[starts-with(@href,'reviews') or contains(@href,'/reviews')]")),
        fallback=True,
    ),
    Rule("critic_review_count", In("ratings", Text("div[@class='hiddenImportant']/span[contains(.,' critic')]"))),
    Rule("critic_review_count", In("reviewbar", Text(".//a[contains(@href,'externalreviews')]")), fallback=True),
    Rule("metascore", In("reviewbar", Text(".//div[starts-with(@class,'metacriticScore')]/span"))),
    Rule(
        "popularity_rank",
        In("reviewbar", Only(re.compile(r"[\d,.]+"), Text(f"{_POPULARITY}/text()[normalize-space()]"))),
    ),
    Rule("popularity_change", In("reviewbar", Prefixed("-", Text(f"{_POPULARITY}/span[@class='popularityDown']")))),
    Rule("popularity_change", In("reviewbar", Prefixed("+", Text(f"{_POPULARITY}/span[@class='popularityUpOrFlat']")))),
    Rule("chart_ranks", In("ranks", Texts("strong/a"))),
    *AWARDS_RULES,
)

_CERTIFICATES = (
    Rule(
        "certificates",
        In("heading", Joined(f"{_SUBTEXT}/span[1]/preceding-sibling::text()[not(preceding-sibling::a)]")),
    ),
    *CERTIFICATE_RULES,
    Rule("certificates", Ld("contentRating"), fallback=True),
)

_STORY = (
    Rule("plot", In("plot", own_text)),
    Rule("plot", Ld("description")),
    *STORY_RULES,
    Rule("keywords", Ld("keywords"), fallback=True),
    Rule("genres", In("heading", Texts(f"{_SUBTEXT}/a[contains(@href,'genre')]"))),
    Rule("genres", Ld("genre")),
)

_DATES = (
    *DETAILS_RULES,
    Rule("release_dates", In("heading", RELEASE_LINK)),
    Rule("date_published", Ld("datePublished")),
    Rule("date_published", In("heading", Text(f"{_SUBTEXT}//meta[@itemprop='datePublished']/@content"))),
    Rule("runtimes", In("heading", Text(f"{_SUBTEXT}/time/@datetime"))),
    Rule("runtimes", Ld("duration")),
)

_MEDIA = (
    Rule("poster_url", Ld("image")),
    Rule("poster_url", In("poster", Text(f"a[not({_PARENT}) or not({_OF_SERIES})]/img/@src"))),
    Rule(
        "trailer",
        In(
            "slate",
            One(
                "self::*[div[@class='caption']/div[1][contains(.,'Trailer')]]",
                url=Link("a/@href"),
                duration=Only(re.compile(r"[\d:]+"), Text("div[@class='caption']/div[1]")),
            ),
        ),
    ),
    Rule("trailer", Ld("trailer", url="embedUrl"), fallback=True),
    Rule("watch_options", In("watchbar", Each(".//div[h2 and p]", kind=Text("h2"), provider=Text("p")))),
)

_SERIES = (
    Rule("seasons", In("episodes", Texts(".//a[contains(@href,'season=')]"))),
    Rule(
        "episode_total", In("navigation", Text("a[contains(@class,'np_episode_guide')]//span[@class='bp_sub_heading']"))
    ),
    Rule(
        "episode",
        In(
            "parent",
            One(
                ".",
                series=Text("a/@href"),
                title=Text("a"),
                number=Text("ancestor::div[@id='title-overview-widget']//div[@class='bp_heading'][span]"),
            ),
        ),
    ),
)

TITLE_2015 = Layout(
    name="title2015",
    media="html",
    seen="2015-12 to 2021-05",
    detect=lambda page: has_class(page.body, b"title_wrapper"),
    view=partial(HtmlView, sections=_SECTIONS, kept=_KEPT, dropped=_DROPPED),
    rules=(
        *HEADING_RULES,
        *_RATINGS,
        *_CERTIFICATES,
        *_STORY,
        *SUMMARY_RULES,
        *CAST_RULES,
        *_DATES,
        *_MEDIA,
        *DID_YOU_KNOW_RULES,
        *REVIEW_RULES,
        *RECOMMENDATION_RULES,
        *_SERIES,
    ),
    page_ids=PAGE_IDS,
    spare_id=SPARE_ID,
)
