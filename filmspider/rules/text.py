"""Places on a plain-text dump of a page: its lines are divided into sections, labels are indexed inside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from filmspider.rules.textlines import logical_lines

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

    from filmspider.pages import Page
    from filmspider.rules.base import Raw
    from filmspider.rules.linefinders import Finder, Lines

_LONGEST_LABEL = 60


@dataclass(frozen=True)
class Labels:
    """The labels of a layout: whole ones, the forms of those that name an area, and lines that end a value."""

    whole: frozenset[str]
    areas: re.Pattern[str]
    stops: frozenset[str]
    controls: re.Pattern[str]
    bare: tuple[str, ...] = field(init=False)
    """Labels without a colon, the longest first."""

    def __post_init__(self) -> None:
        bare = sorted((label for label in self.whole if not label.endswith(":")), key=len, reverse=True)
        object.__setattr__(self, "bare", tuple(bare))

    def head(self, line: str) -> str | None:
        """Return the label that *line* begins with."""
        colon = line.find(":", 0, _LONGEST_LABEL) + 1
        if colon and (head := line[:colon]) in self.whole:
            return head
        if area := self.areas.match(line, 0, _LONGEST_LABEL):
            return area[0]
        return next((label for label in self.bare if line.startswith(label)), None)

    def ends(self, line: str) -> bool:
        """Whether *line* is a heading or a control, which no value goes beyond."""
        return line in self.stops or self.controls.match(line) is not None

    def index(self, lines: Lines) -> Iterator[tuple[str, Lines]]:
        """Yield every label with the lines under it, what stands beside it first.

        A line that begins like the label, with nothing under it yet, is its value: "Color (Technicolor)" below "Color".
        """
        current: str = ""
        value: Lines | None = None
        for line in lines:
            is_value = current and value is not None and not any(value) and line.startswith(current)
            label = None if is_value else self.head(line)
            if label:
                first = line[len(label) :].strip()
                current, value = label, [first] if first else []
                yield label, value
            elif self.ends(line):
                value = None
            elif value is not None:
                value.append(line)


@dataclass(frozen=True)
class LabelLines:
    """The labels of a layout that has each on a line of its own, without a colon."""

    whole: frozenset[str]
    areas: re.Pattern[str]
    stops: re.Pattern[str]

    def index(self, lines: Lines) -> Iterator[tuple[str, Lines]]:
        """Yield every label with the lines under it.

        A line that is the label again, with nothing under it yet, or the label's beginning is a value: "Color" below
        "Color", "Official site" below "Official sites".
        """
        label = ""
        value: Lines = []
        taken = False
        for line in lines:
            again = label.startswith(line) and (line != label or not any(value))
            if (line in self.whole or self.areas.fullmatch(line)) and not again:
                label, value, taken = line, [], True
                yield label, value
            elif line and self.stops.fullmatch(line):
                taken = False
            elif taken:
                value.append(line)


class TextView:
    """One dump with its sections and labels, each looked up once."""

    def __init__(
        self,
        page: Page,
        divide: Callable[[Lines], Mapping[str, Lines]],
        labels: Labels | LabelLines,
        lines: Callable[[str], Lines] = logical_lines,
    ) -> None:
        self.page = page
        self._divide = divide
        self._labels = labels
        self._lines = lines
        self._values: dict[str, dict[str, list[Lines]]] = {}

    @cached_property
    def _sections(self) -> Mapping[str, Lines]:
        return self._divide(self._lines(self.page.text))

    def section(self, name: str) -> Lines | None:
        """Return the section's lines, or ``None`` where the dump has none."""
        return self._sections.get(name)

    def labelled(self, name: str) -> dict[str, list[Lines]]:
        """Return the lines under each label of the section."""
        if name not in self._values:
            values: dict[str, list[Lines]] = {}
            for label, lines in self._labels.index(self.section(name) or []):
                values.setdefault(label, []).append(lines)
            self._values[name] = values
        return self._values[name]


@dataclass(frozen=True, slots=True)
class Address:
    """The address at which the page was published, where it is known."""

    def __call__(self, view: TextView) -> str | None:
        """Return the address."""
        return view.page.address


@dataclass(frozen=True, slots=True)
class In:
    """Read with *finder* in a section."""

    section: str
    finder: Finder

    def __call__(self, view: TextView) -> Raw:
        """Return what the finder reads, ``None`` where the dump has no such section."""
        lines = view.section(self.section)
        return self.finder(lines) if lines else None


class Labelled:
    """Read with *finder* what one of *labels* heads; labels are matched whole."""

    __slots__ = ("finder", "labels", "section")

    def __init__(self, section: str, *labels: str, finder: Finder) -> None:
        self.section = section
        self.labels = labels
        self.finder = finder

    def __repr__(self) -> str:
        return f"Labelled({self.section!r}, {', '.join(map(repr, self.labels))}, finder={self.finder!r})"

    def __call__(self, view: TextView) -> Raw:
        """Return what the finder reads under the first of the labels that the section has."""
        values = view.labelled(self.section)
        found = (values[label][0] for label in self.labels if label in values)
        return next((self.finder(lines) for lines in found), None)


@dataclass(frozen=True, slots=True)
class LabelledAreas:
    """Read what every label that matches *pattern* heads, with the label's group ``area`` beside the text."""

    section: str
    pattern: re.Pattern[str]
    finder: Finder

    def __call__(self, view: TextView) -> Raw:
        """Return a mapping for every such label."""
        return [
            {"text": self.finder(lines), "area": match["area"]}
            for label, values in view.labelled(self.section).items()
            if (match := self.pattern.fullmatch(label))
            for lines in values
        ]
