"""The ``/reference`` page of December 2017 to 2025: all of a title on one page, in lists and labelled tables."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts.reference2017_tables import TABLE_RULES
from filmspider.marks import holds
from filmspider.rules import Layout, Rule
from filmspider.rules.cutting import IN_ROWS, Span
from filmspider.rules.finders import Each, Joined, Link, Linked, One, Text, Texts
from filmspider.rules.html import In, Rows, Section
from filmspider.rules.ownids import Canonicals, SubPages
from filmspider.rules.refining import Only
from filmspider.rules.rows import CastRows
from filmspider.rules.sourcerows import CAST
from filmspider.rules.tables import TableView

_CREW = "id('{}')/../../following-sibling::table[1]"
_SECTIONS = {
    "head": Section("/html/head"),
    "article": Section("id('main')/section"),
    "heading": Section("div[@class='titlereference-header']//h3/..", within="article"),
    "facts": Section("ul[1][not(li/div)]", within="heading"),
    "overview": Section("section[@class='titlereference-section-overview']", within="article"),
    "media": Section("section[@class='titlereference-section-media']", within="article"),
    "credits": Section("section[@class='titlereference-section-credits']", within="article"),
    "cast": Section("table[@class='cast_list']", within="credits", rows=CAST),
    "directors": Section(_CREW.format("directors")),
    "writers": Section(_CREW.format("writers")),
    "storyline": Section("section[@class='titlereference-section-storyline']", within="article"),
    "details": Section("section[@class='titlereference-section-additional-details']", within="article"),
    "box_office": Section("section[@class='titlereference-section-box-office']", within="article"),
    "trivia": Section("section[@class='titlereference-section-did-you-know']", within="article"),
}

_KEPT = (
    Span(b"<title", b"<script"),
    Span(b'<link rel="canonical"', b"<script"),
    Span(b'<meta property="pageId"', b"<link"),
    Span(b'<div id="main"', b'<div class="article contribute"'),
)
_COMPANIES = b'<h4 class="ipl-header__content ipl-list-title">Production Companies'
_CREW_SIZE = 1_000_000
"""Bytes that the crew may take."""
_DROPPED = (
    Span(
        b'<input type="checkbox" class="ipl-rating-interactive__state"', b'<div class="ipl-rating-interactive__loader'
    ),
    Span(b'<div id="combined-photos"', b'<div class="combined-see-more'),
    Span(b'<td class="primary_photo"', b'<td class="itemprop"', IN_ROWS),
    # The crew after the writers, whichever comes first.
    Span(
        b'<h4 name="producers"',
        _COMPANIES,
        _CREW_SIZE,
        (b'<h4 name="composers"', b'<h4 name="cinematographers"'),
    ),
    Span(b"Distributors</h4>", b"Other Companies</h4>"),
)

_PAGE_TITLE = In("head", Text("title"))
_POSTER = "img[@class='titlereference-primary-image']/@src"
_SERIES = "../h4/a"
_SERIES_ID = f"substring-before(substring-after({_SERIES}/@href,'/title/'),'/')"
_STATUS = "section/table[contains(@class,'zebra')]/descendant::tr[normalize-space(td[1])='Status:']/td[2]"
_YEARS = In("heading", Text("h3/span[@class='titlereference-title-year']"))
_KIND = re.compile(r"^(?:Movie|Short|Video|Video Game|Music Video|(?:TV|Podcast) .+)$")
_KIND_IN_TITLE = re.compile(r"\(((?:TV|Video|Short|Music|Podcast)[^()\d]*)[^()]*\) - ")
_NO_RUNTIME = re.compile(r"^(?!(?:\d+h)? ?(?:\d+ ?min)?$).+")
_FIGURE = re.compile(r"\d[\d,.]*")
_PERSON = "/ul/li/a[contains(@href,'/name/nm')]"
_RATING = "ul/li/div[@class='ipl-rating-widget']/div[starts-with(@class,'ipl-rating-star')]/span"

_HEADING = (
    Rule("title", In("heading", Joined("h3/text()[normalize-space()]"))),
    Rule("title", _PAGE_TITLE),
    Rule(
        "original_title",
        In("heading", Text("span[@class='titlereference-original-title-label']/preceding-sibling::text()[1]")),
    ),
    Rule("disambiguation", In("heading", Text("h3"))),
    Rule("disambiguation", _PAGE_TITLE),
    Rule("title_type", In("facts", Only(_KIND, Text("li[last()][not(a)]")))),
    Rule("title_type", In("head", Only(_KIND_IN_TITLE, Text("title")))),
    Rule("year", _YEARS),
    Rule("year", _PAGE_TITLE),
    Rule("end_year", _YEARS),
    Rule("end_year", _PAGE_TITLE),
    Rule("production_status", In("article", Only(re.compile(r"^[^|]+"), Text(_STATUS)))),
    Rule(
        "poster_url",
        In("heading", Text(f"a[not({_SERIES}) or not(contains(@href,concat('/',{_SERIES_ID},'/')))]/{_POSTER}")),
    ),
    Rule(
        "episode",
        In(
            "article",
            One(
                "div[@class='titlereference-header']//h4[@itemprop='name']",
                series=Text("a/@href"),
                title=Text("a"),
                number=Text("ancestor::section[1]/section/div/ul[contains(@class,'season-episode-numbers')]"),
            ),
        ),
    ),
)

_RATINGS = (
    Rule("rating", In("heading", Text(f"{_RATING}[@class='ipl-rating-star__rating']"))),
    Rule("rating_count", In("heading", Only(_FIGURE, Text(f"{_RATING}[@class='ipl-rating-star__total-votes']")))),
    Rule("chart_ranks", In("heading", Texts("ul/li/a[contains(@href,'/chart/') or contains(.,'#')]"))),
    Rule("user_review_count", In("overview", Text("div/ul/li/a[contains(@href,'/reviews')]"))),
    Rule("critic_review_count", In("overview", Text("div/ul/li/a[contains(@href,'/externalreviews')]"))),
    Rule("awards", In("overview", Joined("div[starts-with(normalize-space(),'Awards:')]/ul/li[not(a)]"))),
)

_STORY = (
    Rule("certificates", In("facts", Only(_NO_RUNTIME, Text("li[1][not(a)][following-sibling::li]")))),
    Rule(
        "plot",
        In(
            "overview",
            Text(
                "div[not(@class or ul or a[contains(@href,'/episodes') or contains(@href,'/updates')])]"
                "[not(contains(.,'Know what this is about?'))]"
            ),
        ),
    ),
    Rule("genres", In("facts", Texts("li/a[contains(@href,'/genre/') or contains(@href,'genres=')]"))),
)

_CREDIT = Each("(.|tbody)/tr[td[@class='name']]", id=Text("td[1]/a/@href"), name=Text("td[1]"), notes=Text("td[3]"))
_PEOPLE = (
    Rule("directors", In("directors", _CREDIT)),
    Rule("directors", In("overview", Linked(f"div[starts-with(normalize-space(),'Director')]{_PERSON}"))),
    Rule("writers", In("writers", _CREDIT)),
    Rule("writers", In("overview", Linked(f"div[starts-with(normalize-space(),'Writer')]{_PERSON}"))),
    Rule("creators", In("overview", Linked(f"div[starts-with(normalize-space(),'Creator')]{_PERSON}"))),
    Rule("stars", In("overview", Linked(f"div[starts-with(normalize-space(),'Star')]{_PERSON}"))),
    Rule("cast", Rows("cast", CastRows("descendant::tr[td[@class='character']]"))),
    Rule("cast_complete", In("credits", Text("header/div/h4[@id='cast']"))),
)

_DETAILS = (
    Rule("release_dates", In("facts", Text("li/a[contains(@href,'/releaseinfo')]"))),
    Rule(
        "production_companies",
        In(
            "article",
            Linked(
                "section/header[normalize-space(div/h4)='Production Companies']/following-sibling::ul[1]"
                "/li/a[contains(@href,'/company/')]"
            ),
        ),
    ),
    Rule("seasons", In("overview", Texts("div/a[contains(@href,'season=')]"))),
    Rule(
        "trailer",
        In(
            "media",
            One(
                ".//a[contains(@href,'videoplayer/vi') or contains(@href,'/video/')]"
                "[img[contains(translate(@alt,'T','t'),'trailer')]]",
                url=Link("@href"),
            ),
        ),
    ),
)

REFERENCE_2017 = Layout(
    name="reference2017",
    media="html",
    seen="2017-12 to 2025",
    detect=lambda page: holds(page.body, b"titlereference-header"),
    view=partial(TableView, sections=_SECTIONS, kept=_KEPT, dropped=_DROPPED),
    rules=(*_HEADING, *_RATINGS, *_STORY, *_PEOPLE, *_DETAILS, *TABLE_RULES),
    page_ids=(
        In("head", Text("meta[@property='pageId']/@content")),
        Canonicals(),
    ),
    spare_id=SubPages(),
)
