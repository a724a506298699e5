"""Plain-text dumps of the title page since 2021: what it displays, which is less than what its script holds."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts import text_title2021_blocks as blocks
from filmspider.layouts import text_title2021_extras as extras
from filmspider.layouts.text_title2021_cast import CastRows
from filmspider.layouts.text_title2021_genres import genres
from filmspider.layouts.text_title2021_outline import LABELS, divide, is_title_page, lines
from filmspider.layouts.text_title2021_review import review
from filmspider.rules import Layout, Rule
from filmspider.rules.linefinders import Items, Match, One, Using, Within, Words
from filmspider.rules.text import Address, In, Labelled, LabelledAreas, TextView

_WORDS = Words()
_ITEMS = Items()
_KIND_IN_TITLE = re.compile(r".*\(((?:TV|Video|Short|Music|Podcast)[^()\d]*)[^()]*\)(?: - IMDb)?")
_NUMBER = re.compile(r"S\d+\.E\d+")
_IN_DEVELOPMENT = re.compile(r"categorized as (in development)")

_HEADING = (
    Rule("title", In("title", _WORDS)),
    Rule("original_title", In("original", _WORDS)),
    Rule("disambiguation", In("page_title", _WORDS)),
    Rule("title_type", In("kind", _WORDS)),
    Rule("title_type", In("page_title", Match(_KIND_IN_TITLE))),
    Rule("year", In("years", _WORDS)),
    Rule("year", In("page_title", _WORDS)),
    Rule("year", In("kind", Within(re.compile(r"^Episode aired .*(\d{4})$"))), fallback=True),
    Rule("end_year", In("years", _WORDS)),
    Rule("end_year", In("page_title", _WORDS)),
    Rule("production_status", In("top", Within(_IN_DEVELOPMENT))),
    Rule("episode", In("place", One("number", number=Match(_NUMBER), title=Using(blocks.first)))),
)

_RATINGS = (
    Rule("rating", In("top", Within(re.compile(r"IMDb RATING (\d{1,2}(?:\.\d)? ?/ ?10)")))),
    Rule("rating_count", In("top", Within(re.compile(r"/ ?10 ([\d.,]+[KM]?) YOUR RATING")))),
    Rule("user_review_count", In("top", Within(re.compile(r"(?:^|[ *])([\d.,]+[KM]?) ?User reviews?\b")))),
    Rule("critic_review_count", In("top", Within(re.compile(r"(?:^|[ *])([\d.,]+[KM]?) ?Critic reviews?\b")))),
    Rule("metascore", In("top", Within(re.compile(r"(?:^| )(\d{1,3}) ?Metascore\b")))),
    Rule("popularity_rank", In("top", Within(re.compile(r"POPULARITY ([\d,]+) [\d,]+\b")))),
    Rule("chart_ranks", In("top", Match(re.compile(r"(?:Top|Bottom) rated [A-Za-z ]+ ?#[\d,]+", re.IGNORECASE)))),
    Rule("awards", In("top", Using(blocks.awards))),
)

_CERTIFICATES = (
    Rule("certificates", In("certificate", _WORDS)),
    Rule("certificates", Labelled("storyline", "Certificate", finder=_ITEMS)),
    Rule(
        "certificates",
        Labelled("storyline", "Motion Picture Rating (MPAA)", "Motion Picture Rating", finder=_WORDS),
    ),
)

_STORY = (
    Rule("plot", blocks.Plot("intro", "storyline")),
    Rule("storyline", In("storyline", Using(blocks.storyline))),
    Rule("taglines", Labelled("storyline", "Taglines", finder=_WORDS)),
    Rule("genres", Labelled("storyline", "Genres", "Genre", finder=_ITEMS)),
    Rule("genres", In("intro", Using(genres))),
)

_PEOPLE = (
    Rule("directors", Labelled("top", "Director", "Directors", finder=Using(blocks.credits_))),
    Rule("writers", Labelled("top", "Writer", "Writers", finder=Using(blocks.credits_))),
    Rule("creators", Labelled("top", "Creator", "Creators", finder=Using(blocks.credits_))),
    Rule("stars", Labelled("top", "Star", "Stars", finder=Using(blocks.credits_))),
    Rule("cast", CastRows()),
)

_FACTS = (
    Rule("release_dates", Labelled("details", "Release date", finder=_WORDS)),
    Rule("runtimes", Labelled("details", "Runtime", finder=_WORDS)),
    Rule("runtimes", In("runtime", _WORDS)),
    Rule("countries", Labelled("details", "Country of origin", "Countries of origin", finder=_ITEMS)),
    Rule("languages", Labelled("details", "Language", "Languages", finder=_ITEMS)),
    Rule("akas", Labelled("details", "Also known as", finder=_WORDS)),
    Rule(
        "filming_locations",
        Labelled("details", "Filming locations", "Filming location", finder=Using(blocks.places)),
    ),
    Rule("official_sites", Labelled("details", "Official sites", "Official site", finder=Using(blocks.sites))),
    Rule("production_companies", Labelled("details", "Production companies", "Production company", finder=_ITEMS)),
    Rule("budget", Labelled("details", "Budget", finder=_WORDS)),
    Rule(
        "opening_weekends",
        LabelledAreas("details", re.compile(r"Opening weekend(?: (?P<area>.+))?"), finder=Using(blocks.takings)),
    ),
    Rule("grosses", LabelledAreas("details", re.compile(r"Gross(?: (?P<area>.+))?"), finder=_WORDS)),
    Rule("colors", Labelled("details", "Color", finder=_ITEMS)),
    Rule("sound_mixes", Labelled("details", "Sound mix", finder=_ITEMS)),
    Rule("aspect_ratio", Labelled("details", "Aspect ratio", finder=_WORDS)),
    Rule("trailer", In("intro", One("duration", duration=Match(re.compile(r"Play trailer ?(\d+:\d\d(?::\d\d)?)"))))),
)

_EXTRAS = (
    Rule("trivia", Labelled("trivia", "Trivia", finder=_WORDS)),
    Rule("goofs", Labelled("trivia", "Goofs", finder=_WORDS)),
    Rule("quotes", Labelled("trivia", "Quotes", finder=_WORDS)),
    Rule("crazy_credits", Labelled("trivia", "Crazy credits", finder=_WORDS)),
    Rule("connections", Labelled("trivia", "Connections", finder=_WORDS)),
    Rule("soundtracks", Labelled("trivia", "Soundtracks", finder=Using(extras.soundtrack))),
    Rule("faqs", In("faq", Using(extras.questions))),
    Rule("featured_review", In("review", Using(review))),
    Rule("recommendations", In("recommendations", Using(extras.recommendations))),
    Rule("seasons", In("episodes", Using(blocks.seasons))),
    Rule("episode_total", In("episode_total", _WORDS)),
)

TEXT_TITLE_2021 = Layout(
    name="text_title2021",
    media="text",
    seen="2021-06 to 2025",
    detect=is_title_page,
    view=partial(TextView, divide=divide, labels=LABELS, lines=lines),
    rules=(*_HEADING, *_RATINGS, *_CERTIFICATES, *_STORY, *_PEOPLE, *_FACTS, *_EXTRAS),
    page_ids=(Address(),),
)
