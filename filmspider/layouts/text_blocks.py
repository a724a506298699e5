"""Blocks of a dump that are more than words: people, companies, awards, ways to watch and the like."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from filmspider.processors.text import without_controls
from filmspider.rules.linefinders import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPANY_ENDS = frozenset({"The", "Inc", "Inc.", "LLC", "Ltd", "Ltd.", "Co.", "Corp.", "GmbH", "S.A.", "S.L."})


def people(lines: list[str]) -> list[str]:
    """Return names with their notes, parted by commas.

    What follows a bar is a control. Notes alone have lost their name: they are left out.

    >>> people(["Corey Mandell (screenplay), J.D. Shapiro (screenplay) | 1 more credit »"])
    ['Corey Mandell (screenplay)', 'J.D. Shapiro (screenplay)']
    """
    names = _outside_brackets(" ".join(_with_notes(lines)).split(" | ")[0])
    return [name for name in names if not name.startswith("(") and not _MORE_CREDITS.match(name)]


_MORE_CREDITS = re.compile(r"\d+ more credits?\b|See full cast")


def _with_notes(lines: list[str]) -> Iterator[str]:
    """Yield the first line, and notes that a converter put on lines of their own."""
    found = [line for line in lines if line]
    yield from found[:1]
    for line in found[1:]:
        if not line.startswith("("):
            break
        yield line


def _outside_brackets(text: str) -> list[str]:
    """Split at the commas that stand in no bracket."""
    names: list[str] = []
    held: list[str] = []
    depth = 0
    for piece in text.split(","):
        held.append(piece)
        depth = max(0, depth + piece.count("(") - piece.count(")"))
        if not depth:
            names.append(",".join(held).strip())
            held = []
    return [name for name in [*names, ",".join(held).strip()] if name]


def companies(lines: list[str]) -> list[str]:
    """Return names parted by commas; an article or a legal form after a comma belongs to the name before it.

    >>> companies(["20th Century Fox Television, Curiosity Company, The See more »"])
    ['20th Century Fox Television', 'Curiosity Company, The']
    """
    names: list[str] = []
    for name in _outside_brackets(without_controls(words(lines))):
        if names and name in _COMPANY_ENDS:
            names[-1] += f", {name}"
        else:
            names.append(name)
    return names


def sites(lines: list[str]) -> list[dict[str, str]]:
    """Return the names of sites, parted by bars; a dump has lost their addresses."""
    labels = map(str.strip, without_controls(words(lines)).split("|"))
    return [{"label": label} for label in labels if label]


def kinds(lines: list[str]) -> str:
    """Return processes or formats with their notes, parted by bars; notes alone have lost their name."""
    named = (part.strip() for part in words(lines).split("|"))
    return "|".join(part for part in named if not part.startswith("("))


_AWARD_START = re.compile(r"(?:Won|Nominated for)\b|(?:Another )?[\d,]+ (?:wins?|nominations?)\b")
_AWARD_LINK = "See more awards"
_AWARD_LINES = 10
"""Lines into which a converter may have broken the awards line."""


def awards(lines: list[str]) -> str | None:
    """Return the awards line, which ends in its link."""
    end = next((place for place, line in enumerate(lines) if _AWARD_LINK in line), None)
    if end is None:
        return None
    near = [line.split(" | ")[-1] for line in lines[max(0, end - _AWARD_LINES) : end + 1] if line]
    starts = [place for place, line in enumerate(near) if _AWARD_START.match(line)]
    outcomes = [place for place in starts if near[place].startswith(("Won", "Nominated"))]
    start = next(iter(outcomes or starts), None)
    return None if start is None else " ".join(near[start:]).split(_AWARD_LINK)[0].strip()


_WAYS = frozenset({"On Disc", "Watch Now", "On TV", "Own it"})
_BROKEN = (" on", " at", " with", " from")
_GOES_ON = frozenset({"on", "at", "with", "from"})


def watch_options(lines: list[str]) -> list[dict[str, str]]:
    """Return offers: a heading, and under it where."""
    return [
        {"kind": line, "provider": _offer(lines[place + 1 : place + 8])}
        for place, line in enumerate(lines)
        if line in _WAYS
    ]


def _offer(lines: list[str]) -> str:
    """Return the first line, with the next ones where a converter broke it at "on" or the like."""
    offer, *rest = [line for line in lines if line] or [""]
    for line in rest:
        if not (f" {offer.lower()}".endswith(_BROKEN) or line.partition(" ")[0] in _GOES_ON):
            break
        offer = f"{offer} {line}"
    return offer


_YEAR_DIGITS = 4
_SEASONS = frozenset({"Seasons", "Season:"})


def seasons(lines: list[str]) -> list[str]:
    """Return the numbers that stand after "Seasons", before the years.

    >>> seasons(["Seasons", "2 1", "2018 2017"]), seasons(["Season:", "2, 1, unknown", "Year:"])
    (['2', '1'], ['2', '1'])
    """
    found: list[str] = []
    text = words(lines).replace(",", "").split()
    start = next((at for at, word in enumerate(text) if word in _SEASONS), len(text))
    for word in text[start + 1 :]:
        if word.isdigit():
            if len(word) == _YEAR_DIGITS:
                break
            found.append(word)
    return found


_EPISODE_OF = re.compile(r"(?P<series>.+?): Season \w+, Episode \w+")


def episode_of(lines: list[str]) -> str | None:
    """Return the series that stands with the number above the heading of an episode of 2010 to 2015.

    >>> episode_of(["Slow Trams:", "Season 2, Episode 5"])
    'Slow Trams'
    """
    shown = [line for line in lines if line]
    found = (_EPISODE_OF.fullmatch(line) for line in [*shown, *map(" ".join, pairwise(shown))])
    return next((match["series"] for match in found if match), None)


_PARENT = re.compile(r"(?P<series>.*?) ?\(\d{4}[^()]*\)")


def parent(lines: list[str]) -> str | None:
    """Return the series that stands with its years above the heading of an episode."""
    above = [line for line in lines if line]
    found = ((place, match) for place in range(len(above) - 1, -1, -1) if (match := _PARENT.fullmatch(above[place])))
    for place, match in found:
        return match["series"] or (above[place - 1] if place else None)
    return None
