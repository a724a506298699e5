"""What stands below the facts in a dump: trivia and the like, questions, the featured review."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.rules.linefinders import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.rules.base import Raw

_PARTS = frozenset(
    {"Trivia", "Goofs", "Quotes", "Crazy Credits", "Alternate Versions", "Connections", "Soundtracks"},
)
_LOOSE_COLON = re.compile(r" :(?= |$)")
_QUESTION = re.compile(r"Q: ?(.+)")


class Part:
    """The lines under one of the headings inside "Did You Know?"."""

    __slots__ = ("name", "read")

    def __init__(self, name: str, read: Callable[[list[str]], Raw] = words) -> None:
        self.name = name
        self.read = read

    def __repr__(self) -> str:
        return f"Part({self.name!r})"

    def __call__(self, lines: list[str]) -> Raw:
        """Read the part's lines, where the dump has it."""
        if self.name not in lines:
            return None
        rest = lines[lines.index(self.name) + 1 :]
        return self.read(rest[: next((place for place, line in enumerate(rest) if line in _PARTS), len(rest))])


def quote(lines: list[str]) -> str:
    """Return an exchange as one line, with the speakers' colons where they belong.

    >>> quote(["[ring]", "Cypher :", "Yeah."])
    '[ring] Cypher: Yeah.'
    """
    return _LOOSE_COLON.sub(":", words(lines))


_CREDIT_GOES_ON = (" by", " and", " &")
_NAME_NOTE = re.compile(r"(?:\([^()\d]+\)(?:,.*| ?))?(?:(?:and|&)(?: .*)?)?")
"""What goes on behind a name: a remark, which holds no year as a line of its own does, and the next name."""


def soundtrack(lines: list[str]) -> dict[str, Raw]:
    """Return the first piece: its title, and its credits line by line, whole where a converter broke them at links.

    >>> soundtrack(["Prince Ali", "Music by", "Alan Menken", "and", "Tim Rice"])
    {'title': 'Prince Ali', 'lines': ['Music by Alan Menken and Tim Rice']}
    >>> soundtrack(["Low Water", "Written by", "Ola Brandt", "(The Quay Five)", "(1961)"])["lines"]
    ['Written by Ola Brandt (The Quay Five)', '(1961)']
    """
    title, *rest = [line for line in lines if line] or [""]
    credits_: list[str] = []
    for line in rest:
        last = credits_[-1] if credits_ else ""
        if f" {last.lower()}".endswith(_CREDIT_GOES_ON) or (" by " in f" {last}" and _NAME_NOTE.fullmatch(line)):
            credits_[-1] = f"{last} {line}"
        else:
            credits_.append(line)
    return {"title": title, "lines": credits_}


def questions(lines: list[str]) -> list[dict[str, str]]:
    """Return the questions, each after its "Q:"."""
    text = "\n".join(lines).replace("Q:\n", "Q: ").split("\n")
    return [{"question": match[1]} for line in text if (match := _QUESTION.fullmatch(line))]


_BYLINE = re.compile(
    r"(?P<date>.{4,30}?) \| by (?P<author>[^()]*?(?: ?\([^()@]*@[^()]*\)| \([^()]*\)(?= \())?) ?(?:\([^()]*\) ?)?"
    r"(?:[-\u2013] ?)?(?:See all my reviews)?"
)
_AFTER_BYLINE = ("(", "\u2013 See all my", "- See all my", "See all my")
_VOTES = re.compile(r"[\d,]+ (?:out )?of [\d,]+ (?:people|users) found this")
_END = re.compile(r"Was (?:this|the above) review|Review this title|See all [\d,]+ user reviews|" + _VOTES.pattern)
_RUN_TOGETHER = re.compile(r"(?:(?<=[a-z)\"'][.!?])|(?<=[.!?][)\"']))(?=[A-Z][a-z' ]|\d+/10)")
_LONGEST_BYLINE = 300


def review(lines: list[str]) -> dict[str, str | None] | None:
    """Return the review: its title above the line with date and author, its text below."""
    place = next((at for at, line in enumerate(lines) if " | by " in line and len(line) < _LONGEST_BYLINE), None)
    if place is None:
        return None
    start = next((at for at in range(place + 1, len(lines)) if _is_text(lines[at])), len(lines))
    byline = _BYLINE.fullmatch(words(lines[place:start]))
    if byline is None:
        return None
    end = next((at for at in range(start, len(lines)) if _END.match(lines[at])), len(lines))
    return {
        "title": next((line for line in reversed(lines[:place]) if line), None),
        "date": byline["date"],
        "author": byline["author"],
        "text": _parted("\n".join(lines[start:end]).strip()),
        "votes": next((line for line in lines[end:] if _VOTES.match(line)), None),
    }


def _is_text(line: str) -> bool:
    """Whether *line* is not the author's place or a link that a converter put on a line of its own."""
    return bool(line) and line != "\u2013" and not line.startswith(_AFTER_BYLINE)


def _parted(text: str) -> str:
    """Return *text* with a space between sentences, where the converter lost every line break."""
    return text if "\n" in text else _RUN_TOGETHER.sub(" ", text)
