"""Values of a dump of a ``/reference`` page that are more than lines."""

from __future__ import annotations

import re
from itertools import pairwise

from filmspider.layouts import text_story
from filmspider.layouts.text_cast import cast_rows
from filmspider.processors.text import without_controls
from filmspider.rules.linefinders import words

_NOT_PLOT = re.compile(
    r"(?:Top|Bottom) Rated .*|(?:Seasons?|Years?):.*|Rate|Error: please.*|See all.*|.*See all ?»|‹.*|.*›|[\d. ]+"
    r"|\.\.\..*|Know what this is about\?.*|Be the first.*"
)
_LABEL = re.compile(r"(?:Director|Writer|Creator|Star|Award|Review)s?:.*|Photos and Videos")
_SERIES = re.compile(r"(.+?) \((?:TV|Podcast) [A-Za-z -]*Series.*\)")
_AFTER = "Error: please try again."


def plot(lines: list[str]) -> str | None:
    """Return the text between the rating and the first label."""
    start = lines.index(_AFTER) + 1 if _AFTER in lines else len(lines)
    end = next((at for at in range(start, len(lines)) if _LABEL.fullmatch(lines[at])), len(lines))
    return text_story.plot([line for line in lines[start:end] if not _NOT_PLOT.fullmatch(line)])


def series(lines: list[str]) -> str | None:
    """Return the series that stands above an episode's title.

    >>> series(["The Walking Dead (TV Series)", "TV-14"])
    'The Walking Dead'
    """
    named = (_SERIES.fullmatch(line) for line in (*lines[:1], " ".join(lines[:2])))
    return next((match[1] for match in named if match), None)


def cast(lines: list[str]) -> list[dict[str, str]]:
    """Return the rows of the cast below the line "Edit"."""
    return cast_rows([line for line in lines if line != "Edit"])


_DOTS = re.compile(r"\s?\.\.\.(?= |$)")
_DOTS_ALONE = "..."
_OTHER_CREW = re.compile(r"\.\.\. ?[^\s(&.]")
"""What somebody did, beside the name, is no note of a director or a writer."""
_GOES_ON = ("(", "&", "and")


def credits_(lines: list[str]) -> list[str]:
    """Return people with their notes, which may be lines of their own.

    >>> credits_(["Edit", "Ennio Flaiano... (story) &", "Tullio Pinelli", "...", "(screenplay)"])
    ['Ennio Flaiano (story) &', 'Tullio Pinelli (screenplay)']
    """
    found: list[str] = []
    for before, line in pairwise(["", *filter(None, lines)]):
        if _OTHER_CREW.search(line) or (before == _DOTS_ALONE and not line.startswith(_GOES_ON)):
            return _named(found[: len(found) - (before == _DOTS_ALONE)])
        bare = _DOTS.sub("", line)
        if bare.startswith(_GOES_ON) and found:
            found[-1] += f" {bare}"
        elif bare and bare != "Edit":
            found.append(bare)
    return _named(found)


def _named(people: list[str]) -> list[str]:
    return [person for person in people if not person.startswith("(")]


def companies(lines: list[str]) -> list[str]:
    """Return companies, one a line, without the remarks on what they did.

    >>> companies(["Edit", "American Movie Classics (AMC)", "(presents)", "Circle of Confusion"])
    ['American Movie Classics (AMC)', 'Circle of Confusion']
    """
    return [_REMARK.sub("", line) for line in lines if line and line != "Edit" and not _REMARK.fullmatch(f" {line}")]


_REMARK = re.compile(r"(?: \([a-z\d][^()]*\))+$")
_MORE = re.compile(r"(?:See (?:more|All)|View content|Add content|Edit)\b.*")


def items(lines: list[str]) -> list[str]:
    """Return the lines, with the remarks in brackets that are lines of their own, up to the link to more.

    >>> items(["Australia:M", "(DVD rating)", "Finland:S", "See more »"])
    ['Australia:M (DVD rating)', 'Finland:S']
    """
    found: list[str] = []
    for line in filter(None, lines):
        if _MORE.fullmatch(line):
            break
        if line.startswith("(") and found:
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def text(lines: list[str]) -> str:
    """Return all lines as one, without the link to more."""
    return without_controls(words(lines))


_WRITTEN_BY = re.compile(r"\s*(?:Written by|—|-—)\s?.{0,80}$")
_SUMMARY_LINK = re.compile(r"Plot Summary|Plot Synopsis|Add Synopsis.*|Synopsis")


def storyline(lines: list[str]) -> str | None:
    """Return the summary without its author and the links below it."""
    shown = [line for line in lines if not _SUMMARY_LINK.fullmatch(line)]
    return _WRITTEN_BY.sub("", "\n".join(shown).strip()) or None


def sites(lines: list[str]) -> list[dict[str, str]]:
    """Return the names of sites; a dump has lost their addresses."""
    return [{"label": label} for label in items(lines)]


_AFTER_SEASONS = re.compile(r"\.\.\.|See all|Years:")


def seasons(lines: list[str]) -> list[str]:
    """Return the numbers after "Seasons:"."""
    return re.findall(r"\d+", _AFTER_SEASONS.split(words(lines))[0])


def number(lines: list[str]) -> str | None:
    """Return the season and the episode.

    >>> number(["Season 1", "Episode 2"])
    'Season 1 Episode 2'
    """
    found = [line for line in lines if re.fullmatch(r"(?:Season|Episode) \w+(?: ?\|.*)?", line)]
    return " ".join(found) or None
