"""Counts over records of what they say of themselves and of what cannot be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmspider.checks import implausible
from filmspider.quality.impossible import impossible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from filmspider.items import Title

_EXAMPLES = 3


@dataclass(frozen=True)
class Example:
    """A record of which something is said."""

    imdb_id: str | None
    title: str
    detail: str


@dataclass(frozen=True)
class Counted:
    """One kind of finding."""

    code: str
    """What is the matter, as in ``problems``: ``unparsed``, ``conflict``, ``implausible`` …"""
    field: str | None
    """The field it concerns."""
    count: int
    """How often it was found."""
    examples: list[Example]
    """The first of them."""


class _Findings:
    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str | None]] = Counter()
        self._examples: dict[tuple[str, str | None], list[Example]] = {}

    def add(self, title: Title, code: str, field: str | None, detail: str) -> None:
        self._counts[code, field] += 1
        examples = self._examples.setdefault((code, field), [])
        if len(examples) < _EXAMPLES:
            examples.append(Example(title.imdb_id, title.title, detail))

    def counted(self) -> list[Counted]:
        common = self._counts.most_common()
        return [Counted(*finding, count, self._examples[finding]) for finding, count in common]


def count_findings(titles: Iterable[Title]) -> tuple[int, list[Counted], list[Counted]]:
    """Return the number of *titles*, what their problems say, and what cannot be but is not among these."""
    number, problems, others = 0, _Findings(), _Findings()
    for title in titles:
        number += 1
        for problem in title.problems:
            problems.add(title, problem.code, problem.field, problem.detail)
        known = {(problem.field, problem.detail) for problem in title.problems}
        for field, detail in (*implausible(title), *impossible(title)):
            if (field, detail) not in known:
                others.add(title, "implausible", field, detail)
    return number, problems.counted(), others.counted()
