"""The title page of December 2015 to May 2021: microdata until 2018-08, JSON-LD after, the same blocks throughout."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts.shared2015 import HEADING_RULES, PAGE_IDS, RELEASE_LINK, SECTIONS, SUMMARY_RULES
from filmspider.rules import Layout, Rule
from filmspider.rules.html import (
    Content,
    Each,
    HtmlView,
    In,
    Joined,
    Labelled,
    LabelledAreas,
    Lines,
    Linked,
    One,
    Only,
    Prefixed,
    Section,
    Text,
    Texts,
)
from filmspider.rules.linked import Ld

_SECTIONS = SECTIONS | {
    "ratings": Section(".//div[@class='imdbRating']", within="overview"),
    "reviewbar": Section("div[starts-with(@class,'titleReviewBar')]", within="summary"),
    "slate": Section(".//div[@class='slate']", within="overview"),
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

_WORDS = Content(".")
_LINKS = Texts("a")
_HEADING = re.compile(rb"\bclass\s*=\s*[\"']?title_wrapper\b")
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
    Rule("popularity_rank", In("reviewbar", Only(re.compile(r"[\d,.]+"), Text(f"{_POPULARITY}/text()[normalize-space()]")))),
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
    Rule("certificates", Labelled("storyline", "Certificate:", finder=_WORDS)),
    Rule("certificates", Labelled("storyline", "Motion Picture Rating (MPAA)", finder=_WORDS)),
    Rule("certificates", Ld("contentRating"), fallback=True),
)

_STORY = (
    Rule("plot", In("summary", Text(".//div[@class='summary_text']"))),
    Rule("plot", Ld("description")),
    Rule("storyline", In("storyline", Lines("div[contains(@class,'canwrap') and not(contains(@class,'see-more'))]/p"))),
    Rule("keywords", Labelled("storyline", "Plot Keywords:", finder=Texts("a[contains(@href,'/keyword/')]"))),
    Rule("keywords", Ld("keywords"), fallback=True),
    Rule("taglines", Labelled("storyline", "Taglines:", finder=_WORDS)),
    Rule("genres", Labelled("storyline", "Genres:", finder=_LINKS)),
    Rule("genres", In("heading", Texts(f"{_SUBTEXT}/a[contains(@href,'genre')]"))),
    Rule("genres", Ld("genre")),
)

_CAST = (
    Rule(
        "cast",
        In(
            "cast",
            Each(
                "table/tr[td[@class='character']]",
                id=Text("td[2]/a/@href"),
                name=Text("td[2]"),
                role=Content("td[@class='character']"),
                episodes=Text("td[@class='character']//a[@class='toggle-episodes']"),
            ),
        ),
    ),
    Rule("cast_complete", In("cast", Text("table/tr/td[@class='castlist_label']"))),
)

_DETAILS = (
    Rule("release_dates", Labelled("details", "Release Date:", finder=_WORDS)),
    Rule("release_dates", In("heading", RELEASE_LINK)),
    Rule("date_published", Ld("datePublished")),
    Rule("date_published", In("heading", Text(f"{_SUBTEXT}//meta[@itemprop='datePublished']/@content"))),
    Rule("runtimes", Labelled("details", "Runtime:", finder=_WORDS)),
    Rule("runtimes", In("heading", Text(f"{_SUBTEXT}/time/@datetime"))),
    Rule("runtimes", Ld("duration")),
    Rule("countries", Labelled("details", "Country:", finder=_LINKS)),
    Rule("languages", Labelled("details", "Language:", finder=_LINKS)),
    Rule("akas", Labelled("details", "Also Known As:", finder=_WORDS)),
    Rule("filming_locations", Labelled("details", "Filming Locations:", finder=_LINKS)),
    Rule(
        "official_sites", Labelled("details", "Official Sites:", finder=Each("a", label=Text("."), url=Text("@href")))
    ),
    Rule(
        "production_companies",
        Labelled("details", "Production Co:", finder=Linked(".//a[contains(@href,'/company/')]")),
    ),
    Rule("budget", Labelled("details", "Budget:", finder=_WORDS)),
    Rule("opening_weekends", LabelledAreas("details", r"Opening Weekend(?: (?P<area>.+))?:", finder=_WORDS)),
    Rule("grosses", LabelledAreas("details", r"(?:Gross|Cumulative)(?: (?P<area>.+?))?(?: Gross)?:", finder=_WORDS)),
    Rule("colors", Labelled("details", "Color:", finder=_WORDS)),
    Rule("sound_mixes", Labelled("details", "Sound Mix:", finder=_WORDS)),
    Rule("aspect_ratio", Labelled("details", "Aspect Ratio:", finder=_WORDS)),
)

_MEDIA = (
    Rule("poster_url", Ld("image")),
    Rule("poster_url", In("overview", Text(".//div[@class='poster']/a/img/@src"))),
    Rule(
        "trailer",
        In(
            "slate",
            One(
                "self::*[div[@class='caption']/div[1][contains(.,'Trailer')]]",
                url=Text("a/@href"),
                duration=Only(re.compile(r"[\d:]+"), Text("div[@class='caption']/div[1]")),
            ),
        ),
    ),
    Rule("trailer", Ld("trailer", url="embedUrl"), fallback=True),
    Rule(
        "watch_options",
        In("overview", Each(".//div[contains(@class,'watch-option')]/div[p]", kind=Text("h2"), provider=Text("p"))),
    ),
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
            Each(
                ".//div[@class='rec_overview']",
                id=Text("@data-tconst"),
                title=Text("div[@class='rec_details']//div[@class='rec-title']/a"),
                year=Text("div[@class='rec_details']//div[@class='rec-title']/span"),
                rating=Text("div[@class='rec_details']//span[@class='value']"),
                genres=Texts("div[@class='rec_details']//div[starts-with(@class,'rec-cert-genre')]/text()"),
                plot=Text("div[@class='rec_details']//div[@class='rec-outline']"),
                directors=Text("div[@class='rec_details']//div[starts-with(@class,'rec-director')]"),
                stars=Text("div[@class='rec_details']//div[starts-with(@class,'rec-actor')]"),
            ),
        ),
    ),
)

_SERIES = (
    Rule("seasons", In("episodes", Texts(".//a[contains(@href,'season=')]"))),
    Rule(
        "episode_total",
        In("overview", Text(".//a[contains(@class,'np_episode_guide')]//span[@class='bp_sub_heading']")),
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
    detect=lambda page: bool(_HEADING.search(page.body)),
    view=partial(HtmlView, sections=_SECTIONS),
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
