"""Values of a dump since 2021: texts that stand there several times, credits, facts."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from filmspider.layouts.text_title2021_hero import once
from filmspider.rules.linefinders import words

if TYPE_CHECKING:
    from filmspider.rules.text import TextView

_KNOWN = re.compile(r"[A-Z ]{4,12}|IMDb RATING|[\d.,]+[KM]?(?: ?/ ?10)?")
_CREDITS = re.compile(r"(?:Director|Writer|Creator|Star)s?|Top credits")
_RATING = "IMDb RATING"
_SHORTEST = 25
_READ_ALL = re.compile(r" ?Read all ?")


class Plot:
    """The plot in a section, whole where another section has the text that is cut there."""

    __slots__ = ("section", "whole")

    def __init__(self, section: str, whole: str) -> None:
        self.section = section
        self.whole = whole

    def __repr__(self) -> str:
        return f"Plot({self.section!r}, {self.whole!r})"

    def __call__(self, view: TextView) -> str | None:
        """Return the plot."""
        shown = plot(view.section(self.section) or [])
        if shown is None or not shown.endswith("..."):
            return shown
        opening = shown.removesuffix("...").rstrip()
        whole = storyline(view.section(self.whole) or [])
        return whole if whole and whole.startswith(opening) else shown


def plot(lines: list[str]) -> str | None:
    """Return the text above the second rating or the credits; the page's source holds it two or three times.

    >>> plot(["IMDb RATING", "8.2/10", "Drama", "A doctor of a tower is sad. A doctor of a tower is sad.", "Director"])
    'A doctor of a tower is sad.'
    """
    texts = [line for line in above(lines) if _is_prose(line)]
    return max(map(once, _READ_ALL.split(texts[-1])), key=len) or None if texts else None


def _is_prose(line: str) -> bool:
    return len(line) >= _SHORTEST and not line.startswith("Note:") and not _KNOWN.fullmatch(line)


def above(lines: list[str]) -> list[str]:
    """Return the lines above the second rating or the credits."""
    end = next((at for at, line in enumerate(lines) if at and (line == _RATING or _CREDITS.fullmatch(line))), 0)
    return lines[:end]


_AWARDS = re.compile(r"(?:Won|Nominated for) .+|[\d,]+ (?:wins?|nominations?)\b.*")


def awards(lines: list[str]) -> str | None:
    """Return the awards: the highlight and the figures, which stand on lines of their own."""
    return words([line for line in lines if _AWARDS.fullmatch(line)]) or None


_SEASONS = re.compile(r"(?P<count>\d{1,3}) seasons? ?(?P<listed>[\d ]*)(?:See all)?")


def seasons(lines: list[str]) -> list[str]:
    """Return the numbers of the seasons after "2 seasons", where they are as many.

    >>> seasons(["2 seasons 2 1 See all"])
    ['1', '2']
    """
    found = _SEASONS.search(words(lines))
    if found is None:
        return []
    numbers = [str(number) for number in range(1, int(found["count"]) + 1)]
    return numbers if found["listed"].replace(" ", "") == "".join(reversed(numbers)) else []


_STORY_END = re.compile(r"(?:Plot summary|Plot synopsis|Add synopsis|Add full plot|Taglines|Genres?|Certificate)")
_LONG = 60
_KEYWORDS = re.compile(r".*\d+ more")


def storyline(lines: list[str]) -> str | None:
    """Return the text above the keywords, without its author."""
    end = next((at for at, line in enumerate(lines) if _STORY_END.fullmatch(line)), len(lines))
    texts = [line for line in lines[:end] if len(line) > _LONG and not _KEYWORDS.fullmatch(line)]
    if not texts:
        return None
    return _AUTHOR.sub("", texts[0])


_AUTHOR = re.compile(r"\s?\u2014[^\u2014]{1,80}$")


def first(lines: list[str]) -> str | None:
    """Return the first line: the series of an episode."""
    return next(filter(None, lines), None)


_NAME_OR_NOTE = re.compile(r"[^\d(]{1,60}(?:\(|$)|\(.*\)$")
_MORE_CREDITS = re.compile(r" ?\(\d+ more credits?\)| ?\d+ more credits?")


def credits_(lines: list[str]) -> list[str]:
    """Return people with their notes, which may be lines of their own, up to a line that is nobody's name.

    >>> credits_(["Ann Oar", "(story)", "", "Bo Sail (novel)", "Clip 1:03", "Cy Dock"])
    ['Ann Oar (story)', 'Bo Sail (novel)']
    """
    named: list[str] = []
    for line in takewhile(_NAME_OR_NOTE.match, filter(None, lines)):
        bare = _MORE_CREDITS.sub("", line)
        if line.startswith("(") and named:
            named[-1] = f"{named[-1]} {bare}".strip()
        else:
            named.append(bare)
    return named


def sites(lines: list[str]) -> list[dict[str, str]]:
    """Return the names of sites; a dump has lost their addresses."""
    return [{"label": line} for line in lines if line]


def takings(lines: list[str]) -> str:
    """Return an amount with its date."""
    return ", ".join(line for line in lines if line)


_PLACE_NOTE = re.compile(r" ?\([^()]*\)$")


def places(lines: list[str]) -> list[str]:
    """Return places without the remark in brackets on what was filmed there.

    >>> places(["Ashland, Ohio, USA(end shots)"])
    ['Ashland, Ohio, USA']
    """
    return [_PLACE_NOTE.sub("", line) for line in lines if line]
