"""Figures as pages write them: grouped by thousands, with decimals, or scaled by a letter or word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_POWERS: dict[str, int | None] = {
    "k": 3, "thousand": 3, "tsd": 3, "тыс": 3,
    "lakh": 5, "lakhs": 5,
    "m": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6, "millionen": 6, "millones": 6, "milhões": 6,
    "milioni": 6, "miljoner": 6, "млн": 6,
    "crore": 7, "crores": 7,
    "b": 9, "bn": 9, "mrd": 9, "mld": 9, "md": 9, "billion": 9, "milliard": 9, "milliards": 9, "milliarden": 9,
    "miliardi": 9, "miljarder": 9, "млрд": 9,
    # A thousand in Spanish and Portuguese, a million in spoken English.
    "mil": None,
}  # fmt: skip
_SCALE = "|".join(sorted(_POWERS, key=len, reverse=True))

FIGURE = (
    r"(?:(?P<grouped>[0-9]{1,3}(?P<mark>[.,'\u2019\s])(?:(?<=,)[0-9]{2},){0,5}[0-9]{3}(?:(?P=mark)[0-9]{3}){0,4})"
    r"(?:(?!(?P=mark))[.,](?P<cents>[0-9]{1,2}))?"
    r"|(?P<plain>[0-9]{1,15})(?:[.,](?P<decimals>[0-9]{1,2}))?)"
    r"(?![.,'\u2019]?[0-9])"
    rf"(?:\s?(?P<scale>(?i:{_SCALE}))(?![^\W_])\.?)?"
)
"""Pattern of one figure; hand its match to :func:`whole_figure` or :func:`scaled_figure`."""

LIMIT = 10**15
"""Beyond any real figure, and within what every reader of JSON takes for a whole number."""


def whole_figure(match: re.Match[str]) -> int:
    """Return the figure before any decimals and scale."""
    grouped = match["grouped"]
    return int(grouped.replace(match["mark"], "")) if grouped else int(match["plain"])


def scaled_figure(match: re.Match[str]) -> int | None:
    """Return the figure times its scale; ``None`` where it can be read in two ways.

    ``1.234K`` is one: a point between thousands in one language is the decimal point of another.
    """
    power = _POWERS[match["scale"].casefold()]
    if power is None or match["grouped"]:
        return None
    decimals = match["decimals"] or ""
    value: int = int(match["plain"] + decimals) * 10 ** (power - len(decimals))
    return value if value < LIMIT else None
