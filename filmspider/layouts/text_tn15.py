"""Plain-text dumps of the title page of 2009 and 2010 and of the combined page until 2017."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts import text_tn15_blocks as blocks
from filmspider.layouts.text_tn15_lines import lines
from filmspider.layouts.text_tn15_outline import LABELS, divide, is_title_page
from filmspider.layouts.text_tn15_review import review
from filmspider.rules import Layout, Rule
from filmspider.rules.linefinders import Match, One, Says, Using, Within, Words
from filmspider.rules.text import Address, In, Labelled, TextView

_WORDS = Words()
_TEXT = Using(blocks.text)
_ITEMS = Using(blocks.items)
_BODY = Using(blocks.body)
_CREDITS = Using(blocks.credits_)
_TOTAL = Within(re.compile(r"\(([\d,]+) total\)"))
_KIND_IN_BRACKETS = re.compile(r".*\((TV|V|VG|mini|(?:TV|Video) ?[A-Za-z -]*?)(?: \d{4}[^()]*)?\)")
_YEARS = re.compile(r"\D*(\d{4}.*)")
_KIND = re.compile(r"(?:TV|Video|Podcast)\b.*", re.IGNORECASE)
_ORIGINAL_AKA = Match(
    re.compile(r'(?=.*\(original title\))(?:"(.+)" - [^"]+|(.+?)(?: \([^()]+\))? \(original title\).*)')
)


_HEADING = (
    Rule("title", In("heading", _WORDS)),
    Rule("original_title", Labelled("details", "Also Known As:", finder=_ORIGINAL_AKA), fallback=True),
    Rule("original_title", In("kind", Within(re.compile(r"(.+?) ?\(original title\)")))),
    Rule("disambiguation", In("heading", _WORDS)),
    Rule("title_type", In("kind", Match(_KIND))),
    Rule("title_type", Labelled("overview", "TV Series:", finder=Says("TV Episode"))),
    Rule("title_type", In("heading", Match(_KIND_IN_BRACKETS))),
    Rule("title_type", In("in_quotes", Says("TV Series")), fallback=True),
    Rule("year", In("heading", _WORDS)),
    Rule("year", In("kind", Match(_YEARS)), fallback=True),
    Rule("end_year", In("kind", Match(_YEARS))),
    Rule("production_status", Labelled("overview", "Status:", finder=Within(re.compile(r"^[^|]+")))),
)

_RATINGS = (
    Rule("rating", Labelled("overview", "User Rating:", finder=Within(re.compile(r"(?:^| )([\d.]+/10) [\d,]+ vote")))),
    Rule("rating_count", Labelled("overview", "User Rating:", finder=Within(re.compile(r"/10 ([\d,]+ votes?)\b")))),
    Rule(
        "chart_ranks",
        Labelled("overview", "User Rating:", finder=Within(re.compile(r"((?:Top|Bottom) [\w ]+: #[\d,]+)"))),
    ),
    Rule("user_review_count", Labelled("overview", "User Reviews:", "User Comments:", finder=_TOTAL)),
    Rule("user_review_count", In("review", _TOTAL)),
    Rule("certificates", Labelled("details", "Certification:", finder=_ITEMS)),
    Rule("certificates", Labelled("details", "MPAA:", finder=_TEXT)),
    Rule("awards", Labelled("overview", "Awards:", finder=_TEXT)),
)

_STORY = (
    Rule("plot", Labelled("overview", "Plot:", "Plot Outline:", finder=_TEXT)),
    Rule("keywords", Labelled("overview", "Plot Keywords:", finder=_ITEMS)),
    Rule("taglines", Labelled("overview", "Tagline:", "Taglines:", finder=_TEXT)),
    Rule("genres", Labelled("overview", "Genre:", "Genres:", finder=_ITEMS)),
)

_PEOPLE = (
    Rule("directors", In("directors", _CREDITS)),
    Rule("directors", In("series_directors", _CREDITS)),
    Rule("directors", Labelled("overview", "Director:", "Directors:", finder=_CREDITS)),
    Rule("writers", In("writers", _CREDITS)),
    Rule("writers", In("series_writers", _CREDITS)),
    Rule(
        "writers",
        Labelled("overview", "Writer:", "Writers:", "Writer (WGA):", "Writers (WGA):", finder=_CREDITS),
    ),
    Rule("creators", Labelled("overview", "Creator:", "Creators:", finder=_CREDITS)),
    Rule("cast", In("cast", Using(blocks.cast))),
    Rule("cast_complete", In("cast", Using(blocks.cast_remarks))),
)

_FACTS = (
    Rule("release_dates", Labelled("overview", "Release Date:", finder=_TEXT)),
    Rule("release_dates", Labelled("overview", "Original Air Date:", finder=Within(re.compile(r"^[^?(]+")))),
    Rule("runtimes", Labelled("details", "Runtime:", finder=_TEXT)),
    Rule("countries", Labelled("details", "Country:", finder=_ITEMS)),
    Rule("languages", Labelled("details", "Language:", finder=_ITEMS)),
    Rule("akas", Labelled("details", "Also Known As:", finder=Using(blocks.akas))),
    Rule("filming_locations", Labelled("details", "Filming Locations:", finder=_ITEMS)),
    Rule("production_companies", In("companies", Using(blocks.companies))),
    Rule("production_companies", Labelled("details", "Company:", finder=_BODY)),
    Rule("colors", Labelled("details", "Color:", finder=_TEXT)),
    Rule("sound_mixes", Labelled("details", "Sound Mix:", finder=_TEXT)),
    Rule("aspect_ratio", Labelled("details", "Aspect Ratio:", finder=_TEXT)),
)

_EXTRAS = (
    Rule("trivia", Labelled("details", "Trivia:", finder=_TEXT)),
    Rule("goofs", Labelled("details", "Goofs:", finder=_TEXT)),
    Rule("quotes", Labelled("details", "Quotes:", finder=_TEXT)),
    Rule("crazy_credits", Labelled("details", "Crazy Credits:", finder=_TEXT)),
    Rule("connections", Labelled("details", "Movie Connections:", finder=_TEXT)),
    Rule("soundtracks", Labelled("details", "Soundtrack:", finder=One("title", title=_TEXT))),
    Rule("faqs", In("faq", Using(blocks.questions))),
    Rule("featured_review", In("review", Using(review))),
)

_EPISODES = (
    Rule("seasons", Labelled("overview", "Seasons:", "Season:", finder=_ITEMS)),
    Rule(
        "episode",
        In("episode", One("title", title=Using(blocks.series), number=Using(blocks.number))),
    ),
)

TEXT_TN15 = Layout(
    name="text_tn15",
    media="text",
    seen="to 2017-12",
    detect=is_title_page,
    view=partial(TextView, divide=divide, labels=LABELS, lines=lines),
    rules=(*_HEADING, *_RATINGS, *_STORY, *_PEOPLE, *_FACTS, *_EXTRAS, *_EPISODES),
    page_ids=(Address(),),
)
