"""Plain-text dumps of title pages, by whatever converter: the labels without the markup."""

from __future__ import annotations

import re
from functools import partial

from filmspider.layouts import text_blocks as blocks
from filmspider.layouts.text_cast import cast_rows
from filmspider.layouts.text_extras import Part, questions, quote, review, soundtrack
from filmspider.layouts.text_labels import LABELS, is_title_page
from filmspider.layouts.text_outline import divide
from filmspider.layouts.text_recommendations import recommendations
from filmspider.layouts.text_story import plot, storyline
from filmspider.rules import Layout, Rule
from filmspider.rules.linefinders import Between, Match, One, Using, Within, Words
from filmspider.rules.text import Address, In, Labelled, LabelledAreas, TextView

_WORDS = Words()
_BARS = Between(re.compile(r" ?\| ?(?:See All \(\d+\)$)?"))
_PEOPLE = Using(blocks.people)
_RATED = re.compile(r"(\d{1,2}(?:[.,]\d)?) ?/ ?10")
_USERS = re.compile(r"(?:^|[\s|])([\d,.]+K?) user\b")
_CRITICS = re.compile(r"(?:^|[\s|])([\d,.]+K?) critic\b")
_NUMBER_2010 = re.compile(r"(?:.*: )?(Season \w+, Episode \w+)")
_CHART = re.compile(r"((?:Top|Bottom) (?:Rated [A-Za-z ]+|\d+ )#[\d,]+).*")
_NOTE_STATUS = re.compile(r"categorized as (in development|[\w-]+)", re.IGNORECASE)
_DATED_KIND = re.compile(r".*\(((?:TV|Video|Short|Music|Podcast)[^()\d]*)[^()]*\)(?: - IMDb)?")
_PAGE_TITLE = re.compile(r".*\((?:[A-Za-z -]+ )?\d{4}[^()]*\) - IMDb")
_SERIES_YEARS = re.compile(r"\D*(\(\d{4}[^)]*\))")

_HEADING = (
    Rule("title", In("heading", _WORDS)),
    Rule("original_title", In("original", _WORDS)),
    Rule("disambiguation", In("numeral", Within(re.compile(r"\([IVXLC]+\)")))),
    Rule("disambiguation", In("heading", _WORDS)),
    Rule("disambiguation", In("page_title", Match(_PAGE_TITLE))),
    Rule("title_type", In("kind", _WORDS)),
    Rule("title_type", In("release", _WORDS)),
    Rule("title_type", In("page_title", Match(_DATED_KIND))),
    Rule("year", In("heading", Match(re.compile(r".*\(\d{4}[^()]*\)")))),
    Rule("year", In("release", Match(_SERIES_YEARS))),
    Rule("year", In("page_title", Match(_PAGE_TITLE))),
    Rule("end_year", In("release", Match(_SERIES_YEARS))),
    Rule("end_year", In("heading", Match(re.compile(r".*(\(\d{4}[^()]*\))")))),
    Rule("end_year", In("page_title", Match(_PAGE_TITLE))),
    Rule("production_status", Labelled("summary", "Note:", finder=Within(_NOTE_STATUS))),
)

_RATINGS = (
    Rule("rating", In("before", Match(_RATED))),
    Rule("rating", In("summary", Within(re.compile(r"\bRatings: (\d{1,2}(?:\.\d)?) ?/ ?10 from")))),
    Rule("rating", In("summary", Within(re.compile(r"(?:^| )(\d{1,2}(?:\.\d)?) ?/ ?10 (?:X )?\([\d,]+ votes?\)")))),
    Rule("rating_count", In("summary", Within(re.compile(r"/ ?10 from ([\d,]+) users\b")))),
    Rule("rating_count", In("summary", Within(re.compile(r"/ ?10 (?:X )?\(([\d,]+) votes?\)")))),
    Rule("rating_count", In("before", Within(re.compile(r"\d ?/ ?10 ([\d,]+)(?: |$)")))),
    Rule("user_review_count", In("before", Within(_USERS))),
    Rule("user_review_count", In("summary", Within(_USERS))),
    Rule("critic_review_count", In("before", Within(_CRITICS))),
    Rule("critic_review_count", In("summary", Within(_CRITICS))),
    Rule("metascore", In("summary", Within(re.compile(r"(?:^| )(\d{1,3}) Metascore\b")))),
    Rule("metascore", In("summary", Within(re.compile(r"\bMetascore: (\d{1,3})/100\b")))),
    Rule("popularity_rank", In("before", Within(re.compile(r"\bMOVIEmeter #?([\d,]+)(?= |$)")))),
    Rule("popularity_rank", In("summary", Within(re.compile(r"\bPopularity ([\d,]+)\b")))),
    Rule("chart_ranks", In("top", Match(_CHART))),
    Rule("awards", In("top", Using(blocks.awards))),
)

