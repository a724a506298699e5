"""What reads a raw value in the lines of a plain-text dump."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from filmspider.processors.text import without_controls

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from filmspider.rules.base import Raw

Lines: TypeAlias = "list[str]"
"""Folded lines; an empty one parts paragraphs."""
Finder: TypeAlias = "Callable[[Lines], Raw]"
"""Reads a raw value in lines."""


@dataclass(frozen=True, slots=True)
class Words:
    """All lines as one, without the controls at its end."""

    def __call__(self, lines: Lines) -> str:
        """Return the words."""
        return without_controls(words(lines))


@dataclass(frozen=True, slots=True)
class Between:
    """The parts of all lines between the matches of *pattern*, without controls."""

    pattern: re.Pattern[str]

    def __call__(self, lines: Lines) -> list[str]:
        """Return the parts that are not empty."""
        parts = (without_controls(part.strip()) for part in self.pattern.split(without_controls(words(lines))))
        return [part for part in parts if part]


@dataclass(frozen=True, slots=True)
class Match:
    """The first line that *pattern* matches whole: its first group where it has one."""

    pattern: re.Pattern[str]

    def __call__(self, lines: Lines) -> str | None:
        """Return the line or its group."""
        found = (self.pattern.fullmatch(line) for line in lines if line)
        return next((match.group(match.lastindex or 0) for match in found if match), None)


@dataclass(frozen=True, slots=True)
class Within:
    """What *pattern* finds in the lines as one: its first group where it has one."""

    pattern: re.Pattern[str]

    def __call__(self, lines: Lines) -> str | None:
        """Return the match or its group."""
        match = self.pattern.search(words(lines))
        return match.group(match.lastindex or 0) if match else None


class One:
    """One mapping, its *parts* read in the same lines; nothing where *condition* finds nothing."""

    __slots__ = ("condition", "parts")

    def __init__(self, condition: str, **parts: Finder) -> None:
        self.condition = condition
        self.parts = parts

    def __repr__(self) -> str:
        return f"One({', '.join(f'{name}={part!r}' for name, part in self.parts.items())})"

    def __call__(self, lines: Lines) -> dict[str, Raw] | None:
        """Return the mapping."""
        found = {name: part(lines) for name, part in self.parts.items()}
        return found if found[self.condition] else None


def words(lines: Lines) -> str:
    """Return *lines* as one line."""
    return " ".join(line for line in lines if line)


class Using:
    """Read with a function of a module of blocks."""

    __slots__ = ("read",)

    def __init__(self, read: Finder) -> None:
        self.read = read

    def __repr__(self) -> str:
        return f"Using({getattr(self.read, '__name__', self.read)})"

    def __call__(self, lines: Lines) -> Raw:
        """Return what the function reads."""
        return self.read(lines)


@dataclass(frozen=True, slots=True)
class Says:
    """*value* where there are any lines: something whose presence says it."""

    value: str

    def __call__(self, lines: Lines) -> str | None:
        """Return the value."""
        return self.value if words(lines) else None


@dataclass(frozen=True, slots=True)
class Items:
    """The lines that are not empty, one by one."""

    def __call__(self, lines: Lines) -> list[str]:
        """Return the lines."""
        return [line for line in lines if line]
