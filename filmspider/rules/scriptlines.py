"""Finders that say in the page's words what its script data keeps as figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filmspider.processors.text import from_json
from filmspider.rules.jsonpath import Path

if TYPE_CHECKING:
    from filmspider.rules.base import Raw


class Date:
    """A date of ``year``, ``month`` and ``day``, as precise as it is known."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Date()"

    def __call__(self, date: Any) -> str | None:
        if not date.get("year"):
            return None
        text = str(date["year"])
        for part in ("month", "day"):
            if not date.get(part):
                break
            text += f"-{date[part]:02}"
        return text


class AwardsLine:
    """The awards line, of the figures at *total*, ``wins``, ``nominations`` and the foremost award."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"AwardsLine({self.path!r})"

    def __call__(self, data: Any) -> str | None:
        found = self.path(data) or {}
        wins = _total(found.get("wins"))
        nominations = _total(found.get("nominations")) or _total(found.get("nominationsExcludeWins"))
        foremost = _foremost(found.get("prestigiousAwardSummary") or {})
        figures = " & ".join(
            f"{figure} {name}{'s' * (figure > 1)}"
            for figure, name in ((wins, "win"), (nominations, "nomination"))
            if figure
        )
        return " ".join(filter(None, [foremost, figures, "total" if foremost and figures else ""])) or None


def _total(connection: Any) -> int:
    return (connection or {}).get("total") or 0


def _foremost(summary: dict[str, Any]) -> str:
    wins, nominations = summary.get("wins") or 0, summary.get("nominations") or 0
    name = (summary.get("award") or {}).get("text")
    if not name or not (wins or nominations):
        return ""
    return f"{'Won' if wins else 'Nominated for'} {wins or nominations} {name}{'s' * ((wins or nominations) > 1)}"


class Dialogue:
    """The lines of a quote at a path, each with who says it and how."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"Dialogue({self.path!r})"

    def __call__(self, data: Any) -> str:
        return " ".join(map(_spoken, self.path(data) or ()))


_SPEAKERS = Path("characters.character")


def _spoken(line: dict[str, Any]) -> str:
    speakers = ", ".join(_SPEAKERS(line) or ())
    manner, words = line.get("stageDirection"), line.get("text")
    text = " ".join(filter(None, [f"{speakers}:" if speakers else "", f"[{manner}]" if manner else "", words]))
    return from_json(text) or ""


class Votes:
    """How many of how many found a review helpful, of the votes for and against it at a path."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"Votes({self.path!r})"

    def __call__(self, data: Any) -> Raw:
        votes = self.path(data)
        if not isinstance(votes, dict) or votes.get("upVotes") is None:
            return None
        return f"{votes['upVotes']} of {votes['upVotes'] + (votes.get('downVotes') or 0)}"
