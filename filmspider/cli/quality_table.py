"""The quality of a dataset as tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Column, Table
from rich.text import Text

from filmspider.cli.record_table import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.quality import FieldProfile, Quality

_UNITS = {"value": "", "year": "", "length": " letters"}
_LONGEST = 60


def quality_tables(quality: Quality) -> Iterator[Table]:
    """Yield a table of the fields that hold something and, if there is any, one of what a person should look at."""
    yield _fields(quality.fields)
    if quality.problems or quality.impossible:
        yield _findings(quality)


def _fields(fields: list[FieldProfile]) -> Table:
    right = [Column(name, justify="right") for name in ("records", "share", "distinct", "range", "outliers")]
    table = Table("field", *right, Column("the farthest", overflow="fold"))
    for field in fields:
        if field.records:
            counts = (str(field.records), f"{field.share:.1%}", str(field.distinct), _range(field))
            farthest = ", ".join(f"{each.imdb_id}: {_short(readable(each.value))}" for each in field.examples)
            # Text, not str: a page's own brackets and colons are no markup.
            table.add_row(field.name, *counts, str(field.outliers or ""), Text(farthest))
    return table


def _range(field: FieldProfile) -> str:
    """Return the range of a field's numbers, years or lengths."""
    if field.measure is None:
        return ""
    ends = dict.fromkeys(f"{end:.10g}" for end in (field.lowest, field.highest))
    return " – ".join(ends) + _UNITS[field.measure]


def _findings(quality: Quality) -> Table:
    table = Table("what", "field", Column("count", justify="right"), Column("for example", overflow="fold"))
    for where, found in (("", quality.problems), (" (not among the problems)", quality.impossible)):
        for counted in found:
            examples = (f"{each.imdb_id or each.title}: {_short(readable(each.detail))}" for each in counted.examples)
            table.add_row(counted.code + where, counted.field or "", str(counted.count), Text("\n".join(examples)))
    return table


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
