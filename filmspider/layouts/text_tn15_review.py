"""The review in a dump of 2009 to 2017."""

from __future__ import annotations

import re

_VOTES = re.compile(r"[\d,]+ out of [\d,]+ people found the following")
_HEADLINE = re.compile(r"(?P<title>.*), (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})")
_AUTHOR = "Author:"
_WARNING = "*** This"
_END = re.compile(r"Was the above (?:review|comment)")
_FROM = re.compile(r" from (?=\S)| from$")
_PLACE = 60
_WRAPPED = 100
"""No line that a page wraps is longer."""
_RUN_TOGETHER = re.compile(r"(?<=[a-z)\"'][.!?])(?=[A-Z][a-z' ]|\d+/10)")


def review(lines: list[str]) -> dict[str, str | None] | None:
    """Return the review: votes, title with date, author, and the text up to the question whether it was useful."""
    place = next((at for at, line in enumerate(lines) if line.startswith(_AUTHOR)), None)
    head = next((match for line in reversed(lines[:place]) if (match := _HEADLINE.fullmatch(line))), None)
    if place is None or head is None:
        return None
    end = next((at for at in range(place, len(lines)) if _END.match(lines[at])), len(lines))
    author, start = _author(lines, place)
    return {
        "title": head["title"],
        "date": head["date"],
        "author": author,
        "text": _text([line for line in lines[start:end] if line != head["title"] and not line.startswith(_WARNING)]),
        "votes": next((line for line in lines[:place] if _VOTES.match(line)), None),
    }


def _author(lines: list[str], place: int) -> tuple[str, int]:
    """Return who wrote it, and the line after: name and place may be lines of their own."""
    name, at = lines[place].removeprefix(_AUTHOR).strip(), place + 1
    while not name and at < len(lines):
        name, at = lines[at], at + 1
    below = next((place for place in range(at, len(lines)) if lines[place]), at)
    is_place = any(line.startswith("from ") and len(line) < _PLACE for line in lines[below : below + 1])
    return _FROM.split(name)[0], below + 1 if is_place else at


def _text(lines: list[str]) -> str:
    """Return the paragraphs; lines that the page wrapped are one again."""
    if any(len(line) > _WRAPPED for line in lines):
        return "\n\n".join(line for line in lines if line)
    return "\n".join(_RUN_TOGETHER.sub("\n\n", line) for line in lines).strip()
