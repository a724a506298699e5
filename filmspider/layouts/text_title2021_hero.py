"""The top of a dump of a page since 2021: title, kind, years, certificate and running time above the rating."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from filmspider.processors.titles import heading

_BELOW = re.compile(
    r"IMDb RATING|Note: Because this project .*|Cast & crew|Episode guide|Play trailer.*|(?:\d+|99\+) (?:Photo|Video)s?"
    r"|(?:Director|Writer|Creator|Star)s?"
)
"""What may stand below the top: the rating, or where there is none what follows it."""
_ORIGINAL = "Original title:"
_LINES = 8
"""Lines of the top."""
_NAVIGATION = 150
"""Lines above the top."""
_KIND = re.compile(r"(?:TV|Podcast) [A-Z][a-z]+(?: Series)?|Video(?: Game)?|Short|Music Video")
_YEARS = re.compile(r"(?:18|19|20)\d{2}(?:\s?[-\u2013]\s?(?:\d{4})?)?")
_AIRED = re.compile(r"Episode air(?:ed|s) .+")
_RUNTIME = re.compile(r"(?:\d{1,3}h ?)?(?:\d{1,3}m)?(?<=[hm])")
_DATED = re.compile(r".+\((?:[A-Za-z -]+ ?)?(?:\d{4}[^()]{0,10})?\) - IMDb")
_NAVIGATION_LINE = re.compile(
    r"All topics.*|IMDbPro"
    r"|Trivia|FAQ|EN|Use app|Sign In|Watchlist|In development: .*|[^\W\d_]+ \([^\W\d_ ]+(?: [^\W\d_]+)?\)"
)
"""What stands above the title: links and languages."""
_LONGEST_CERTIFICATE = 30


class Hero(NamedTuple):
    """What the top says, and where the rest begins."""

    end: int
    parts: dict[str, list[str]]


def hero(lines: list[str]) -> Hero | None:
    """Return the top: the lines between the title and what stands below it, else what the page's title says."""
    page_title = lines[:1] if lines and _DATED.fullmatch(lines[0]) else []
    below = [at for at, line in enumerate(lines[: 2 * _NAVIGATION]) if _BELOW.fullmatch(line)]
    for at in below:
        above = (once(line) for line in lines[max(0, at - 3 * _LINES) : at] if line)
        parts = _pieces([line for line, _ in groupby(above)][-_LINES:])
        if parts and _is_named(parts["title"][0], page_title):
            return Hero(at, {**parts, "page_title": page_title})
    return Hero(below[0] if below else 0, {"title": page_title, "page_title": page_title}) if page_title else None


def _is_named(title: str, page_title: list[str]) -> bool:
    """Whether the page's title, where there is one, names *title*: above other years other lines stand."""
    return not page_title or title in {heading(page_title[0]).title, heading(page_title[0]).series_title}


def _pieces(above: list[str]) -> dict[str, list[str]]:
    """Return the lines of the top by what they state, read upwards from the rating to the title."""
    found: dict[str, list[str]] = {}
    for place in range(len(above) - 1, -1, -1):
        line = above[place]
        name = _name(line, found)
        if name is None:
            is_title = _is_dated(found) and not _NAVIGATION_LINE.fullmatch(line)
            return {**found, "title": [line], "parent": above[place - 1 : place]} if is_title else {}
        found[name] = [line]
    return {}


def _name(line: str, below: dict[str, list[str]]) -> str | None:
    """Return what a line states, where it can stand above those *below*."""
    dated = _is_dated(below)
    if line.startswith(_ORIGINAL):
        return "original"
    if not dated and "runtime" not in below and "certificate" not in below and _RUNTIME.fullmatch(line):
        return "runtime"
    if "years" not in below and _YEARS.fullmatch(line):
        return "years"
    if "kind" not in below and (_KIND.fullmatch(line) or _AIRED.fullmatch(line)):
        return "kind"
    return None if dated or "certificate" in below or len(line) > _LONGEST_CERTIFICATE else "certificate"


def _is_dated(found: dict[str, list[str]]) -> bool:
    return "years" in found or "kind" in found


def once(text: str) -> str:
    """Return *text* once where it stands there twice or three times over.

    >>> once("TV-14 TV-14"), once("2019–2019–"), once("Gaslight")
    ('TV-14', '2019–', 'Gaslight')
    """
    for times in (3, 2):
        for gap in (1, 0):
            size = (len(text) - gap * (times - 1)) // times
            if size > 1 - gap and (gap * " ").join([text[:size]] * times) == text:
                return text[:size]
    return text
