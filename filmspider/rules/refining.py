"""Finders that make something of what another finder reads, wherever it reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from filmspider.rules.base import Raw

    Finder = Callable[[Any], Raw]


@dataclass(frozen=True, slots=True)
class Only:
    """What *finder* reads, if it matches *pattern*; its first group where it has one."""

    pattern: re.Pattern[str]
    finder: Finder

    def __call__(self, part: Any) -> str | None:
        text = self.finder(part)
        match = self.pattern.search(text) if isinstance(text, str) else None
        return match.group(match.lastindex or 0) if match else None


@dataclass(frozen=True, slots=True)
class Alone:
    """A title that *finder* reads with nothing beside it: brackets at its end are its own."""

    finder: Finder

    def __call__(self, part: Any) -> dict[str, Raw] | None:
        text = self.finder(part)
        return {"alone": text} if text else None


@dataclass(frozen=True, slots=True)
class Prefixed:
    """What *finder* reads, with *prefix* in front: a sign that the page draws only."""

    prefix: str
    finder: Finder

    def __call__(self, part: Any) -> str | None:
        text = self.finder(part)
        return self.prefix + text if text else None


@dataclass(frozen=True, slots=True)
class Respelled:
    """What *finder* reads, with *other* wherever the page writes *spelling*."""

    spelling: str
    other: str
    finder: Finder

    def __call__(self, part: Any) -> str | None:
        text = self.finder(part)
        return text.replace(self.spelling, self.other) if text else None
