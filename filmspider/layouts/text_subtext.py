"""The line under the heading of a title page, by what its pieces state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.text_genres import GENRES

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_HEADING = 250
KIND = (
    r"(?:TV (?:Series|Mini[- ]Series|Movie|Special|Short|Episode)|Episode|Music Video|Video Game|Video|Short"
    r"|Podcast (?:Series|Episode))"
)
_PIECES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("stub", re.compile(r"See all in-development titles.*").fullmatch),
    ("numeral", re.compile(r"\([IVXLC]+\)").fullmatch),
    ("runtime", re.compile(r"(?:\d{1,3}h ?)?(?:\d{1,3} ?min)?(?<=[hn])").fullmatch),
    ("kind", re.compile(KIND).fullmatch),
    ("genres", lambda piece: GENRES.issuperset(piece.split(", "))),
    (
        "release",
        re.compile(
            rf"{KIND}(?: (?:aired|airs|released))?(?: \([^()]*\))?"
            rf"|(?:{KIND} (?:(?:aired|airs|released) )?)?(?:\d{{1,2}} )?(?:[^\W\d]+ )?\d{{4}}(?: \([^()]*\))*"
        ).fullmatch,
    ),
)
_LONGEST_CERTIFICATE = 40
_DASH = re.compile(r"(?:^| )- ")
_MINUTES_AT_END = re.compile(r"(?:^| )\d{1,3} min$")


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
    return found if found.keys() & {"genres", "kind", "runtime", "release", "stub"} else {}


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
