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
    """Yield tables: the fields that hold something and, if there are any, outliers and what a person should look at."""
    yield _fields(quality.fields)
    if any(field.outliers for field in quality.fields):
        yield _outliers(quality.fields)
    if quality.problems or quality.impossible:
        yield _findings(quality)


def _fields(fields: list[FieldProfile]) -> Table:
    right = [Column(name, justify="right") for name in ("records", "share", "distinct", "range")]
    table = Table(Column("field", no_wrap=True), *right)
    for field in fields:
        if field.records:
            table.add_row(field.name, str(field.records), f"{field.share:.1%}", str(field.distinct), _range(field))
    return table


def _outliers(fields: list[FieldProfile]) -> Table:
    name, count = Column("field", no_wrap=True), Column("outliers", justify="right")
    table = Table(name, count, Column("the farthest", overflow="fold"))
    for field in fields:
        if field.outliers:
            farthest = (f"{each.imdb_id or 'no id'}: {_short(readable(each.value))}" for each in field.examples)
            # Text, not str: a page's own brackets and colons are no markup.
            table.add_row(field.name, str(field.outliers), Text("\n".join(farthest)))
    return table


def _range(field: FieldProfile) -> str:
    """Return the range of a field's numbers, years or lengths."""
    if field.measure is None:
        return ""
    ends = dict.fromkeys(_number(end) for end in (field.lowest, field.highest) if end is not None)
    return " – ".join(ends) + _UNITS[field.measure]


def _number(value: float) -> str:
    """Return a number as people write it.

    >>> _number(12215500000.0), _number(7.6)
    ('12215500000', '7.6')
    """
    return str(int(value)) if value.is_integer() else str(value)


def _findings(quality: Quality) -> Table:
    table = Table("what", "field", Column("count", justify="right"), Column("for example", overflow="fold"))
    for where, found in (("", quality.problems), (" (not among the problems)", quality.impossible)):
        for counted in found:
            examples = (f"{each.imdb_id or each.title}: {_short(readable(each.detail))}" for each in counted.examples)
            table.add_row(counted.code + where, counted.field or "", str(counted.count), Text("\n".join(examples)))
    return table


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
