"""Where the record begins in a dump of a title page: its heading, and the line under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

GENRES = frozenset(
    [
        "Action",
        "Adult",
        "Adventure",
        "Animation",
        "Biography",
        "Comedy",
        "Crime",
        "Documentary",
        "Drama",
        "Family",
        "Fantasy",
        "Film-Noir",
        "Game-Show",
        "History",
        "Horror",
        "Music",
        "Musical",
        "Mystery",
        "News",
        "Reality-TV",
        "Romance",
        "Sci-Fi",
        "Short",
        "Sport",
        "Talk-Show",
        "Thriller",
        "War",
        "Western",
    ]
)

SUMMARY_LABEL = re.compile(r"(?:Directors?|Writers?|Creators?|Stars?|Note|Contact):")
LONGEST_HEADING = 250

_BELOW = frozenset({"More Like This", "People who liked this also liked...", "Storyline"})
_YEAR_AT_END = re.compile(r"\((?:[A-Za-z -]+ )?(?:\d{4}|\?{4})[^()]*\)$")
_YEAR_ALONE = re.compile(r"\((?:[A-Za-z -]{1,30} )?\d{4}[^()]{0,30}\)")
_ORIGINAL = "(original title)"
_SITE = " - IMDb"
_RATING_BLOCK = re.compile(r"\d{1,2}(?:\.\d)? ?/ ?10|[\d,]+ user(?: [\d,]+ critic)?|Rate This")
_OPENING = 8
"""Lines of the rating and the heading together."""
_NEAR = 15
"""Lines between a heading and its credits."""
_KIND = (
    r"(?:TV (?:Series|Mini[- ]Series|Movie|Special|Short|Episode)|Episode|Music Video|Video Game|Video|Short"
    r"|Podcast (?:Series|Episode))"
)
_PIECES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("stub", re.compile(r"See all in-development titles.*").fullmatch),
    ("numeral", re.compile(r"\([IVXLC]+\)").fullmatch),
    ("runtime", re.compile(r"(?:\d{1,3}h ?)?(?:\d{1,3} ?min)?(?<=[hn])").fullmatch),
    ("genres", lambda piece: GENRES.issuperset(piece.split(", "))),
    (
        "release",
        re.compile(
            rf"{_KIND}(?: (?:aired|airs|released))?(?: \([^()]*\))?"
            rf"|(?:{_KIND} (?:(?:aired|airs|released) )?)?(?:\d{{1,2}} )?(?:[^\W\d]+ )?\d{{4}}(?: \([^()]*\))*"
        ).fullmatch,
    ),
)
_LONGEST_CERTIFICATE = 40
_DASH = re.compile(r"(?:^| )- ")
_MINUTES_AT_END = re.compile(r"(?:^| )\d{1,3} min$")


class Heading(NamedTuple):
    """Where the heading stands, what it says, and what the line under it states."""

    start: int
    end: int
    text: str
    pieces: dict[str, str]
    original: str | None = None


def find_heading(lines: list[str]) -> Heading | None:
    """Find the heading: above the line of certificate, runtime, genres and release, else what the page's title says."""
    limit = next((place for place, line in enumerate(lines) if line in _BELOW), len(lines))
    for place in range(1, limit):
        pieces = subtext(lines[place])
        found = pieces and _above(lines, place, pieces)
        if found:
            return found
    return _under_rating(lines, limit) or _in_page_title(lines, limit)


def _above(lines: list[str], place: int, pieces: dict[str, str]) -> Heading | None:
    above = [at for at in range(place - 1, max(-1, place - 8), -1) if lines[at]]
    original = lines[above.pop(0)] if above and lines[above[0]].endswith(_ORIGINAL) else None
    if not above or original == _ORIGINAL:
        return None
    start, text = _whole(lines, above)
    sure = _YEAR_AT_END.search(text) or (len(pieces) > 1 and "release" in pieces) or "stub" in pieces or original
    return Heading(start, place + 1, text, pieces, original) if sure and len(text) <= LONGEST_HEADING else None


def _whole(lines: list[str], above: list[int]) -> tuple[int, str]:
    """Return the heading that ends at the first of *above*, and where it begins: its year may be a line of its own."""
    last, *before = above
    if before and _YEAR_ALONE.fullmatch(lines[last]):
        return before[0], f"{lines[before[0]]} {lines[last]}"
    return last, lines[last]


def subtext(line: str) -> dict[str, str]:
    """Return the pieces of the line under the heading by what they state; nothing for any other line.

    >>> subtext("PG-13 | 2h 14min | Animation, Adventure | 12 July 1997 (Japan)")["certificate"]
    'PG-13'
    """
    found: dict[str, str] = {}
    if not line or len(line) > LONGEST_HEADING:
        return found
    for place, piece in enumerate(map(str.strip, _parts(line))):
        kind = next((name for name, matches in _PIECES if piece and matches(piece)), None)
        if kind is None and place == 0 and 0 < len(piece) <= _LONGEST_CERTIFICATE and piece != line:
            kind = "certificate"
        if (piece and kind is None) or kind in found:
            return {}
        if kind:
            found[kind] = piece
    return found if found.keys() & {"genres", "runtime", "release", "stub"} else {}


def _parts(line: str) -> list[str]:
    """Part the line at its bars; of 2010 to 2015 it has dashes, and bars between genres only."""
    head, *rest = _DASH.split(line)
    if not rest:
        return line.split("|")
    runtime = _MINUTES_AT_END.search(head)
    certificate = head[: runtime.start()] if runtime else head
    return [certificate.removeprefix("Certificate:"), runtime[0] if runtime else "", *_with_commas(rest)]


def _with_commas(parts: list[str]) -> list[str]:
    return [part.replace(" | ", ", ") for part in parts]


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
    if not lines or not lines[0].endswith(_SITE) or len(lines[0]) > LONGEST_HEADING:
        return None
    title = lines[0].removesuffix(_SITE)
    place = next((at for at in range(1, limit) if lines[at] == title), 0)
    below = next((at for at in range(limit) if SUMMARY_LABEL.match(lines[at])), limit)
    return Heading(place, place + 1 if place or below <= _NEAR else below, title, {})
