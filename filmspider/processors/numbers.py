"""Counts, ratings and ranks."""

from __future__ import annotations

import re
from typing import Final

from filmspider.processors._figures import FIGURE, LIMIT, scaled_figure, whole_figure
from filmspider.processors._shared import unread
from filmspider.processors.outcome import Noted, Unparsed

_COUNT: Final = re.compile(rf"\s*{FIGURE}(?:\s+[^\W\d_]+)*\s*")
_RATING: Final = re.compile(r"\s*([0-9]{1,2})(?:[.,]([0-9]{1,6}))?(?:\s*/\s*10)?\s*")
_METASCORE: Final = re.compile(r"\s*([0-9]{1,3})(?:\s*/\s*100)?\s*")
_RANK: Final = re.compile(r"\s*(?:#\s?)?([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})\s*")
_NO_RANK: Final = re.compile(r"\s*(?:top\s+[0-9,]+|see\s+rank)\s*", re.IGNORECASE)
_SIGNED: Final = re.compile(r"\s*([+\-\u2212\u2013])\s*([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})\s*")
_NO_DIRECTION: Final = re.compile(r"\s*(?:[+\-\u2212\u2013]\s?)?[0-9][0-9.,]*\s*(?:%\s*)?")
_HELPFULNESS: Final = re.compile(r"\s*([0-9][0-9,]{0,14})\s+(?:out\s+)?of\s+([0-9][0-9,]{0,14})(?![.,]?\w)\D*")

_BEST_RATING: Final = 10
_BEST_METASCORE: Final = 100


def count(raw: str | int) -> int | Noted | Unparsed | None:
    """Read a count: a number, by itself or with words after it; a rounded one is noted as such.

    >>> count("1,127,655"), count("3,606 user"), count("1 127 655")
    (1127655, 3606, 1127655)
    >>> count("11.4K")
    Noted(value=11400, code='rounded', detail='11.4K')
    """
    if isinstance(raw, int):
        return raw if 0 <= raw < LIMIT else Unparsed(str(raw))
    found = _COUNT.fullmatch(raw)
    if not found:
        return unread(raw)
    if found["scale"]:
        scaled = scaled_figure(found)
        return Unparsed(raw) if scaled is None else Noted(scaled, "rounded", raw)
    return Unparsed(raw) if found["decimals"] or found["cents"] else whole_figure(found)


def rating(raw: str | float) -> float | Unparsed | None:
    """Read a user rating of 1 to 10, ``None`` for the 0 that stands for "no rating".

    >>> rating("8.7"), rating("8,7"), rating("8.7/10"), rating("0")
    (8.7, 8.7, 8.7, None)
    """
    if isinstance(raw, str):
        found = _RATING.fullmatch(raw)
        if not found:
            return unread(raw)
        value = float(f"{found[1]}.{found[2] or 0}")
    else:
        value = float(raw) if -1 <= raw <= _BEST_RATING else -1.0
    if 1 <= value <= _BEST_RATING:
        return value
    return None if value == 0 else Unparsed(str(raw))


def metascore(raw: str | int) -> int | Unparsed | None:
    """Read a Metacritic score, 0 to 100.

    >>> metascore("73"), metascore("73/100"), metascore(0)
    (73, 73, 0)
    """
    if isinstance(raw, str):
        found = _METASCORE.fullmatch(raw)
        if not found:
            return unread(raw)
        value = int(found[1])
    else:
        value = raw
    return value if 0 <= value <= _BEST_METASCORE else Unparsed(str(raw))


def rank(raw: str | int) -> int | Unparsed | None:
    """Read a place in a chart, from 1; ``None`` for "Top 5000" and "See rank", which state none.

    >>> rank("2,525"), rank("#17"), rank("Top 5000")
    (2525, 17, None)
    """
    if isinstance(raw, str):
        found = _RANK.fullmatch(raw)
        if not found:
            return None if _NO_RANK.fullmatch(raw) else unread(raw)
        value = int(found[1].replace(",", ""))
    else:
        value = raw
    return value if 1 <= value < LIMIT else Unparsed(str(raw))


def signed(raw: str | int) -> int | Unparsed | None:
    """Read a change of rank; ``None`` for a percentage and where no sign states the direction.

    >>> signed("+14"), signed("-2"), signed("\u2212309"), signed("14")
    (14, -2, -309, None)
    """
    if isinstance(raw, int):
        return raw if -LIMIT < raw < LIMIT else Unparsed(str(raw))
    found = _SIGNED.fullmatch(raw)
    if not found:
        return None if _NO_DIRECTION.fullmatch(raw) else unread(raw)
    value = int(found[2].replace(",", ""))
    return value if found[1] == "+" else -value


def helpfulness(raw: str) -> tuple[int, int] | Unparsed | None:
    """Read how many found a review helpful, of how many who said.

    >>> helpfulness("936 of 1,754 people found this review helpful.")
    (936, 1754)
    """
    found = _HELPFULNESS.fullmatch(raw)
    if not found:
        return unread(raw)
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))