_CERTIFICATES = (
    Rule("certificates", In("certificate", _WORDS)),
    Rule("certificates", Labelled("storyline", "Certificate:", finder=_BARS)),
    Rule(
        "certificates",
        Labelled(
            "storyline",
            "Motion Picture Rating",
            finder=Within(re.compile(r"^(?:\(MPAA\) ?)?([^(].*)")),
        ),
    ),
)

_TEXTS = (
    Rule("plot", In("intro", Using(plot))),
    Rule("storyline", In("storyline", Using(storyline))),
    Rule("keywords", Labelled("storyline", "Plot Keywords:", finder=_BARS)),
    Rule("taglines", Labelled("storyline", "Taglines:", finder=_WORDS)),
    Rule("genres", Labelled("storyline", "Genres:", finder=_BARS)),
    Rule("genres", In("genres", Between(re.compile(", ?")))),
)

_PEOPLE_RULES = (
    Rule("directors", Labelled("summary", "Director:", "Directors:", finder=_PEOPLE)),
    Rule("writers", Labelled("summary", "Writer:", "Writers:", finder=_PEOPLE)),
    Rule("creators", Labelled("summary", "Creator:", "Creators:", finder=_PEOPLE)),
    Rule("stars", Labelled("summary", "Star:", "Stars:", finder=_PEOPLE)),
    Rule("cast", In("cast", Using(cast_rows))),
    Rule("cast_complete", In("cast", Match(re.compile(r".{0,60}[Cc]ast.{0,60}:")))),
)

_FACTS = (
    Rule("release_dates", Labelled("details", "Release Date:", finder=_WORDS)),
    Rule("release_dates", In("release", _WORDS)),
    Rule("runtimes", Labelled("details", "Runtime:", finder=_WORDS)),
    Rule("runtimes", In("runtime", _WORDS)),
    Rule("countries", Labelled("details", "Country:", finder=_BARS)),
    Rule("languages", Labelled("details", "Language:", finder=_BARS)),
    Rule("akas", Labelled("details", "Also Known As:", finder=_WORDS)),
    Rule("filming_locations", Labelled("details", "Filming Locations:", finder=_BARS)),
    Rule("official_sites", Labelled("details", "Official Sites:", finder=Using(blocks.sites))),
    Rule("production_companies", Labelled("details", "Production Co:", finder=Using(blocks.companies))),
    Rule("budget", Labelled("details", "Budget:", finder=_WORDS)),
    Rule(
        "opening_weekends",
        LabelledAreas("details", re.compile(r"Opening Weekend(?: (?P<area>.+))?:"), finder=_WORDS),
    ),
    Rule(
        "grosses",
        LabelledAreas("details", re.compile(r"(?:Gross|Cumulative)(?: (?P<area>.+?))?(?: Gross)?:"), finder=_WORDS),
    ),
    Rule("colors", Labelled("details", "Color:", finder=Using(blocks.kinds))),
    Rule("sound_mixes", Labelled("details", "Sound Mix:", finder=Using(blocks.kinds))),
    Rule("aspect_ratio", Labelled("details", "Aspect Ratio:", finder=_WORDS)),
)

_MEDIA = (
    Rule("trailer", In("intro", One("duration", duration=Match(re.compile(r"([\d:]+) \| Trailer"))))),
    Rule("watch_options", In("summary", Using(blocks.watch_options))),
)

_DID_YOU_KNOW = (
    Rule("trivia", In("trivia", Part("Trivia"))),
    Rule("goofs", In("trivia", Part("Goofs"))),
    Rule("quotes", In("trivia", Part("Quotes", quote))),
    Rule("crazy_credits", In("trivia", Part("Crazy Credits"))),
    Rule("connections", In("trivia", Part("Connections"))),
    Rule("soundtracks", In("trivia", Part("Soundtracks", soundtrack))),
    Rule("faqs", In("faq", Using(questions))),
    Rule("featured_review", In("review", Using(review))),
    Rule("recommendations", In("recommendations", Using(recommendations))),
)

_SERIES = (
    Rule("seasons", In("top", Using(blocks.seasons))),
    Rule("episode_total", In("intro", Match(re.compile(r"([\d,]+) episodes?")))),
    Rule(
        "episode",
        In(
            "episode",
            One("number", number=Match(re.compile(r"Season \w+(?: \| Episode \w+)?")), title=Using(blocks.parent)),
        ),
    ),
    Rule("episode", In("before", One("number", number=Match(_NUMBER_2010), title=Using(blocks.episode_of)))),
)

TEXT = Layout(
    name="text",
    media="text",
    seen="any time",
    detect=is_title_page,
    view=partial(TextView, divide=divide, labels=LABELS),
    rules=(
        *_HEADING,
        *_RATINGS,
        *_CERTIFICATES,
        *_TEXTS,
        *_PEOPLE_RULES,
        *_FACTS,
        *_MEDIA,
        *_DID_YOU_KNOW,
        *_SERIES,
    ),
    page_ids=(Address(),),
)
