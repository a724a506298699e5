"""The plot and the storyline of a dump, among lines that are neither."""

from __future__ import annotations

import re

from filmspider.layouts.text_subtext import KIND
from filmspider.rules.linefinders import words

_NOT_PLOT_FORMS = (
    KIND,
    r"[\d:]+ \| \w+.*|(?:Watch )?Trailer|Clip|\d+ (?:VIDEO|IMAGE)S?\b.*|.{1,120} Poster|Add a Plot.*|X",
    r"Episode Guide|\d+ episodes?|Season \w+(?: \| Episode \w+)?|Previous|Next|All Episodes.*|\(\d+\)",
    r"On Disc|Watch Now|On TV|[A-Z ]{4,12}|From \$[\d.]+.*|Airs [A-Z][a-z]{2}\. .*",
    r"(?:[Oo]n|[Aa]t|[Ww]ith|from)(?: [A-Z][\w+ ]{1,30})?|[\w ]{1,40} on IMDb ?Pro(?: ?»)?",
    r"(?:Ratings|Your rating|Reviews|Metascore):.*|.{0,40} from [\d,]+ users|users|Metacritic\.com",
    r"Awaiting \d+ votes|(?:Season|Episode) \w+",
    r"(?:\d[\d ]*)?- ?/ ?10.*|[\d,]+ (?:user|critic)\b.*|write review.*|[\d.,/]{1,9}",
)
_NOT_PLOT = re.compile("|".join(_NOT_PLOT_FORMS))
_SENTENCE_ENDS = ".!?\"')\u2026"
_SHORT = 20
_CONTINUED = ("See full", "See more", "Read more")


def plot(lines: list[str]) -> str | None:
    """Return the text before the credits: the last line that is no control, with those that run into it.

    >>> plot(["2:11 | Trailer", "Two prisoners of the tower", "count its steps.", "", "See full summary »"])
    'Two prisoners of the tower count its steps. See full summary »'
    """
    links = [line for line in lines if line.startswith(_CONTINUED)]
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at] not in links and _is_prose(lines[at])), None)
    if last is None:
        return None
    first = last
    while first and _is_prose(lines[first - 1]) and _runs_into(lines[first - 1], lines[first]):
        first -= 1
    return words([*lines[first : last + 1], *links])


def _is_prose(line: str) -> bool:
    return bool(line) and not _NOT_PLOT.fullmatch(line)


def _runs_into(before: str, line: str) -> bool:
    """Whether a sentence that is open at the end of *before* goes on in *line*."""
    return before[-1] not in _SENTENCE_ENDS and (line[0].islower() or len(before) > _SHORT)


_STORY_END = re.compile(r"(?:Plot Summary|Plot Synopsis|Add Full Plot|Add Synopsis|Synopsis)(?: \||$)")
_AUTHOR = "Written by"
_LONGEST_AUTHOR = 200


def storyline(lines: list[str]) -> str | None:
    """Return the paragraphs under the heading, without their author's line."""
    end = next((place for place, line in enumerate(lines) if _STORY_END.match(line) or line.endswith(":")), len(lines))
    text = "\n".join(lines[:end]).strip()
    before, _, author = text.rpartition(_AUTHOR)
    return (before if before and len(author) <= _LONGEST_AUTHOR else text).strip() or None
