"""Where the record begins in a dump of a title page: its heading, and the line under it."""

from __future__ import annotations

import re
from typing import NamedTuple

from filmspider.layouts.text_subtext import LONGEST_HEADING, subtext
from filmspider.processors.titles import heading

SUMMARY_LABEL = re.compile(r"(?:Directors?|Writers?|Creators?|Stars?|Note|Contact):")

_BELOW = frozenset({"More Like This", "People who liked this also liked...", "Storyline"})
_YEAR_AT_END = re.compile(r"\((?:[A-Za-z -]+ )?(?:\d{4}|\?{4})[^()]*\)$")
_YEAR_ALONE = re.compile(r"(?:\([IVXLC]+\) )?\((?:[\dA-Za-z. -]{1,30} )?\d{4}[^()]{0,30}\)")
_AIRED = re.compile(r" ?\((?:\d{1,2} )?[A-Z][a-z]{2,8}\.? \d{4}\)$")
"""Stands after the title of an episode until 2015."""
_ORIGINAL = "(original title)"
_SITE = " - IMDb"
_RATING_BLOCK = re.compile(r"\d{1,2}(?:\.\d)? ?/ ?10|[\d,]+ user(?: [\d,]+ critic)?|Rate This")
_OPENING = 8
"""Lines of the rating and the heading together."""
_NEAR = 15
"""Lines between a heading and its credits."""


class Heading(NamedTuple):
    """Where the heading stands, what it says, and what the line under it states."""

    start: int
    end: int
    text: str
    pieces: dict[str, str]
    original: str | None = None


def find_heading(lines: list[str]) -> Heading | None:
    """Find the heading: above the line of certificate, runtime, genres and release, else what the page's title says.

    Where there is a page's title, it names the heading: above the record stand other films with their years.
    """
    limit = next((place for place, line in enumerate(lines) if line in _BELOW), len(lines))
    named = _page_title(lines)
    for place in range(1, limit):
        pieces = subtext(lines[place])
        found = _above(lines, place, pieces) if pieces else None
        if found and (_is_named(found, named) if named else _is_sure(found)):
            return found
    rated = _under_rating(lines, limit)
    return rated if rated and (named is None or _is_named(rated, named)) else _in_page_title(lines, limit)


def _page_title(lines: list[str]) -> str | None:
    return lines[0] if lines and lines[0].endswith(_SITE) and len(lines[0]) <= LONGEST_HEADING else None


def _is_named(found: Heading, page_title: str) -> bool:
    return heading(found.text).title == heading(page_title).title


def _is_sure(found: Heading) -> bool:
    """Whether what stands above a line is a heading by itself."""
    dated = len(found.pieces) > 1 and found.pieces.keys() & {"kind", "release"}
    return bool(_YEAR_AT_END.search(found.text) or dated or "stub" in found.pieces or found.original)


def _above(lines: list[str], place: int, pieces: dict[str, str]) -> Heading | None:
    above = [at for at in range(place - 1, max(-1, place - 8), -1) if lines[at]]
    original = lines[above.pop(0)] if above and lines[above[0]].endswith(_ORIGINAL) else None
    if not above or original == _ORIGINAL:
        return None
    start, text = _whole(lines, above)
    return Heading(start, place + 1, _AIRED.sub("", text), pieces, original) if len(text) <= LONGEST_HEADING else None


def _whole(lines: list[str], above: list[int]) -> tuple[int, str]:
    """Return the heading that ends at the first of *above*, and where it begins: its year may be a line of its own."""
    last, *before = above
    if before and _YEAR_ALONE.fullmatch(lines[last]):
        return before[0], f"{lines[before[0]]} {lines[last]}"
    return last, lines[last]


def _under_rating(lines: list[str], limit: int) -> Heading | None:
    """Return the first line with a year under the rating, or at the top of a dump of the main content alone."""
    first = next((place for place in range(limit) if _RATING_BLOCK.fullmatch(lines[place])), -1)
    window = range(first + 1, min(first + _OPENING, limit))
    place = next((at for at in window if len(lines[at]) < LONGEST_HEADING and _YEAR_AT_END.search(lines[at])), None)
    if place is None or (first < 0 and not any(map(SUMMARY_LABEL.match, lines[place : min(place + _NEAR, limit)]))):
        return None
    start, text = _whole(lines, [at for at in range(place, first, -1) if lines[at]])
    below = next((at for at in range(place + 1, min(place + 3, limit)) if lines[at]), place)
    original = lines[below] if lines[below].endswith(_ORIGINAL) else None
    return Heading(start, (below if original else place) + 1, text, {}, original)


def _in_page_title(lines: list[str], limit: int) -> Heading | None:
    """Return the line that the page's title repeats, else the page's title itself."""
    page_title = _page_title(lines)
    if page_title is None:
        return None
    title = page_title.removesuffix(_SITE)
    place = next((at for at in range(1, limit) if lines[at] == title), 0)
    below = next((at for at in range(limit) if SUMMARY_LABEL.match(lines[at])), limit)
    return Heading(place, place + 1 if place or below <= _NEAR else below, title, {})
