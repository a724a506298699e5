"""Genres above the plot of a dump since 2021: on lines of their own, on one, or run together."""

from __future__ import annotations

import re
from itertools import takewhile

from filmspider.layouts.text_genres import GENRES
from filmspider.layouts.text_title2021_blocks import above

_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INTEREST = re.compile(r"[A-Z0-9][\w'-]*|&|of|and|the|in")
_LONGEST = 200


def genres(lines: list[str]) -> list[str]:
    """Return the genres; on the newest pages they are the last of the interests, "Prison Drama" before "Drama".

    >>> genres(["Drama Mystery", "Director"]), genres(["Prison Drama", "Drama", "Director"])
    (['Drama', 'Mystery'], ['Drama'])
    >>> genres(["Gun Fu Dystopian Sci-Fi Action Sci-Fi", "Director"]), genres(["EpicPeriod DramaDrama", "Director"])
    (['Action', 'Sci-Fi'], ['Drama'])
    """
    shown = [line for line in above(lines) if line]
    alone = [line for line in shown if line in GENRES]
    return alone or next(filter(None, map(last_genres, shown)), [])


def last_genres(line: str) -> list[str]:
    """Return the genres that end a line of interests, each once; nothing for a line that is none."""
    if len(line) > _LONGEST:
        return []
    parts = [part for part in _SEAM.split(line) if part in GENRES]
    if len(parts) > 1 or (parts and parts[0] != line):
        return parts
    words = line.split()
    if not all(map(_INTEREST.fullmatch, words)):
        return []
    last = list(takewhile(GENRES.__contains__, reversed(words)))
    once = last[: next((at for at, word in enumerate(last) if word in last[:at]), len(last))]
    return once[::-1]
