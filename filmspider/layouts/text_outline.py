"""How a dump of a title page is divided: the heading with its summary, then the sections in page order."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GENRES = frozenset(
    "Action Adult Adventure Animation Biography Comedy Crime Documentary Drama Family Fantasy Film-Noir Game-Show "
    "History Horror Music Musical Mystery News Reality-TV Romance Sci-Fi Short Sport Talk-Show Thriller War "
    "Western".split()
)

SECTIONS = {
    "Videos": "media",
    "Photos": "media",
    "Learn more": "media",
    "More Like This": "recommendations",
    "People who liked this also liked...": "recommendations",
    "Cast": "cast",
    "Storyline": "storyline",
    "Details": "details",
    "Box Office": "details",
    "Company Credits": "details",
    "Technical Specs": "details",
    "Did You Know?": "trivia",
    "Frequently Asked Questions": "faq",
    "User Reviews": "review",
    "Message Boards": "end",
    "Getting Started | Contributor Zone »": "end",
    "Contribute to This Page": "end",
    "Recently Viewed": "end",
}
"""Heading lines of the page's sections, in page order."""

_RANKS = {name: rank for rank, name in enumerate(dict.fromkeys(SECTIONS.values()))}
_ASIDES = frozenset(
    {
        "About",
        "Around The Web",
        "Editorial Lists",
        "Episodes",
        "Follow Us On Twitter",
        "Related Items",
        "Related News",
        "Share this Rating",
        "Top-Rated Episodes",
        "User Lists",
        "User Polls",
    }
)
"""Lines that head what stands beside the record."""
_INTRO_ENDS = frozenset(
    {"Metascore", "Reviews", "Popularity", "Added to Watchlist", "View production, box office, & company info"}
)
_SUMMARY_LABEL = re.compile(r"(?:Directors?|Writers?|Creators?|Stars?|Note|Contact):")
_BELOW = frozenset(SECTIONS) & {"More Like This", "People who liked this also liked...", "Storyline"}
_BEFORE = 12
"""Lines above the heading that hold the rating."""
_LONGEST_HEADING = 250

_YEAR_AT_END = re.compile(r"\((?:[A-Za-z -]+ )?(?:\d{4}|\?{4})[^()]*\)$")
_ORIGINAL = "(original title)"
_KIND = (
    r"(?:TV (?:Series|Mini[- ]Series|Movie|Special|Short|Episode)|Episode|Music Video|Video Game|Video|Short"
    r"|Podcast (?:Series|Episode))"
)
_PIECES: tuple[tuple[str, Callable[[str], object]], ...] = (
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


class Heading(NamedTuple):
    """Where the heading stands, and what the line under it states."""

    start: int
    end: int
    pieces: dict[str, str]
    original: str | None = None


def divide(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines of each section; none at all where there is no heading of a title."""
    heading = find_heading(lines)
    if heading is None:
        return {}
    sections = dict(_sections(lines, heading.end))
    top = sections["top"]
    asides = (place for place, line in enumerate(top) if line in _ASIDES)
    summary = top[: next(asides, len(top))]
    intro = summary[: next((place for place, line in enumerate(summary) if _ends_intro(line)), len(summary))]
    before = lines[max(0, heading.start - _BEFORE) : heading.start]
    return {
        **sections,
        **{name: [piece] for name, piece in heading.pieces.items()},
        "page_title": lines[:1],
        "before": before,
        "heading": lines[heading.start : heading.start + 1],
        "original": [heading.original] if heading.original else [],
        "intro": intro,
        "episode": [*before, *intro],
        "summary": summary,
    }


def _ends_intro(line: str) -> bool:
    return line in _INTRO_ENDS or _SUMMARY_LABEL.match(line) is not None


def _sections(lines: list[str], start: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the sections from *start* on; a heading counts only after those that stand before it on the page."""
    name, rank, marks = "top", -1, [("top", start)]
    for place in range(start, len(lines)):
        found = SECTIONS.get(lines[place])
        if found and _RANKS[found] > rank:
            name, rank = found, _RANKS[found]
            marks.append((name, place + 1))
    marks.append(("", len(lines) + 1))
    for (name, first), (_, after) in pairwise(marks):
        yield name, lines[first : after - 1]


def find_heading(lines: list[str]) -> Heading | None:
    """Find the heading: above the line of certificate, runtime, genres and release, else what the page's title says."""
    limit = next((place for place, line in enumerate(lines) if line in _BELOW), len(lines))
    for place in range(1, limit):
        pieces = subtext(lines[place])
        found = pieces and _above(lines, place, pieces)
        if found:
            return found
    return _by_page_title(lines, limit)


def _above(lines: list[str], place: int, pieces: dict[str, str]) -> Heading | None:
    above = [at for at in range(place - 1, max(-1, place - 6), -1) if lines[at]]
    original = lines[above.pop(0)] if above and lines[above[0]].endswith(_ORIGINAL) else None
    if not above or len(lines[above[0]]) > _LONGEST_HEADING:
        return None
    sure = _YEAR_AT_END.search(lines[above[0]]) or (len(pieces) > 1 and "release" in pieces) or original
    return Heading(above[0], place + 1, pieces, original) if sure else None


def subtext(line: str) -> dict[str, str]:
    """Return the pieces of the line under the heading by what they state; nothing for any other line.

    >>> subtext("PG-13 | 2h 14min | Animation, Adventure | 12 July 1997 (Japan)")["certificate"]
    'PG-13'
    """
    found: dict[str, str] = {}
    if not line or len(line) > _LONGEST_HEADING:
        return found
    for place, piece in enumerate(part.strip() for part in line.split("|")):
        kind = next((name for name, matches in _PIECES if piece and matches(piece)), None)
        if kind is None and place == 0 and 0 < len(piece) <= _LONGEST_CERTIFICATE and "|" in line:
            kind = "certificate"
        if (piece and kind is None) or kind in found:
            return {}
        if kind:
            found[kind] = piece
    return found if found.keys() & {"genres", "runtime", "release"} else {}


def _by_page_title(lines: list[str], limit: int) -> Heading | None:
    title = lines[0].removesuffix(" - IMDb") if lines and lines[0].endswith(" - IMDb") else None
    place = next((at for at in range(1, limit) if lines[at] == title), None)
    return None if place is None else Heading(place, place + 1, {})
