"""Plain-text dumps of the ``/reference`` page of December 2017 to 2025."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts import text_reference_blocks as blocks
from filmspider.layouts.text_blocks import people
from filmspider.layouts.text_reference_labels import LABELS
from filmspider.layouts.text_reference_outline import divide, is_title_page
from filmspider.rules import Layout, Rule
from filmspider.rules.linefinders import Between, Match, One, Using, Within, Words
from filmspider.rules.text import Address, In, Labelled, LabelledAreas, TextView

_WORDS = Words()
_ITEMS = Using(blocks.items)
_PEOPLE = Using(people)
_KIND_IN_TITLE = re.compile(r".*\(((?:TV|Video|Short|Music|Podcast)[^()\d]*)[^()]*\) - .*")
_CHART = re.compile(r"(?:Top|Bottom) Rated [A-Za-z ]+: #[\d,]+")

_HEADING = (
    Rule("title", In("heading", _WORDS)),
    Rule("title", In("page_title", _WORDS)),
    Rule("original_title", In("original", _WORDS)),
    Rule("disambiguation", In("heading", _WORDS)),
    Rule("disambiguation", In("page_title", _WORDS)),
    Rule("title_type", In("kind", _WORDS)),
    Rule("title_type", In("page_title", Match(_KIND_IN_TITLE))),
    Rule("year", In("heading", _WORDS)),
    Rule("year", In("page_title", _WORDS)),
    Rule("end_year", In("heading", _WORDS)),
    Rule("end_year", In("page_title", _WORDS)),
    Rule("production_status", Labelled("overview", "Status:", finder=Within(re.compile(r"^[^|]+")))),
    Rule("episode", In("episode", One("number", number=Using(blocks.number), title=Using(blocks.series)))),
)

_RATINGS = (
    Rule("rating", In("rated", Within(re.compile(r"^(\d{1,2}(?:\.\d)?) \(")))),
    Rule("rating_count", In("rated", Within(re.compile(r"\(([\d,]+)\)$")))),
    Rule("chart_ranks", In("overview", Match(_CHART))),
    Rule("user_review_count", Labelled("overview", "Reviews:", finder=Within(re.compile(r"([\d,]+) User\b")))),
    Rule("critic_review_count", Labelled("overview", "Reviews:", finder=Within(re.compile(r"([\d,]+) Critic\b")))),
    Rule("awards", Labelled("overview", "Awards:", finder=Using(blocks.text))),
)

_STORY = (
    Rule("certificates", In("certificate", _WORDS)),
    Rule("certificates", Labelled("storyline", "Certification", finder=_ITEMS)),
    Rule("plot", In("overview", Using(blocks.plot))),
    Rule("storyline", Labelled("storyline", "Plot Summary", finder=Using(blocks.storyline))),
    Rule("keywords", Labelled("storyline", "Plot Keywords", finder=_ITEMS)),
    Rule("taglines", Labelled("storyline", "Taglines", finder=Using(blocks.text))),
    Rule("genres", In("genres", Between(re.compile(", ?")))),
    Rule("genres", Labelled("storyline", "Genres", finder=_ITEMS)),
)

_PEOPLE_RULES = (
    Rule("directors", In("directors", Using(blocks.credits_))),
    Rule("directors", Labelled("overview", "Director:", "Directors:", finder=_PEOPLE)),
    Rule("writers", In("writers", Using(blocks.credits_))),
    Rule("writers", Labelled("overview", "Writer:", "Writers:", finder=_PEOPLE)),
    Rule("creators", Labelled("overview", "Creator:", "Creators:", finder=_PEOPLE)),
    Rule("stars", Labelled("overview", "Star:", "Stars:", finder=_PEOPLE)),
    Rule("cast", In("cast", Using(blocks.cast))),
    Rule("cast_complete", In("cast_heading", _WORDS)),
)

_FACTS = (
    Rule("release_dates", In("release", _WORDS)),
    Rule("runtimes", Labelled("details", "Runtime", finder=_ITEMS)),
    Rule("runtimes", In("runtime", _WORDS)),
    Rule("countries", Labelled("details", "Country", "Countries", finder=_ITEMS)),
    Rule("languages", Labelled("details", "Language", "Languages", finder=_ITEMS)),
    Rule("akas", Labelled("details", "Also Known As", finder=_ITEMS)),
    Rule("filming_locations", Labelled("details", "Filming Locations", finder=_ITEMS)),
    Rule("official_sites", Labelled("details", "Official Sites", finder=Using(blocks.sites))),
    Rule("production_companies", In("companies", Using(blocks.companies))),
    Rule("budget", Labelled("box_office", "Budget", finder=_WORDS)),
    Rule(
        "opening_weekends",
        LabelledAreas("box_office", re.compile(r"Opening Weekend(?: (?P<area>.+))?"), finder=_WORDS),
    ),
    Rule(
        "grosses",
        LabelledAreas("box_office", re.compile(r"(?:Gross|Cumulative)(?: (?P<area>.+?))?(?: Gross)?"), finder=_WORDS),
    ),
    Rule("colors", Labelled("details", "Color", finder=_ITEMS)),
    Rule("sound_mixes", Labelled("details", "Sound Mix", finder=_ITEMS)),
    Rule("aspect_ratio", Labelled("details", "Aspect Ratio", finder=_ITEMS)),
)

_EXTRAS = (
    Rule("trivia", Labelled("trivia", "Trivia", finder=Using(blocks.text))),
    Rule("goofs", Labelled("trivia", "Goofs", finder=Using(blocks.text))),
    Rule("quotes", Labelled("trivia", "Quotes", finder=Using(blocks.text))),
    Rule("crazy_credits", Labelled("trivia", "Crazy Credits", finder=Using(blocks.text))),
    Rule("connections", Labelled("trivia", "Movie Connections", finder=Using(blocks.text))),
    Rule("soundtracks", Labelled("trivia", "Soundtracks", finder=One("title", title=Using(blocks.text)))),
    Rule("seasons", Labelled("overview", "Seasons:", finder=Using(blocks.seasons))),
)

TEXT_REFERENCE = Layout(
    name="text_reference",
    media="text",
    seen="2017-12 to 2025",
    detect=is_title_page,
    view=partial(TextView, divide=divide, labels=LABELS),
    rules=(*_HEADING, *_RATINGS, *_STORY, *_PEOPLE_RULES, *_FACTS, *_EXTRAS),
    page_ids=(Address(),),
)
