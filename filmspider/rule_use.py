"""Which rules of a layout ever give a value."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from filmspider.items import Title
from filmspider.layouts import every
from filmspider.place_names import place_name
from filmspider.tracing import hits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.rules import Layout
    from filmspider.tracing import Trace


class RuleUse(NamedTuple):
    """One rule of a layout over many pages."""

    layout: str
    key: str
    """The rule as ``rules`` of a run's manifest names it."""
    field: str
    place: str
    """Where it looks, for people."""
    pages: int
    """Pages of the layout."""
    values: int
    """Pages on which it gives a value, also where an earlier rule had settled the field."""


class RuleUses:
    """Counts over pages."""

    def __init__(self) -> None:
        self._pages: Counter[str] = Counter()
        self._values: Counter[tuple[str, str]] = Counter()

    def add(self, found: Trace) -> None:
        """Count a page, if it gave a record."""
        if isinstance(found.item, Title):
            layout = found.item.source.layout
            self._pages[layout] += 1
            self._values.update((layout, rule.key) for rule, gives in hits(found) if gives)

    def __iter__(self) -> Iterator[RuleUse]:
        """Yield the rules of the layouts met, layout by layout, the most used first."""
        for layout in every():
            if self._pages[layout.name]:
                yield from sorted(self._of(layout), key=lambda use: (-use.values, use.key))

    def _of(self, layout: Layout) -> Iterator[RuleUse]:
        for rule in layout.rules:
            key = rule.key
            counts = self._pages[layout.name], self._values[layout.name, key]
            yield RuleUse(layout.name, key, rule.field, place_name(rule.place), *counts)
