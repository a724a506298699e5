"""Which layout holds which field, as a table of shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from filmspider.items import DATA_FIELDS
from filmspider.layouts import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INVERTED = 0.605
"""Share from which the other ink is read better, on either ramp of colours in ``report.css``."""
_MISSING = {layout.name: set(layout.missing_fields) for layout in LAYOUTS}


class Cell(NamedTuple):
    """One field on one layout."""

    share: float | None
    """From 0 to 1; ``None`` where the layout does not hold the field."""
    drifted: bool

    @property
    def inverted(self) -> bool:
        """Whether the cell is so full that it needs the other ink."""
        return (self.share or 0) >= _INVERTED


class Heatmap(NamedTuple):
    """Layouts with their records, the most used first, and a row a field in the order of the record."""

    layouts: dict[str, int]
    rows: dict[str, list[Cell]]


def heatmap(run: Mapping[str, Any]) -> Heatmap:
    """Return the table of a run's manifest, without the fields that none of its layouts holds."""
    layouts = dict(sorted(run["layouts"].items(), key=lambda each: (-each[1], each[0])))
    drifted = {(found["layout"], found["name"]) for found in run["drift"] if found["kind"] != "rule_stopped"}
    rows = {field: list(_cells(run, layouts, field, drifted)) for field in DATA_FIELDS}
    return Heatmap(
        layouts, {field: cells for field, cells in rows.items() if any(cell.share is not None for cell in cells)}
    )


def _cells(
    run: Mapping[str, Any], layouts: Mapping[str, int], field: str, drifted: set[tuple[str | None, str]]
) -> Iterator[Cell]:
    for layout, records in layouts.items():
        held = run["coverage"][layout].get(field, 0)
        missing = not held and field in _MISSING.get(layout, ())
        yield Cell(None if missing else held / records, (layout, field) in drifted)
