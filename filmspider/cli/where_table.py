"""Where the fields of a record come from, for people and for programs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json
from rich.table import Column, Table
from rich.text import Text

from filmspider.cli.record_table import readable
from filmspider.items import Title
from filmspider.place_names import place_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from filmspider.tracing import Sight, Trace

_LONGEST_RAW = 120
_LONGEST_VALUE = 160


def where_table(found: Trace) -> Table:
    """Return what every place held for every field, and what came of it where that is not what the first one gives."""
    table = Table("field", *(Column(name, overflow="fold") for name in ("read from", "found there", "gives")))
    for field, group in groupby(found.sights, key=lambda sight: sight.field):
        sights = list(group)
        for sight in sights:
            name = "" if sight is not sights[0] else f"{field}{_status(found, field)}"
            # Text, not str: a page's own brackets and colons are no markup.
            table.add_row(*map(Text, (name, place_name(sight.place), _raw(sight), _gives(sight))))
        record = _in_record(found, field)
        if record != _gives(sights[0]):
            table.add_row("", "", Text("in the record:", style="italic"), Text(record))
        table.add_section()
    return table


def where_lines(found: Trace) -> Iterator[str]:
    """Yield a JSON object for every place that held something."""
    for sight in found.sights:
        yield to_json(
            {
                "field": sight.field,
                "place": place_name(sight.place),
                "raw": sight.raw,
                "values": sight.values,
                "unparsed": sight.unparsed,
                "counts": sight.counts,
            }
        ).decode()


def _status(found: Trace, field: str) -> str:
    status = found.item.field_status.get(field) if isinstance(found.item, Title) else None
    return f"\n[{status}]" if status else ""


def _raw(sight: Sight) -> str:
    return _cut(sight.raw if isinstance(sight.raw, str) else to_json(sight.raw, fallback=repr).decode(), _LONGEST_RAW)


def _gives(sight: Sight) -> str:
    parts = [f"not understood: {_cut(raw, _LONGEST_RAW)}" for raw in sight.unparsed]
    values = _plain(sight.values)
    if values:
        parts.insert(0, _cut(readable(values[0] if len(values) == 1 else values), _LONGEST_VALUE))
    if not sight.counts:
        parts.append("(does not count: another place has it)")
    return "\n".join(parts) or "nothing"


def _in_record(found: Trace, field: str) -> str:
    if not isinstance(found.item, Title):
        return f"rejected as {found.item.reason}"
    value = found.item.model_dump(mode="json", include={field})[field]
    only = value[0] if isinstance(value, list) and len(value) == 1 else value
    return _cut(readable(only), _LONGEST_VALUE) or "nothing"


def _plain(values: Sequence[Any]) -> list[Any]:
    return [value.model_dump(mode="json") if hasattr(value, "model_dump") else value for value in values]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]} …"
