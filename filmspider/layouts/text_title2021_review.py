"""The featured review of a dump since 2021."""

from __future__ import annotations

import re

_VOTES = re.compile(r"helpful ?[•·] ?([\d,]+)")
_STARS = re.compile(r"(\d{1,2}) ?/ ?10")
_COUNT = re.compile(r"[\d.,]+[KM]?")
_HEADS = frozenset({"Review", "Top review", "Featured review", "Edit"})
_DATE = re.compile(r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}")
_ABOUT_DATE = 2
"""Lines of a review's author and date."""


def review(lines: list[str]) -> dict[str, str | None] | None:
    """Return the review: stars and title above the text, votes, author and date below it."""
    shown = [line for line in lines if line and line not in _HEADS]
    if shown and _COUNT.fullmatch(shown[0]):  # of all reviews
        del shown[0]
    dated = next((at for at, line in enumerate(shown) if _DATE.fullmatch(line)), None)
    if dated is None or dated < _ABOUT_DATE:
        return None
    stars = _STARS.fullmatch(shown[0])
    title, *text = shown[1 if stars else 0 : dated - 1] or [""]
    voted = next((at for at, line in enumerate(text) if _VOTES.fullmatch(line)), len(text))
    return {
        "title": title,
        "rating": stars[1] if stars else None,
        "author": shown[dated - 1],
        "date": shown[dated],
        "text": "\n\n".join(text[:voted]),
        "votes": _votes(text[voted:]),
    }


def _votes(lines: list[str]) -> str | None:
    """Return the votes: how many said that it was helpful stands first, how many that it was not below."""
    counts = [count for line in lines if (count := line.rpartition(" ")[2].replace(",", "")).isdigit()]
    return f"{counts[0]} of {sum(map(int, counts))}" if len(counts) == _ABOUT_DATE else None
