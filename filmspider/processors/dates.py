"""Dates as precise as a page states them, releases, and the years of a title."""

from __future__ import annotations

import re
from calendar import isleap
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from filmspider.items import ReleaseDate
from filmspider.processors._babel import month_by_name
from filmspider.processors._shared import member, unread, unread_parts
from filmspider.processors.outcome import Unparsed
from filmspider.processors.places import country_among, country_member
from filmspider.processors.text import fold, trailing_notes

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEARS: Final = range(1870, 2101)
"""Before it there was no film; the record holds no other years."""
_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_ISO: Final = re.compile(r"\s*([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\s*")
_MONTH: Final = r"([^\W\d_][^\d\s.,()]*)\.?"
_DAY_FIRST: Final = re.compile(
    rf"(?:([0-9]{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|°)? (?:de )?)?{_MONTH},? (?:de )?([0-9]{{4}})(?: \u0433\.?)?",
)
_MONTH_FIRST: Final = re.compile(_MONTH + r" ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_KIND: Final = re.compile(
    r"(?:tv movie|tv special|tv short|tv mini[- ]?series|tv series|(?:tv |podcast )?episode"
    r"|video game|music video|video|short|podcast series|movie)(?: aired| airs| released)?(?:\s+|$)",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r"([0-9]{4})(?: ?[-\u2010-\u2015\u2212] ?([0-9]{4}|\?{4}|present)?)?", re.IGNORECASE)


def partial_date(raw: str) -> str | Unparsed | None:
    """Read a date as ISO 8601, in no more precision than it is stated in.

    >>> partial_date("31 March 1999"), partial_date("February 2008"), partial_date("2007")
    ('1999-03-31', '2008-02', '2007')
    >>> partial_date("14 октября 1999"), partial_date("Apr 4, 1999")
    ('1999-10-14', '1999-04-04')
    """
    date = _date(raw)
    return unread(raw) if date is None else date


def _date(text: str) -> str | None:
    found = _ISO.fullmatch(text)
    if found:
        return _iso(int(found[1]), int(found[2]) if found[2] else None, found[3])
    text = fold(text)
    found = _DAY_FIRST.fullmatch(text)
    if found:
        day, month, year = found.groups()
    else:
        found = _MONTH_FIRST.fullmatch(text)
        if not found:
            return None
        month, day, year = found.groups()
    number = month_by_name(month)
    return _iso(int(year), number, day) if number else None


def _iso(year: int, month: int | None, day: str | None) -> str | None:
    if year not in _YEARS:
        return None
    if month is None:
        return str(year)
    if not 1 <= month <= len(_LENGTHS):
        return None
    if day is None:
        return f"{year}-{month:02}"
    number = int(day)
    if not 1 <= number <= _LENGTHS[month - 1] or ((month, number) == (2, 29) and not isleap(year)):
        return None
    return f"{year}-{month:02}-{number:02}"


def release_date(raw: str | Mapping[str, Any]) -> ReleaseDate | Unparsed | None:
    """Read a release: a date, then its country and remarks in brackets; or a mapping of ``date country notes``.

    A kind of title before the date is dropped; a kind alone states no release.

    >>> release_date("30 March 2007 (USA) (limited)")
    ReleaseDate(date='2007-03-30', country='US', notes=['limited'])
    >>> release_date("TV Movie 11 November 2009")
    ReleaseDate(date='2009-11-11', country=None, notes=[])
    """
    return _release(raw) if isinstance(raw, str) else _release_of_parts(raw) or unread_parts(raw)


@lru_cache(maxsize=64)  # a page states most of its dates twice
def _release(raw: str) -> ReleaseDate | Unparsed | None:
    head, remarks = trailing_notes(fold(raw))
    rest = _KIND.sub("", head, count=1) if _KIND.match(head) else head
    if not rest and (head or remarks) and all(map(_SPAN.fullmatch, remarks)):
        return None
    date = _date(rest)
    if date is None:
        return unread(raw)
    country, notes = country_among(remarks)
    return ReleaseDate(date=date, country=country, notes=notes)


def _release_of_parts(parts: Mapping[str, Any]) -> ReleaseDate | None:
    date = _date(member(parts, "date"))
    if date is None:
        return None
    country, notes = country_member(parts)
    return ReleaseDate(date=date, country=country, notes=notes)


def year_range(raw: str) -> tuple[int | None, int | None] | Unparsed | None:
    """Read the first and last year of a title; the last is ``None`` for a film and while a series runs.

    >>> year_range("TV Series (2007\u20132015)"), year_range("2010\u2013 "), year_range("(1999)")
    ((2007, 2015), (2010, None), (1999, None))
    """
    text = _KIND.sub("", fold(raw), count=1)
    if text.startswith("(") and text.endswith(")"):
        text = _KIND.sub("", text[1:-1].strip(), count=1)
    found = _SPAN.fullmatch(text)
    if not found:
        return unread(raw)
    first, last = int(found[1]), int(found[2]) if found[2] and found[2].isdecimal() else None
    return (first, last) if first in _YEARS and (last is None or first <= last in _YEARS) else Unparsed(raw)
