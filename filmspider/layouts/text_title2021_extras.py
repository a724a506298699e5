"""What stands below the facts in a dump since 2021: questions, other titles, music."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts import text_extras

if TYPE_CHECKING:
    from filmspider.rules.base import Raw

_POWERED = re.compile(r" ?Powered by Alexa$")


def questions(lines: list[str]) -> list[dict[str, str]]:
    """Return the questions, one a line."""
    bare = (_POWERED.sub("", line) for line in lines if line)
    return [{"question": line} for line in bare if "?" in line]


_SCORE = re.compile(r"\d{1,2}\.\d")


def recommendations(lines: list[str]) -> list[dict[str, str]]:
    """Return the titles that stand below a rating; one without a rating cannot be told from other lines."""
    shown = [line for line in lines if line]
    return [
        {"rating": shown[place], "title": shown[place + 1]}
        for place in range(len(shown) - 1)
        if _SCORE.fullmatch(shown[place])
    ]


_GLUED_CREDIT = re.compile(
    r"(?<=[a-z.)\"])(?=(?:by|Written|Performed|Music|Lyrics|Courtesy|Arranged|Produced|Composed|Published) [a-zA-Z])"
    r"|(?:(?<=ASCAP)|(?<=SESAC)|(?<=BMI)|(?<=PRS))(?=[A-Z][a-z])"
)


def soundtrack(lines: list[str]) -> dict[str, Raw]:
    """Return the piece: its title, and its credits line by line, also where a converter lost the line breaks.

    >>> soundtrack(["If I Didn't Careby Jack LawrencePerformed by The Ink Spots"])["lines"]
    ['by Jack Lawrence', 'Performed by The Ink Spots']
    """
    return text_extras.soundtrack([part for line in lines if line for part in _GLUED_CREDIT.split(line)])
