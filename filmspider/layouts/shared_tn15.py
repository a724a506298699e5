"""What the title page of 2009 and 2010 and the combined page until 2017 have in common: nearly everything."""

from __future__ import annotations

import re

from filmspider.rules.base import Rule
from filmspider.rules.blocks import (
    Caption,
    Columns,
    FirstLike,
    Holding,
    Marked,
    block_items,
    block_lines,
    block_text,
)
from filmspider.rules.contents import own_text
from filmspider.rules.cutting import IN_ROWS, Span
from filmspider.rules.finders import Each, Joined, Lines, Link, Linked, One, Text, Texts
from filmspider.rules.html import In, Labelled, Rows, Section
from filmspider.rules.ownids import Canonicals, SubPages
from filmspider.rules.refining import Alone, Only
from filmspider.rules.rows import CastRows
from filmspider.rules.sourcerows import CAST

SECTIONS = {
    "head": Section("/html/head"),
    "photo": Section("id('tn15lhs')/div[@class='photo']"),
    "title": Section("id('tn15title')/h1"),
    "content": Section("id('tn15content')", label="h5"),
    "media": Section(
        "id('title-media-strip') | table[(tr | tbody/tr)/td/@class='media_strip_header']", within="content"
    ),
    "rating": Section("id('tn15rating')"),
    "cast": Section("(div | div/div)/table[@class='cast']", within="content", rows=CAST),
    "review": Section("div[@class='comment']", within="content"),
}

KEPT = (
    Span(b"<head", b"</head"),
    Span(b'<div id="tn15lhs"', b"<h6"),
    Span(b'<div id="tn15main"', b'<div id="tn15bot"'),
)
DROPPED_ABOVE = (
    Span(b'<a href="/rg/photos-title/', b"</a"),
    Span(b'<div id="tn15adrhs"', b"<h3>Overview"),
    Span(b'<a title="10" href="vote', b"</div"),
    Span(b'<td class="hs"', b'<td class="nm"', IN_ROWS),
)
DROPPED_BELOW = (
    Span(b'<input type="hidden"', b"</form"),
    Span(b"<h3>Message Boards", b"<h3>Re"),
    Span(b'<img class="poster"', b"</a", IN_ROWS),
)

PAGE_IDS = (
    Canonicals(),
    In("head", Text("meta[@property='og:url']/@content")),
    In("head", Text("meta[@name='WT.z_const']/@content")),
)
SPARE_ID = SubPages()

_PAGE_TITLE = Text("title")
_BESIDE = "span/span[@class='title-extra']"
_YEARS = Only(re.compile(r"\d{4}.*$"), Text(".//span[@class='tv-extra']"))
_KIND_IN_BRACKETS = re.compile(r"\((TV|V|VG|mini|(?:TV|Video) ?[A-Za-z -]*?)(?: \d{4}[^()]*)?\)$")
_ORIGINAL = re.compile(r"^(.+?)\s*\((?:original title|Originaltitel|titre original|título original|titolo originale)\)")
_ORIGINAL_AKA = r'(?=.*\(original title\))(?:"(.+)" - [^"]+|(.+?)(?: \([^()]+\))? \(original title\).*)'
_ALL_IN_QUOTES = """self::*[not(span/em)][starts-with(normalize-space(text()), '"')]
    [substring(normalize-space(text()), string-length(normalize-space(text()))) = '"']"""
_TOTAL = re.compile(r"\(([\d.,]+) [^\W\d]+\)")
_LINKS = Texts(".//a[not(contains(@class,'tn15more'))]")
PERSON = ".//a[contains(@href,'/name/nm')]"

_HEADING = (
    Rule("title", In("title", Alone(Text("span/em")))),
    Rule("title", In("title", Alone(Joined("text()[normalize-space()]")))),
    Rule("title", In("head", _PAGE_TITLE)),
    Rule(
        "original_title",
        In("title", Only(_ORIGINAL, Joined(f"{_BESIDE}/text() | {_BESIDE}/i"))),
    ),
    Rule(
        "original_title",
        Labelled(
            "content",
            "Also Known As:",
            finder=Holding("original", FirstLike(_ORIGINAL_AKA, block_lines)),
        ),
        fallback=True,
    ),
    Rule("disambiguation", In("head", _PAGE_TITLE)),
    Rule("title_type", In("title", Text(".//span[@class='tv-extra']"))),
    Rule("title_type", Labelled("content", "TV Series:", finder=Marked("self::*", "TV Episode"))),
    Rule("title_type", In("head", Only(_KIND_IN_BRACKETS, _PAGE_TITLE))),
    Rule("title_type", In("title", Only(_KIND_IN_BRACKETS, Joined("span/text()")))),
    Rule("title_type", In("title", Marked(_ALL_IN_QUOTES, "TV Series")), fallback=True),
    Rule("year", In("head", _PAGE_TITLE)),
    Rule("year", In("title", Only(re.compile(r"\d{4}"), Joined("span/a[contains(@href,'ear')] | span/text()")))),
    Rule("year", In("title", _YEARS), fallback=True),
    Rule("end_year", In("title", _YEARS)),
    Rule("production_status", Labelled("content", "Status:", finder=Only(re.compile(r"^[^|]+"), block_text))),
)

