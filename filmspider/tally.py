"""What the pages held that a run read, layout by layout: the figures by which one run is compared with another.

They are of pages, not of the records in the dataset: a dataset keeps one record of several captures, may be filled from
older captures, and holds what earlier runs read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Protocol

import msgspec

from filmspider.items import DATA_FIELDS, Rejection, Title

if TYPE_CHECKING:
    from collections.abc import Mapping


class Stats(Protocol):
    """Counts, as Scrapy's stats collector does."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add *count* to the figure at *key*."""


class LayoutTally(msgspec.Struct):
    """The pages of one layout."""

    pages: int = 0
    """Pages that gave a record."""
    held: dict[str, int] = {}
    """Pages that held each field."""
    unparsed: dict[str, int] = {}
    """Pages whose text for a field was not understood."""
    rules: dict[str, int] = {}
    """Pages on which each rule found something and gave a value."""

    def __add__(self, other: LayoutTally) -> LayoutTally:
        tables = ((self.held, other.held), (self.unparsed, other.unparsed), (self.rules, other.rules))
        return LayoutTally(self.pages + other.pages, *(_sum(one, two) for one, two in tables))


class Tally(msgspec.Struct):
    """All pages that a run read itself: not those that a run before it, broken off, had done."""

    layouts: dict[str, LayoutTally] = {}
    rejected: dict[str, int] = {}
    """Pages that gave no record, by reason."""

    def __add__(self, other: Tally) -> Tally:
        names = sorted(self.layouts.keys() | other.layouts.keys())
        none = LayoutTally()
        layouts = {name: self.layouts.get(name, none) + other.layouts.get(name, none) for name in names}
        return Tally(layouts, _sum(self.rejected, other.rejected))


def count(item: Title | Rejection, stats: Stats) -> None:
    """Count what came of one page."""
    if isinstance(item, Rejection):
        stats.inc_value(f"rejected/{item.reason}")
        return
    layout = item.source.layout
    stats.inc_value(f"pages/{layout}")
    values = item.__dict__
    for name in DATA_FIELDS:
        value = values[name]
        if value or value == 0:  # neither null nor an empty list
            stats.inc_value(f"held/{layout}/{name}")
    for name, status in item.field_status.items():
        if status == "unparsed":
            stats.inc_value(f"unparsed/{layout}/{name}")


def tally(stats: Mapping[str, int]) -> Tally:
    """Return what :func:`count`, and the loader for its rules, put into *stats*.

    >>> found = tally({"pages/text": 2, "held/text/year": 1, "rule/text/year <- Heading()": 1, "rejected/empty": 3})
    >>> found.layouts["text"].pages, found.layouts["text"].held, found.rejected
    (2, {'year': 1}, {'empty': 3})
    """
    kinds: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, figure in sorted(stats.items()):
        kind, _, rest = key.partition("/")
        kinds[kind][rest] = figure
    layouts = {
        layout: LayoutTally(pages, *(_of(layout, kinds[kind]) for kind in ("held", "unparsed", "rule")))
        for layout, pages in kinds["pages"].items()
    }
    return Tally(layouts, kinds["rejected"])


def _sum(one: dict[str, int], two: dict[str, int]) -> dict[str, int]:
    return dict(Counter(one) + Counter(two))


def _of(layout: str, figures: Mapping[str, int]) -> dict[str, int]:
    return {key.partition("/")[2]: figure for key, figure in figures.items() if key.startswith(f"{layout}/")}
