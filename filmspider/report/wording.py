"""Figures and values as people read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

_LONGEST = 160
"""Characters of a page's own words that are shown."""


def amount(number: float) -> str:
    r"""Return a number with its thousands apart.

    >>> amount(1234567)
    '1\u202f234\u202f567'
    """
    return f"{number:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def percent(ratio: float) -> str:
    """Return a share from 0 to 1 as whole per cent; 0 and 100 are kept for none and all.

    >>> percent(0), percent(0.004), percent(0.5), percent(0.999), percent(1)
    ('0', '<1', '50', '>99', '100')
    """
    if 0 < ratio < 0.01:  # noqa: PLR2004 - one per cent
        return "<1"
    if 0.99 < ratio < 1:  # noqa: PLR2004 - all but one per cent
        return ">99"
    return f"{ratio:.0%}".rstrip("%")


def duration(seconds: float) -> str:
    """Return a span of time in two units.

    >>> duration(0.25), duration(75), duration(7384)
    ('0.25 s', '1 min 15 s', '2 h 3 min')
    """
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{seconds:.3g} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def clock(time: str) -> str:
    """Return a time of day as people write it.

    >>> clock("2026-11-22T13:54:16+00:00")
    '22 November 2026, 13:54 UTC'
    """
    return f"{datetime.fromisoformat(time):%-d %B %Y, %H:%M} UTC"


def shown(value: Any) -> str:
    """Return a value of a record in one line without its keys, cut where it is long.

    >>> shown(None), shown(7.7), shown([{"code": "FR", "name": "France"}, {"code": "NO", "name": "Norway"}])
    ('–', '7.7', 'FR France, NO Norway')
    """
    text = _flat(value) or "\N{EN DASH}"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_flat, value))
    if isinstance(value, dict):
        return " ".join(filter(None, map(_flat, value.values())))
    return "" if value is None else str(value)
