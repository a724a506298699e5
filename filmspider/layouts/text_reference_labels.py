"""The labels of a ``/reference`` page, with what the values under each look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.items import Language
from filmspider.layouts.text_genres import GENRES
from filmspider.processors.languages import language
from filmspider.processors.places import country_code
from filmspider.rules.text import Labels

if TYPE_CHECKING:
    from collections.abc import Callable

    Likely = Callable[[str], object]

_ANY = re.compile(r".+").fullmatch
_SENTENCE = re.compile(r".{40,}|Add .*|Plot S.*|Written by.*").fullmatch
_IS_RUNTIME = re.compile(r".*\d min\b.*").fullmatch
_IS_SOUND = re.compile(r"(?:Dolby|DTS|SDDS|Mono|Stereo|Silent|Datasat|Auro|IMAX|\d+-Track|70 mm|Sonics)\b.*").fullmatch


def _is_language(text: str) -> bool:
    found = language(text)
    return isinstance(found, Language) and found.code is not None


def _is_site(text: str) -> bool:
    return not country_code(text) and not _is_language(text) and not _IS_RUNTIME(text)


def _is_place(text: str) -> bool:
    return not _IS_SOUND(text) and not text.startswith("(")


STORYLINE: dict[str, Likely] = {
    "Plot Summary": _SENTENCE,
    "Plot Keywords": re.compile(r"[^A-Z]+").fullmatch,
    "Taglines": _ANY,
    "Genres": GENRES.__contains__,
    "Parents Guide": re.compile(r"(?:View|Add) content .*").fullmatch,
    "Certification": re.compile(r"[A-Z][\w .'-]*:.+").fullmatch,
}
DETAILS: dict[str, Likely] = {
    "Also Known As": re.compile(r".+\(.+\)").fullmatch,
    "Runtime": _IS_RUNTIME,
    "Official Sites": _is_site,
    "Country": country_code,
    "Countries": country_code,
    "Languages": _is_language,
    "Language": _is_language,
    "Color": re.compile(r"(?:Color|Black and White)\b.*").fullmatch,
    "Aspect Ratio": re.compile(r"\d[\d.]* ?: ?\d.*").fullmatch,
    "Sound Mix": _IS_SOUND,
    "Filming Locations": _is_place,
}
TRIVIA: dict[str, Likely] = {
    "Trivia": _ANY,
    "Goofs": _ANY,
    "Crazy Credits": _ANY,
    "Alternate Versions": _ANY,
    "Movie Connections": _ANY,
    "Soundtracks": _ANY,
    "Quotes": _ANY,
}
TABLES = {"storyline": STORYLINE, "details": DETAILS, "trivia": TRIVIA}
"""The sections that are tables with several lines in a row, with their labels."""

_OVERVIEW = (
    *("Director:", "Directors:", "Writer:", "Writers:", "Creator:", "Creators:", "Star:", "Stars:"),
    *("Awards:", "Reviews:", "Seasons:", "Years:", "Status:", "Status Updated:", "Comments:", "Note:"),
)
LABELS = Labels(
    whole=frozenset({*_OVERVIEW, *STORYLINE, *DETAILS, *TRIVIA, "Budget"}),
    areas=re.compile(r"(?:Opening Weekend|Gross|Cumulative)(?: [A-Z][A-Za-z]*){0,4}"),
    stops=frozenset({"Edit", "Photos and Videos"}),
    controls=re.compile(r"(?:See (?:more|All)|View content|Add content)\b.*|.{0,40}\(\d+\) ?»"),
)
