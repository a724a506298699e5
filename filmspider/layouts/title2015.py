"""The title page of December 2015 to May 2021: microdata until 2018-08, JSON-LD after, the same blocks throughout."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts.shared2015 import HEADING_RULES, PAGE_IDS, RELEASE_LINK, SECTIONS, SUMMARY_RULES
from filmspider.rules import Layout, Rule
from filmspider.rules.finders import (
    Attribute,
    Child,
    Content,
    Each,
    EachByClass,
    First,
    Joined,
    Lines,
    Link,
    Linked,
    One,
    Only,
    Prefixed,
    Text,
    Texts,
    lines,
    own_content,
    own_lines,
    own_text,
)
from filmspider.rules.html import HtmlView, In, Labelled, LabelledAreas, Section, Span
from filmspider.rules.linked import Ld

_SECTIONS = SECTIONS | {
    "ratings": Section(token="imdbRating", within="overview"),
    "reviewbar": Section(token="titleReviewBar", within="overview"),
    "poster": Section(token="poster", within="overview"),
    "slate": Section(token="slate", within="overview"),
    "watchbar": Section(token="watchbar2", within="overview"),
    "navigation": Section(token="navigation_panel", within="overview"),
    "parent": Section(token="titleParent", within="overview"),
    "ranks": Section("id('titleAwardsRanks')"),
    "recommendations": Section("id('title_recs')"),
    "episodes": Section("id('title-episode-widget')"),
    "cast": Section("id('titleCast')"),
    "storyline": Section("id('titleStoryLine')", label="h4"),
    "details": Section("id('titleDetails')", label="h4"),
    "trivia": Section("id('titleDidYouKnow')"),
    "faq": Section("id('titleFAQ')"),
    "review": Section("id('titleUserReviewsTeaser')"),
}

_KEPT = (
    Span(b"<head", b"</head"),
    Span(b'<div id="main_top"', b'<div id="quicklinksBar"'),
    Span(b'<div class="title_block"', b'<div id="sidebar"'),
    Span(b'<div id="main_bottom"', b'<div class="article contribute"'),
)
_DROPPED = (
    Span(b'<td class="primary_photo">', b"</td>"),
    Span(b'<div class="mediastrip', b'<div class="combined-see-more'),
    Span(b'<div class="rec_slide"', b'<div class="rec_overviews"'),
    Span(b'<div class="rec_poster"', b'<div class="rec_details"'),
    Span(b'<span class="rating-stars"', b'<span class="rating-rating'),
)
_LINKS = Texts("a")
_MARKS = (b'class="title_wrapper"', b"class=title_wrapper", b"class='title_wrapper'")
_PARENT = "ancestor::div[@id='title-overview-widget']//div[@class='titleParent']/a"
_SERIES_ID = f"substring(substring-after({_PARENT}/@href,'/title/'),1,9)"
_BRACKETED = re.compile(r"^\(.*\)$")
_SUBTEXT = "div[@class='subtext']"

_POPULARITY = "div/div[div[1][contains(.,'Popularity')]]/div/span[@class='subText']"

_RATINGS = (
    Rule("rating", In("ratings", Text("div[@class='ratingValue']/strong/span"))),
    Rule("rating", Ld("aggregateRating", "ratingValue")),
    Rule("rating_count", In("ratings", Text("a/span[@class='small']"))),
    Rule("rating_count", Ld("aggregateRating", "ratingCount")),
    Rule("user_review_count", In("ratings", Text("div[@class='hiddenImportant']/span[contains(.,' user')]"))),
    Rule(
        "user_review_count", In("reviewbar", Text(".//a[starts-with(@href,'reviews') or contains(@href,'/reviews')]"))
    ),
    Rule("critic_review_count", In("ratings", Text("div[@class='hiddenImportant']/span[contains(.,' critic')]"))),
    Rule("critic_review_count", In("reviewbar", Text(".//a[contains(@href,'externalreviews')]"))),
    Rule("metascore", In("reviewbar", Text(".//div[starts-with(@class,'metacriticScore')]/span"))),
    Rule(
        "popularity_rank",
        In("reviewbar", Only(re.compile(r"[\d,.]+"), Text(f"{_POPULARITY}/text()[normalize-space()]"))),
    ),
    Rule("popularity_change", In("reviewbar", Prefixed("-", Text(f"{_POPULARITY}/span[@class='popularityDown']")))),
    Rule("popularity_change", In("reviewbar", Prefixed("+", Text(f"{_POPULARITY}/span[@class='popularityUpOrFlat']")))),
    Rule("chart_ranks", In("ranks", Texts("strong/a"))),
    Rule("awards", In("ranks", Joined("span[@class='awards-blurb' or @itemprop='awards']"))),
)

_CERTIFICATES = (
    Rule(
        "certificates",
        In("heading", Joined(f"{_SUBTEXT}/span[1]/preceding-sibling::text()[not(preceding-sibling::a)]")),
    ),
    Rule("certificates", Labelled("storyline", "Certificate:", finder=own_content)),
    Rule("certificates", Labelled("storyline", "Motion Picture Rating (MPAA)", finder=own_content)),
    Rule("certificates", Ld("contentRating"), fallback=True),
)

_STORY = (
    Rule("plot", In("summary", Text(".//div[@class='summary_text']"))),
    Rule("plot", Ld("description")),
    Rule("storyline", In("storyline", Lines("div[contains(@class,'canwrap') and not(contains(@class,'see-more'))]/p"))),
    Rule("keywords", Labelled("storyline", "Plot Keywords:", finder=Texts("a[contains(@href,'/keyword/')]"))),
    Rule("keywords", Ld("keywords"), fallback=True),
    Rule("taglines", Labelled("storyline", "Taglines:", finder=own_content)),
    Rule("genres", Labelled("storyline", "Genres:", finder=_LINKS)),
    Rule("genres", In("heading", Texts(f"{_SUBTEXT}/a[contains(@href,'genre')]"))),
    Rule("genres", Ld("genre")),
)

_CAST = (
    Rule(
        "cast",
        In(
            "cast",
            EachByClass(
                "table/tr[td[3]] | table/tbody/tr[td[3]]",
                "td",
                id=(-3, First("a", Attribute("href"))),
                name=(-3, own_text),
                role=(-1, own_content),
            ),
        ),
    ),
    Rule("cast_complete", In("cast", Text(".//td[@class='castlist_label']"))),
)

_DETAILS = (
    Rule("release_dates", Labelled("details", "Release Date:", finder=own_content)),
    Rule("release_dates", In("heading", RELEASE_LINK)),
    Rule("date_published", Ld("datePublished")),
    Rule("date_published", In("heading", Text(f"{_SUBTEXT}//meta[@itemprop='datePublished']/@content"))),
    Rule("runtimes", Labelled("details", "Runtime:", finder=own_content)),
    Rule("runtimes", In("heading", Text(f"{_SUBTEXT}/time/@datetime"))),
    Rule("runtimes", Ld("duration")),
    Rule("countries", Labelled("details", "Country:", finder=_LINKS)),
    Rule("languages", Labelled("details", "Language:", finder=_LINKS)),
    Rule("akas", Labelled("details", "Also Known As:", finder=own_content)),
    Rule("filming_locations", Labelled("details", "Filming Locations:", finder=_LINKS)),
    Rule("official_sites", Labelled("details", "Official Sites:", finder=Each("a", label=own_text, url=Link("@href")))),
    Rule(
        "production_companies",
        Labelled("details", "Production Co:", finder=Linked(".//a[contains(@href,'/company/')]")),
    ),
    Rule("budget", Labelled("details", "Budget:", finder=own_content)),
    Rule("opening_weekends", LabelledAreas("details", r"Opening Weekend(?: (?P<area>.+))?:", finder=own_content)),
    Rule(
        "grosses", LabelledAreas("details", r"(?:Gross|Cumulative)(?: (?P<area>.+?))?(?: Gross)?:", finder=own_content)
    ),
    Rule("colors", Labelled("details", "Color:", finder=own_content)),
    Rule("sound_mixes", Labelled("details", "Sound Mix:", finder=own_content)),
    Rule("aspect_ratio", Labelled("details", "Aspect Ratio:", finder=own_content)),
)

_MEDIA = (
    Rule("poster_url", Ld("image")),
    Rule("poster_url", In("poster", Text(f"a[not({_PARENT}) or not(contains(@href,{_SERIES_ID}))]/img/@src"))),
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

_DID_YOU_KNOW = (
    Rule("trivia", In("trivia", Content("div[@id='trivia']"))),
    Rule("goofs", In("trivia", Content("div[@id='goofs']"))),
    Rule("quotes", In("trivia", Content("div[@id='quotes']"))),
    Rule("crazy_credits", In("trivia", Content("div[@id='crazyCredits']"))),
    Rule("connections", In("trivia", Content("div[@id='connections']"))),
    Rule("soundtracks", In("trivia", Each("div[@id='soundtracks']", title=Lines(".")))),
    Rule("faqs", In("faq", Each("div[@class='faq']/div[b]", question=Text("a")))),
    Rule(
        "featured_review",
        In(
            "review",
            One(
                "div[@class='user-comments']",
                title=Text("span/strong"),
                author=Text("span/div[@class='comment-meta']/a[1]"),
                date=Only(re.compile(r"^[^|]+"), Text("span/div[@class='comment-meta']/text()")),
                rating=Text(".//div[@class='tinystarbar']/@title | .//meta[@itemprop='ratingValue']/@content"),
                text=Lines("span/div[p]/p"),
                votes=Text("div[@class='yn']"),
            ),
        ),
    ),
)

_RECOMMENDATIONS = (
    Rule(
        "recommendations",
        In(
            "recommendations",
            EachByClass(
                "(div | div/div/div)[@class='rec_overviews']/div/div[@class='rec_details']/div[@class='rec-info']",
                "div",
                id=("rec-title", First("a", Attribute("href"))),
                title=("rec-title", First("a", own_text)),
                year=("rec-title", Only(_BRACKETED, Child(-1, own_text))),
                rating=("rating", Only(re.compile(r"[\d.]+/10"), Attribute("title"))),
                genres=("rec-cert-genre", own_lines),
                plot=("rec-outline", own_text),
                directors=("rec-director", own_text),
                stars=("rec-actor", own_text),
            ),
        ),
    ),
)

_SERIES = (
    Rule("seasons", In("episodes", Texts(".//a[contains(@href,'season=')]"))),
    Rule(
        "episode_total", In("navigation", Text("a[contains(@class,'np_episode_guide')]//span[@class='bp_sub_heading']"))
    ),
    Rule(
        "episode",
        In(
            "overview",
            One(
                "self::*[.//div[@class='titleParent']]",
                series=Text(".//div[@class='titleParent']/a/@href"),
                title=Text(".//div[@class='titleParent']/a"),
                number=Text(".//div[@class='bp_heading'][span]"),
            ),
        ),
    ),
)

TITLE_2015 = Layout(
    name="title2015",
    media="html",
    seen="2015-12 to 2021-05",
    detect=lambda page: any(mark in page.body for mark in _MARKS),
    view=partial(HtmlView, sections=_SECTIONS, kept=_KEPT, dropped=_DROPPED),
    rules=(
        *HEADING_RULES,
        *_RATINGS,
        *_CERTIFICATES,
        *_STORY,
        *SUMMARY_RULES,
        *_CAST,
        *_DETAILS,
        *_MEDIA,
        *_DID_YOU_KNOW,
        *_RECOMMENDATIONS,
        *_SERIES,
    ),
    page_ids=PAGE_IDS,
)
