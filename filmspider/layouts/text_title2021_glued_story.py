"""The genres and the plot where they run together; the page's source holds the plot two or three times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.text_genres import GENRES
from filmspider.layouts.text_title2021_genres import last_genres

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE_PLOT = re.compile(
    r"^.*(?:\d+ Videos?|(?:\d+|99\+) Photos?|All topics(?:All topics)?|Play trailer ?\d{1,2}:\d\d)"
)
_PLOT_END = re.compile(r"(?<=[.!?\u2026])(?:Director|Creator|Writer|Star)s?(?=[A-Z])")
_GENRE = re.compile(f"({'|'.join(sorted(GENRES, key=len, reverse=True))})(?=[^a-z\\s])")
_INTERESTS = re.compile(r"[^.!?]{0,60}?[a-z][A-Z]")
"""Words that run together early on: what stands before the plot then is not known to end anywhere."""
_SHORTEST = 25
_LONGEST = 1000


def story_lines(text: str) -> Iterator[str]:
    """Yield the genres and the plot.

    >>> list(story_lines("99+ PhotosDramaMysteryA doctor of a tower is sad.DirectorBo Oar"))
    ['Drama', 'Mystery', 'A doctor of a tower is sad.']
    >>> list(story_lines("9 PhotosEpicPrison DramaDrama" + 3 * "A doctor of a tower is sad." + "DirectorBo Oar"))
    ['Drama', 'A doctor of a tower is sad.']
    """
    rest = _PLOT_END.split(_BEFORE_PLOT.sub("", text, count=1))[0]
    plot = _repeated(rest)
    if plot:
        interests = rest[: rest.index(plot[:_SHORTEST])]
        yield from _GENRE.findall(interests + "0") if _is_genres(interests) else last_genres(interests)
        yield plot
        return
    is_sure = not _INTERESTS.match(rest)
    while genre := _GENRE.match(rest):
        yield genre[1]
        rest, is_sure = rest[genre.end() :], True
    yield rest if is_sure else ""


def _is_genres(text: str) -> bool:
    return not _GENRE.sub("", text + "0").removesuffix("0")


def _repeated(text: str) -> str:
    """Return what *text* ends in two or three times over."""
    for times in (3, 2):
        for size in range(min(len(text) // times, _LONGEST), _SHORTEST - 1, -1):
            if text.endswith(text[-size:] * times):
                return text[-size:]
    return ""