_RATINGS = (
    Rule(
        "rating",
        In("rating", Only(re.compile(r"^[\d.,]+/10$"), Text(".//div[@class='starbar-meta' or @class='meta']/b"))),
    ),
    Rule(
        "rating_count",
        In("rating", Text(".//div[@class='starbar-meta' or @class='meta']/a[contains(@href,'ratings')]")),
    ),
    Rule("chart_ranks", In("rating", Texts(".//a[contains(@href,'/chart/') or contains(.,'#')]"))),
    Rule(
        "user_review_count",
        Labelled("content", "User Reviews:", "User Comments:", finder=Only(_TOTAL, own_text)),
    ),
    Rule(
        "user_review_count",
        In(
            "content",
            Only(
                _TOTAL,
                Text("a[contains(@href,'/reviews') or contains(@href,'/usercomments')]"),
            ),
        ),
    ),
    Rule("certificates", Labelled("content", "Certification:", finder=block_items)),
    Rule("certificates", Labelled("content", "MPAA:", finder=block_text)),
    Rule("awards", Labelled("content", "Awards:", finder=block_text)),
)

_STORY = (
    Rule("plot", Labelled("content", "Plot:", "Plot Outline:", finder=block_text)),
    Rule(
        "keywords",
        Labelled(
            "content",
            "Plot Keywords:",
            finder=Texts(".//a[contains(@href,'/keyword/') or contains(@href,'keywords=')]"),
        ),
    ),
    Rule("taglines", Labelled("content", "Tagline:", "Taglines:", finder=block_text)),
    Rule("genres", Labelled("content", "Genre:", "Genres:", finder=_LINKS)),
)

_PEOPLE = (
    Rule("directors", Labelled("content", "Director:", "Directors:", finder=Linked(PERSON))),
    Rule(
        "writers",
        Labelled("content", "Writer:", "Writers:", "Writer (WGA):", "Writers (WGA):", finder=Linked(PERSON)),
    ),
    Rule("creators", Labelled("content", "Creator:", "Creators:", finder=Linked(PERSON))),
    Rule(
        "cast",
        Rows("cast", CastRows("tr[td/@class='char'] | tbody/tr[td/@class='char']")),
    ),
    Rule("cast_complete", In("content", Text("(. | div)/div[@class='headerinline'][contains(h3,'Cast')]/small"))),
)

_DETAILS = (
    Rule("release_dates", Labelled("content", "Release Date:", finder=block_text)),
    Rule(
        "release_dates",
        Labelled("content", "Original Air Date:", finder=Only(re.compile(r"^[^?(]+"), block_text)),
    ),
    Rule("runtimes", Labelled("content", "Runtime:", finder=block_text)),
    Rule("countries", Labelled("content", "Country:", finder=_LINKS)),
    Rule("languages", Labelled("content", "Language:", finder=_LINKS)),
    Rule("akas", Labelled("content", "Also Known As:", finder=block_lines)),
    Rule("filming_locations", Labelled("content", "Filming Locations:", finder=_LINKS)),
    Rule(
        "production_companies",
        Labelled("content", "Company:", finder=Linked(".//a[contains(@href,'/company/')]")),
    ),
    Rule("colors", Labelled("content", "Color:", finder=block_text)),
    Rule("sound_mixes", Labelled("content", "Sound Mix:", finder=block_text)),
    Rule("aspect_ratio", Labelled("content", "Aspect Ratio:", finder=block_text)),
)

_MEDIA = (
    Rule("poster_url", In("photo", Text("a[@name='poster']/img/@src"))),
    Rule(
        "trailer",
        In(
            "media",
            One(
                ".//a[img[contains(@src,'_ZATrailer,')]]",
                url=Link("@href"),
                duration=Caption("img/@src", r"\d+:\d\d(?::\d\d)?"),
            ),
        ),
    ),
)

_EXTRAS = (
    Rule("trivia", Labelled("content", "Trivia:", finder=block_text)),
    Rule("goofs", Labelled("content", "Goofs:", finder=block_text)),
    Rule("quotes", Labelled("content", "Quotes:", finder=block_text)),
    Rule("crazy_credits", Labelled("content", "Crazy Credits:", finder=block_text)),
    Rule("connections", Labelled("content", "Movie Connections:", finder=block_text)),
    Rule("soundtracks", Labelled("content", "Soundtrack:", finder=Each("self::*", title=block_text))),
    Rule("faqs", In("content", Each("a[contains(@href,'/faq#')]", question=own_text))),
    Rule(
        "featured_review",
        In(
            "review",
            One(
                "self::*",
                title=Text("b"),
                author=Text("div[@class='small']/a[contains(@href,'/user/')]"),
                date=Only(re.compile(r"\d.*$"), Text("b/following-sibling::text()[1]")),
                rating=Text("div[@class='tinystarbar']/@title | img/@alt"),
                text=Lines("p[normalize-space()][not(starts-with(b,'***'))]"),
                votes=Text("div[@class='small'][contains(.,' found the following ')]"),
            ),
        ),
    ),
    Rule(
        "recommendations",
        In(
            "content",
            Columns(
                "div[@class='strip']/table[@class='recs']//tr",
                id=(1, Text("a/@href")),
                title=(1, Text("a")),
                rating=(2, Text("div[@class='tinystarbar']/@title")),
            ),
        ),
    ),
)

_SERIES = (
    Rule("seasons", Labelled("content", "Seasons:", "Season:", finder=Texts(".//a[contains(@href,'season')]"))),
    Rule(
        "episode",
        Labelled(
            "content",
            "TV Series:",
            finder=One(
                "self::*",
                series=Text(".//a/@href"),
                title=Only(re.compile(r"^(.+?)(?: \((?:\d{4}|\?{4})[^()]*\)(?: \([^()]*\))*)?$"), Text(".//a")),
                number=Text("../div[normalize-space(h5)='Original Air Date:']"),
            ),
        ),
    ),
)

RULES = (*_HEADING, *_RATINGS, *_STORY, *_PEOPLE, *_DETAILS, *_MEDIA, *_EXTRAS, *_SERIES)
