"""Finders that say in the page's words what its script data keeps as figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filmspider.processors._shared import whole
from filmspider.processors.text import from_json
from filmspider.rules.jsonpath import Path
from filmspider.rules.scriptfinders import AtPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.rules.base import Raw
    from filmspider.rules.scriptfinders import Names


class Date:
    """A date of ``year``, ``month`` and ``day``, as precise as it is known."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Date()"

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return iter((("year",), ("month",), ("day",)))

    def __call__(self, date: Any) -> str | None:
        year, month, day = (_figure(date, part) for part in ("year", "month", "day"))
        if not year:
            return None
        return f"{year}-{month:02}-{day:02}" if month and day else f"{year}-{month:02}" if month else str(year)


def _figure(mapping: Any, name: str) -> int:
    return whole(mapping.get(name)) or 0 if isinstance(mapping, dict) else 0


class AwardsLine(AtPath):
    """The awards line, of the figures at a path: wins, nominations and those of the foremost award."""

    __slots__ = ()
    parts = ("wins", "nominations", "nominationsExcludeWins", "prestigiousAwardSummary")

    def __call__(self, data: Any) -> str | None:
        found = self.path(data)
        if not isinstance(found, dict):
            return None
        wins = _figure(found.get("wins"), "total")
        nominations = _figure(found.get("nominations") or found.get("nominationsExcludeWins"), "total")
        foremost = _foremost(found)
        figures = " & ".join(
            _counted(count, name) for count, name in ((wins, "win"), (nominations, "nomination")) if count
        )
        return " ".join(filter(None, [foremost, figures, "total" if foremost and figures else ""])) or None


_FOREMOST = Path("prestigiousAwardSummary.award.text")


def _foremost(title: dict[str, Any]) -> str:
    name = _FOREMOST(title)
    wins, nominations = (_figure(title.get("prestigiousAwardSummary"), key) for key in ("wins", "nominations"))
    if not isinstance(name, str) or not (wins or nominations):
        return ""
    return f"Won {_counted(wins, name)}" if wins else f"Nominated for {_counted(nominations, name)}"


def _counted(count: int, name: str) -> str:
    return f"{count} {name}s" if count > 1 else f"{count} {name}"


class Dialogue(AtPath):
    """The lines of a quote at a path, each with who says it and how."""

    __slots__ = ()
    parts = ("characters.character", "stageDirection", "text")

    def __call__(self, data: Any) -> str:
        lines = self.path(data)
        return " ".join(filter(None, map(_spoken, lines))) if isinstance(lines, list) else ""


_SPEAKERS, _MANNER, _WORDS = map(Path, Dialogue.parts)


def _spoken(line: Any) -> str:
    speakers, manner, words = _SPEAKERS(line), _MANNER(line), _WORDS(line)
    parts = (
        f"{', '.join(map(str, speakers))}:" if isinstance(speakers, list) and speakers else "",
        f"[{manner}]" if manner else "",
        words if isinstance(words, str) else "",
    )
    return from_json(" ".join(filter(None, parts))) or ""


class Votes(AtPath):
    """How many of how many found a review helpful, of the votes for and against it at a path."""

    __slots__ = ()
    parts = ("upVotes", "downVotes")

    def __call__(self, data: Any) -> Raw:
        votes = self.path(data)
        if not isinstance(votes, dict) or whole(votes.get("upVotes")) is None:
            return None
        helpful = _figure(votes, "upVotes")
        return f"{helpful} of {helpful + _figure(votes, 'downVotes')}"
