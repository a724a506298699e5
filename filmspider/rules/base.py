"""What every layout is made of, whatever its medium."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from filmspider.items import Title

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from filmspider.pages import Media, Page

_ADDRESS = re.compile(r"<function (\S+) at 0x[0-9a-f]+>")
_ON_EVERY_LAYOUT = {"title_type", "runtime_minutes", "source", "field_status", "problems"}

Raw: TypeAlias = Any
"""What a place yields: a string, a number, a mapping of these, a list of such for several values, or ``None``."""

View: TypeAlias = Any
"""One page prepared for reading: its sections found, its labels indexed. Each medium has its own."""


class Place(Protocol):
    """Where a raw value stands. Its ``repr`` is what the documentation shows."""

    def __call__(self, view: View, /) -> Raw:
        """Return the raw value, or ``None`` where the page does not have it."""
        ...


def spelled(place: Place) -> str:
    """Return a place's ``repr``, the same in every process: functions in it by their names."""
    return _ADDRESS.sub(r"\1", repr(place))


@dataclass(frozen=True, slots=True)
class Rule:
    """One field may be read from one place; the first rule of a field that gives a value is trusted most."""

    field: str
    place: Place
    fallback: bool = False
    """Whether it counts only where no other rule of the field gives a value."""

    key: str = dataclass_field(init=False, compare=False, repr=False)
    """What the rule is called in a run's manifest, the same in every process."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", f"{self.field} <- {spelled(self.place)}")

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True)
class Layout:
    """A page layout: how to recognise it and where it keeps each field."""

    name: str
    """Name in the record's ``source.layout``."""
    media: Media
    """Kind of document."""
    seen: str
    """When the site served it, for people; never used to recognise it."""
    detect: Callable[[Page], bool]
    """Whether a page looks like this layout."""
    view: Callable[[Page], View]
    """Prepares a page for the rules."""
    rules: tuple[Rule, ...]
    """Where each field stands, most trusted first."""
    page_ids: tuple[Place, ...] = dataclass_field(default=())
    """Places that hold the page's own title id; they must agree."""
    spare_id: Place | None = None
    """Where the id may be had if none of these holds it; it must confirm one that stands on the page only once."""

    def __str__(self) -> str:
        return self.name

    @cached_property
    def fields(self) -> frozenset[str]:
        """Names of the fields that this layout holds."""
        return frozenset(rule.field for rule in self.rules) | ({"imdb_id"} if self.page_ids else set())

    @cached_property
    def missing_fields(self) -> tuple[str, ...]:
        """Names of the fields that this layout does not hold, in the record's order.

        Fields that follow from others are on every layout.
        """
        return tuple(name for name in Title.model_fields if name not in self.fields | _ON_EVERY_LAYOUT)

    def read(self, view: View, settled: Container[str], filled: Container[str]) -> Iterator[tuple[Rule, Raw]]:
        """Yield every rule that finds something, with what it found.

        Rules of *settled* fields are passed over, and fallback rules of *filled* ones; both may grow meanwhile.
        """
        for rule in self.rules:
            if rule.field not in settled and not (rule.fallback and rule.field in filled):
                raw = rule.place(view)
                if raw is not None and raw not in ("", []):
                    yield rule, raw
