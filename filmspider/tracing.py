"""How a record came about: what every rule found on one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from filmspider.items import Title
from filmspider.loaders import FIELDS, TitleLoader
from filmspider.parsing import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from filmspider.items import Rejection
    from filmspider.pages import Page
    from filmspider.readings import Reading
    from filmspider.rules import Layout, Place, Raw, Rule, View

PAGE_ID = "imdb_id"
"""The field that the layout's ``page_ids`` are read for."""


@dataclass(frozen=True)
class Sight:
    """What one place of the page held for a field, and what was made of it."""

    field: str
    place: Place
    raw: Raw
    values: Sequence[Any]
    """What was read in it; empty where it was not understood."""
    unparsed: Sequence[str]
    """The strings that were not understood."""
    counts: bool = True
    """Whether it was taken into account: a fallback is not where another place has a value."""


@dataclass(frozen=True)
class Trace:
    """One page with what was read where."""

    item: Title | Rejection
    """What :func:`~filmspider.parsing.parse_page` gives."""
    layout: Layout | None = None
    """The layout, ``None`` where the page was rejected before one was found."""
    view: View | None = None
    """The page prepared for the rules of the layout."""
    sights: tuple[Sight, ...] = ()
    """Every place that held something, in the order of the record's fields, and of trust within a field."""


class _Nothing(set[str]):
    """Fields that have a value, as far as anybody who asks shall know."""

    def __contains__(self, _field: object) -> bool:
        return False


def trace(page: Page) -> Trace:
    """Read *page* as :func:`~filmspider.parsing.parse_page` does, and keep what every rule found.

    Like it, this passes over rules that could not change anything: where a field takes the first value, those after it.
    Fallback rules are asked all the same.
    """
    loader = TitleLoader()
    loader.filled = _Nothing()
    item = read_page(page, loader)
    layout, view = loader.context.get("layout"), loader.context.get("view")
    sights = [*_id_sights(layout, view), *_sights(loader)]
    order = list(Title.model_fields)
    return Trace(item, layout, view, tuple(sorted(sights, key=lambda sight: order.index(sight.field))))


def hits(found: Trace) -> Iterator[tuple[Rule, bool]]:
    """Yield each rule of the page's layout with whether it gives a value, were it asked alone."""
    if found.layout is not None and found.view is not None:
        for rule in found.layout.rules:
            yield rule, bool(FIELDS[rule.field].read(rule.place(found.view)).values)


def _id_sights(layout: Layout | None, view: View | None) -> Iterator[Sight]:
    for place in layout.page_ids if layout is not None and view is not None else ():
        raw = place(view)
        if raw:
            reading = FIELDS[PAGE_ID].read(raw)
            yield Sight(PAGE_ID, place, raw, reading.values, reading.unparsed)


def _sights(loader: TitleLoader) -> Iterator[Sight]:
    for field in FIELDS:
        readings: list[Reading] = loader._values.get(field, [])  # noqa: SLF001 - get_collected_values leaves some out
        taken = loader.get_collected_values(field)
        for reading in readings:
            if reading.rule is not None:
                counts = any(reading is each for each in taken)
                yield Sight(field, reading.rule.place, reading.raw, reading.values, reading.unparsed, counts)
