"""What the pages held that a run read, by layout and kind of title: the figures by which runs are compared.

They are of pages, not of the records in the dataset: a dataset keeps one record of several captures, may be filled from
older captures, and holds what earlier runs read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from filmspider.holdings import rules_of
from filmspider.items import DATA_FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from filmspider.holdings import Holding
    from filmspider.outcomes import Outcome


class PageTally(msgspec.Struct):
    """The pages of one layout that are about titles of one kind."""

    pages: int = 0
    """Pages that gave a record."""
    held: dict[str, int] = {}
    """Pages that held each field."""
    unparsed: dict[str, int] = {}
    """Pages whose text for a field was not understood."""
    rules: dict[str, int] = {}
    """Pages on which each rule found something and gave a value."""

    def __add__(self, other: PageTally) -> PageTally:
        tables = ((self.held, other.held), (self.unparsed, other.unparsed), (self.rules, other.rules))
        return PageTally(self.pages + other.pages, *(_sum(one, two) for one, two in tables))


class Tally(msgspec.Struct):
    """All pages that a run read, those among them that it had read when it was broken off."""

    layouts: dict[str, dict[str, PageTally]] = {}
    """By layout, and by ``title_type``."""
    rejected: dict[str, int] = {}
    """Pages that gave no record, by reason."""

    def __add__(self, other: Tally) -> Tally:
        names = sorted(self.layouts.keys() | other.layouts.keys())
        layouts = {name: _together(self.layouts.get(name, {}), other.layouts.get(name, {})) for name in names}
        return Tally(layouts, _sum(self.rejected, other.rejected))


class PageCount:
    """Counts pages one by one."""

    def __init__(self) -> None:
        self._groups: defaultdict[tuple[str, str], _Group] = defaultdict(_Group)
        self._rejected: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Count one page."""
        if outcome.reason:
            self._rejected[outcome.reason] += 1
        elif outcome.holding:
            self._groups[outcome.holding.layout, outcome.holding.kind].add(outcome.holding)

    def tally(self) -> Tally:
        """Return the figures."""
        layouts: dict[str, dict[str, PageTally]] = {}
        for (layout, kind), group in sorted(self._groups.items()):
            layouts.setdefault(layout, {})[kind] = group.tally(layout)
        return Tally(layouts, dict(sorted(self._rejected.items())))


class _Group:
    def __init__(self) -> None:
        self.pages = 0
        self.fields: Counter[int] = Counter()
        self.unparsed: Counter[str] = Counter()
        self.rules: Counter[int] = Counter()

    def add(self, holding: Holding) -> None:
        self.pages += 1
        self.fields.update(holding.fields)
        self.unparsed.update(holding.unparsed)
        self.rules.update(holding.rules)

    def tally(self, layout: str) -> PageTally:
        keys = rules_of(layout)
        held = {DATA_FIELDS[number]: pages for number, pages in self.fields.items()}
        rules = {keys[number]: pages for number, pages in self.rules.items()}
        return PageTally(self.pages, *(dict(sorted(each.items())) for each in (held, self.unparsed, rules)))


def _together(one: Mapping[str, PageTally], two: Mapping[str, PageTally]) -> dict[str, PageTally]:
    none = PageTally()
    return {kind: one.get(kind, none) + two.get(kind, none) for kind in sorted(one.keys() | two.keys())}


def _sum(one: dict[str, int], two: dict[str, int]) -> dict[str, int]:
    return dict(sorted((Counter(one) + Counter(two)).items()))
