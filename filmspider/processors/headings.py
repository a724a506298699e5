"""The parts of a page's heading, each the value of a field of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.processors.dates import year_range
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import fold
from filmspider.processors.titles import heading, unquoted

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMERAL = re.compile(r"\(([IVXLC]+)\)")


_NO_TITLE = "#DUPE#"
"""What the site shows in place of the title of an entry that was found to be another's."""


def title(raw: str | Mapping[str, str]) -> str | None:
    """Read the title alone; ``None`` for the mark of an entry that was merged into another.

    Of a mapping of ``alone``, a title with nothing beside it, only the quotes are taken off.

    >>> title("Taken (I) (2008) - IMDb"), title({"alone": "Portrait (1997)"})
    ('Taken', 'Portrait (1997)')
    """
    read = heading(raw).title if isinstance(raw, str) else unquoted(fold(raw.get("alone") or "")) or None
    return None if read == _NO_TITLE else read


def disambiguation(raw: str) -> str | None:
    """Read the roman numeral in brackets that tells titles apart; a title may be one itself.

    >>> disambiguation("Taken (I) (2008) - IMDb"), disambiguation("(I)"), disambiguation("X")
    ('I', 'I', None)
    """
    alone = _NUMERAL.fullmatch(raw)
    return alone.group(1) if alone else heading(raw).disambiguation


def year(raw: str) -> int | None:
    """Read the year, the first of a series; *raw* is a heading or the years alone.

    >>> year("Mad Men (TV Series 2007–2015) - IMDb"), year("(1999)")
    (2007, 1999)
    """
    return _years(raw)[0]


def end_year(raw: str) -> int | None:
    """Read the last year of a series.

    >>> end_year("Mad Men (TV Series 2007–2015) - IMDb")
    2015
    """
    return _years(raw)[1]


def _years(raw: str) -> tuple[int | None, int | None]:
    years = year_range(raw)
    if years is None or isinstance(years, Unparsed):
        read = heading(raw)
        return read.year, read.end_year
    return years
