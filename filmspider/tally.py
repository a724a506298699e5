"""What the pages held that a run read, by layout and kind of title: the figures by which runs are compared.

They are of pages, not of the records in the dataset: a dataset keeps one record of several captures, may be filled from
older captures, and holds what earlier runs read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from filmspider.coverage import decode, held
from filmspider.hits import rules_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from filmspider.outcomes import Outcome

Key = tuple[str, str, str, str]
"""Layout, kind of title, what is counted, and of what; the first two are empty for a rejection."""


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


def counted(outcome: Outcome) -> list[Key]:
    """Return what is to be counted of one page."""
    if outcome.reason:
        return [("", "", "rejected", outcome.reason)]
    row = decode(outcome.payload)
    layout, kind = row.source.layout, msgspec.json.decode(row.title_type, type=str)
    known = rules_of(layout)
    return [
        (layout, kind, "pages", ""),
        *[(layout, kind, "held", name) for name in held(row)],
        *[(layout, kind, "unparsed", name) for name, status in row.field_status.items() if status == "unparsed"],
        *[(layout, kind, "rules", known[number]) for number in outcome.rules],
    ]


def tally(counts: Mapping[Key, int]) -> Tally:
    """Return what :func:`counted` gave of many pages, added up.

    >>> page = ("text", "movie")
    >>> found = tally({(*page, "pages", ""): 2, (*page, "held", "year"): 1, ("", "", "rejected", "empty"): 3})
    >>> found.layouts["text"]["movie"].pages, found.layouts["text"]["movie"].held, found.rejected
    (2, {'year': 1}, {'empty': 3})
    """
    found = Tally()
    for (layout, kind, what, name), figure in sorted(counts.items()):
        if what == "rejected":
            found.rejected[name] = figure
            continue
        pages = found.layouts.setdefault(layout, {}).setdefault(kind, PageTally())
        if what == "pages":
            pages.pages = figure
        else:
            getattr(pages, what)[name] = figure
    return found


def _together(one: Mapping[str, PageTally], two: Mapping[str, PageTally]) -> dict[str, PageTally]:
    none = PageTally()
    return {kind: one.get(kind, none) + two.get(kind, none) for kind in sorted(one.keys() | two.keys())}


def _sum(one: dict[str, int], two: dict[str, int]) -> dict[str, int]:
    return dict(Counter(one) + Counter(two))
