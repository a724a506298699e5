"""The title page since June 2021, saved without the script that holds its data: the displayed page is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.title2021_words import CREATORS, WRITERS
from filmspider.rules import Layout, Rule
from filmspider.rules.contents import own_text
from filmspider.rules.finders import Each, Joined, Lines, Link, Linked, One, Text, Texts
from filmspider.rules.linked import Ld
from filmspider.rules.ownids import Canonicals, SubPages
from filmspider.rules.refining import Alone, Only, Prefixed
from filmspider.rules.scriptfinders import Always
from filmspider.rules.testids import EachNamed, In, Named, Row, TestIdView

if TYPE_CHECKING:
    from filmspider.pages import Page
    from filmspider.rules.finders import Finder

_MARKS = (b"hero__pageTitle", b"hero-title-block__title")
_TITLE = ("hero__pageTitle", "hero-title-block__title")
_PAGE_TITLE = Text("title")
_TITLE_KIND = re.compile(
    r"\((?:([^()\d]+?) \d{4}[^()]*|((?:TV|Video|Short|Music|Podcast)[^()\d]*))\)(?: - IMDb| ⭐.*)?$"
)
_CERTIFICATE = Text("following-sibling::*/descendant-or-self::li/a[contains(@href,'certificates')]")
_ORIGINAL = Text("following-sibling::*[starts-with(normalize-space(),'Original title')]")

_SERIES_LINK = ".//*[@data-testid='hero-title-block__series-link' or @data-testid='hero__series-link']"
_ITEM = "li//*[contains(@class,'list-content-item')]"
_ITEMS = Texts(f".//{_ITEM}")
_VALUE = Joined(f".//{_ITEM}")
_FACT = ".//div[contains(@class,'html-content')]"
_FACT_TEXT = Text(_FACT)
_STATUS = re.compile(r"^(.+): More at IMDbPro$")
_TRAILER = One(
    "self::*[starts-with(@aria-label,'Trailer')][contains(.,':')]",
    url=Link("@href"),
    duration=Only(re.compile(r"[\d:]+$"), Text(".")),
)
_SITES = Each(".//li//a", label=Text("."), url=Text("@href"))
_STARS = Text(".//*[@data-testid='review-featured-header' or contains(@class,'review-rating')]")
_PEOPLE = Linked(".//li//a[contains(@href,'/name/nm')]")
_CREDIT = "title-pc-principal-credit"
_YEARS = Text("following-sibling::*/descendant-or-self::li/a[contains(@href,'releaseinfo')]")


def _people(*labels: str) -> Row:
    return Row(_CREDIT, *labels, find=_PEOPLE)


def _referred(reference: str) -> EachNamed:
    """People by what their links are marked with, where the labels are in another language."""
    return EachNamed(_CREDIT, Linked(f".//li//a[contains(@href,'ref_=tt_ov_{reference}')]"))


def _score(link: str) -> Named:
    return Named("reviewContent-all-reviews", find=Text(f".//a[contains(@href,'/{link}')]/span/span[1]"))


def _fact(label: str, link: str, find: Finder = _FACT_TEXT) -> Row:
    return Row("DidYouKnow", label, path=".//li[*[2]]", find=find, link=link)


def _delta(direction: str, sign: str) -> Named:
    delta = Text(".//*[@data-testid='hero-rating-bar__popularity__delta']")
    return Named(f"hero-rating-bar__popularity__{direction}", find=Prefixed(sign, delta))


_TOP = (
    Rule("title", Named(*_TITLE, find=Alone(own_text))),
    Rule("title", Ld("name")),
    Rule("original_title", Named("hero-title-block__original-title", find=own_text)),
    Rule("original_title", Named(*_TITLE, find=_ORIGINAL)),
    Rule("original_title", Ld("name")),
    Rule("title_type", In("head", Only(_TITLE_KIND, _PAGE_TITLE))),
    Rule("title_type", Ld("@type")),
    Rule("year", In("head", _PAGE_TITLE)),
    Rule("year", Named(*_TITLE, find=_YEARS), fallback=True),
    Rule("end_year", In("head", _PAGE_TITLE)),
    Rule("end_year", Named(*_TITLE, find=_YEARS), fallback=True),
    Rule("rating", Named("hero-rating-bar__aggregate-rating__score", find=Text("span[1]"))),
    Rule("rating", Ld("aggregateRating", "ratingValue")),
    Rule("rating_count", Ld("aggregateRating", "ratingCount")),
    Rule(
        "rating_count",
        Named(
            "hero-rating-bar__aggregate-rating__score", find=Text("following-sibling::div[normalize-space()][last()]")
        ),
        fallback=True,
    ),
    Rule("user_review_count", _score("reviews")),
    Rule("critic_review_count", _score("externalreviews")),
    Rule("metascore", _score("criticreviews")),
    Rule("popularity_rank", Named("hero-rating-bar__popularity__score", find=own_text)),
    Rule("popularity_change", _delta("up", "+")),
    Rule("popularity_change", _delta("down", "-")),
    Rule("chart_ranks", Named("award_top-rated", find=own_text)),
    Rule(
        "awards",
        Named("award_information", find=Joined("*[1][translate(.,'0123456789','')!=.]|.//li//span[not(*)]")),
    ),
    Rule("certificates", Named(*_TITLE, find=_CERTIFICATE)),
    Rule("certificates", Ld("contentRating"), fallback=True),
    Rule("plot", Named("plot-xl", "plot-l", "plot-xs_to_m", find=own_text)),
    Rule("plot", Ld("description"), fallback=True),
    Rule(
        "storyline", Named("storyline-plot-summary", find=Joined(".//div[contains(@class,'html-content')]/div/text()"))
    ),
    Rule("genres", Named("storyline-genres", find=_ITEMS)),
    Rule("genres", Ld("genre")),
    Rule("genres", Named("genres", find=Texts(".//a")), fallback=True),
    Rule("keywords", Named("storyline-plot-keywords", find=Texts("a[contains(@href,'keywords=')]"))),
    Rule("keywords", Ld("keywords"), fallback=True),
    Rule("taglines", Named("storyline-taglines", find=_ITEMS)),
    Rule("poster_url", Ld("image")),
    Rule("poster_url", Named("hero-media__poster", find=Text(".//img/@src"))),
    Rule("trailer", Named("videos-slate-overlay-1", find=_TRAILER)),
    Rule("trailer", Ld("trailer", url="embedUrl", duration="duration")),
    Rule("production_status", Named("hero-subnav-bar-imdb-pro-link", find=Only(_STATUS, own_text))),
    Rule("directors", _people("Director", "Directors")),
    Rule("directors", _referred("dr"), fallback=True),
    Rule("writers", _people(*WRITERS)),
    Rule("creators", _people(*CREATORS)),
    Rule("stars", _people("Star", "Stars")),
    Rule("stars", _referred("st"), fallback=True),
)

_CAST = Each(
    "self::*",
    id=Text(".//a[@data-testid='title-cast-item__actor']/@href"),
    name=Text(".//a[@data-testid='title-cast-item__actor']"),
    characters=Texts(".//a[@data-testid='cast-item-characters-link']/span[1]"),
    notes=Texts(".//ul[@data-testid='cast-item-characters-list']/li/span[starts-with(.,'(')]"),
    episodes=Joined(".//span[@data-testid='title-cast-item__episodes' or @data-testid='title-cast-item__tenure']"),
)

_DETAILS = (
    Rule("cast", EachNamed("title-cast-item", _CAST)),
    Rule("release_dates", Named("title-details-releasedate", find=_VALUE)),
    Rule("date_published", Ld("datePublished")),
    Rule("countries", Named("title-details-origin", find=_ITEMS)),
    Rule("languages", Named("title-details-languages", find=_ITEMS)),
    Rule("akas", Named("title-details-akas", find=_ITEMS)),
    Rule("filming_locations", Named("title-details-filminglocations", find=Texts(".//li//a"))),
    Rule(
        "official_sites",
        Named(
            "details-officialsites",
            "title-details-officialsites",
            find=_SITES,
        ),
    ),
    Rule("production_companies", Named("title-details-companies", find=Linked(".//li//a[contains(@href,'/co')]"))),
    Rule("runtimes", Named("title-techspec_runtime", find=Joined("*[contains(@class,'content-container')]"))),
    Rule("runtimes", Ld("duration")),
    Rule("colors", Named("title-techspec_color", find=_ITEMS)),
    Rule("sound_mixes", Named("title-techspec_soundmix", find=_ITEMS)),
    Rule("aspect_ratio", Named("title-techspec_aspectratio", find=_VALUE)),
)


def _takings(name: str, area: str) -> Named:
    amount, date = (Text(f".//li[{place}]//*[contains(@class,'list-content-item')]") for place in (1, 2))
    return Named(f"title-boxoffice-{name}", find=One("self::*", text=amount, date=date, area=Always(area)))


_BOX_OFFICE = (
    Rule("budget", Named("title-boxoffice-budget", find=_VALUE)),
    Rule("opening_weekends", _takings("openingweekenddomestic", "US & Canada")),
    Rule("grosses", _takings("grossdomestic", "US & Canada")),
    Rule("grosses", _takings("cumulativeworldwidegross", "Worldwide")),
)

_BELOW = (
    Rule("trivia", _fact("Trivia", "trivia")),
    Rule("goofs", _fact("Goofs", "goofs")),
    Rule("quotes", _fact("Quotes", "quotes", Lines(_FACT))),
    Rule("crazy_credits", _fact("Crazy credits", "crazycredits")),
    Rule("connections", _fact("Connections", "movieconnections")),
    Rule("soundtracks", _fact("Soundtracks", "soundtrack", One(".", title=Lines(_FACT)))),
    Rule("faqs", Named("faq-content", find=Each(".//li/div[a]", question=Text("a")))),
    Rule(
        "featured_review",
        Named(
            "UserReviews",
            find=One(
                "self::*[.//*[@data-testid='review-summary']]",
                title=Text(".//*[@data-testid='review-summary']"),
                author=Text(".//*[@data-testid='author-link']"),
                date=Text(".//li[contains(@class,'review-date')]"),
                rating=Only(
                    re.compile(r"(\d+) ?/10"),
                    _STARS,
                ),
                text=Lines(".//*[@data-testid='review-overflow']"),
            ),
        ),
    ),
    Rule(
        "recommendations",
        Named(
            "MoreLikeThis",
            find=Each(
                ".//*[contains(@class,'ipc-poster-card--base')]",
                id=Text(".//a[contains(@href,'/title/tt')]/@href"),
                title=Text(".//span[@data-testid='title']"),
                rating=Only(re.compile(r"^[\d.]+$"), Text(".//span[contains(@class,'rating-star')]")),
            ),
        ),
    ),
)

_SERIES = (
    Rule(
        "episode",
        In(
            "body",
            One(
                f"self::*[{_SERIES_LINK}]",
                series=Text(f"{_SERIES_LINK}/descendant-or-self::a/@href"),
                title=Text(f"{_SERIES_LINK}/descendant-or-self::a"),
                number=Text(".//*[starts-with(@data-testid,'hero-subnav-bar-season-episode-numbers-section')]"),
            ),
        ),
    ),
    Rule("seasons", In("body", Texts("id('browse-episodes-season')/option[@value>0]"))),
    Rule("episode_total", Named("episodes-header", find=Text(".//span[contains(@class,'subtext')]"))),
)


def _detect(page: Page) -> bool:
    """A person's page has the same heading."""
    return any(mark in page.body for mark in _MARKS) and not any(
        block.get("@type") == "Person" for block in page.linked_data
    )


TITLE_2021_SAVED = Layout(
    name="title2021_saved",
    media="html",
    seen="2021-06 to 2025",
    detect=_detect,
    view=TestIdView,
    rules=(*_TOP, *_DETAILS, *_BOX_OFFICE, *_BELOW, *_SERIES),
    page_ids=(Canonicals(), Ld("url")),
    spare_id=SubPages(),
)
