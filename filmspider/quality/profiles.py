"""What the fields of a dataset hold: share, distinct values, range and outliers, counted by DuckDB."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from filmspider.extras import DUCKDB
from filmspider.fields import Field, leaves

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from filmspider.datasets import Dataset

Measure = Literal["value", "year", "length"]

_MEASURES: dict[Measure, str] = {
    "value": "value::DOUBLE",
    "year": "left(value, 4)::DOUBLE",
    "length": "length(value)::DOUBLE",
}
_DATE = r"^\d{4}("
_LEAST = 30
"""Values below which none is called an outlier."""
_FENCE = 3
"""Interquartile ranges beyond the quartiles: what Tukey calls far out."""
_EXAMPLES = 3
_COUNTS = """
SELECT (SELECT count(*) FROM titles), count(DISTINCT number), count(*), approx_count_distinct(value), min(measured),
    max(measured), approx_quantile(asinh(measured), 0.25), approx_quantile(asinh(measured), 0.75)
FROM found
"""


@dataclass(frozen=True)
class Outlier:
    """A value far from the others."""

    imdb_id: str | None
    value: Any


@dataclass(frozen=True)
class FieldProfile:
    """What a dataset holds in one field."""

    name: str
    """The way to it: ``budget.amount``."""
    records: int
    """How many records hold it."""
    share: float
    """The same, of all records."""
    values: int
    """How many values there are: more than records where it is in a list."""
    distinct: int
    """How many different ones, to a few percent."""
    measure: Measure | None
    """What range and outliers are of: the number, the year of a date, the length of a text; null for codes."""
    lowest: float | None
    """The lowest measure."""
    highest: float | None
    """The highest measure."""
    outliers: int
    """How many measures are far from the others: see :func:`profile`."""
    examples: list[Outlier]
    """The farthest of them."""


def profile(dataset: Dataset) -> list[FieldProfile]:
    """Return the profile of every value that has no parts.

    An outlier lies more than three interquartile ranges beyond the quartiles, on the scale of asinh: as good as linear
    for years, logarithmic for money and counts, which differ by orders of magnitude. There are none in fewer than 30
    values, or where half of all values are the same.
    """
    DUCKDB.check()
    import duckdb  # noqa: PLC0415 - only some users have it

    from filmspider.exports.duckdb import load  # noqa: PLC0415 - imports duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect(Path(folder) / "profile.duckdb") as database:
        load(dataset, database)
        return [_profile(way, database) for way in leaves() if way[-1].kind != "map"]


def _profile(way: tuple[Field, ...], database: DuckDBPyConnection) -> FieldProfile:
    measure = _measure(way[-1])
    database.execute(
        "CREATE OR REPLACE TEMP VIEW found AS "  # noqa: S608 - our own names
        f"SELECT number, imdb_id, value, {_MEASURES[measure] if measure else 'NULL'} AS measured FROM "
        f"(SELECT rowid AS number, imdb_id, unnest({_values(way)}) AS value FROM titles) WHERE value IS NOT NULL"
    )
    ((total, *counts, lower, upper),) = database.execute(_COUNTS).fetchall()
    records, values, distinct, lowest, highest = counts
    outliers, examples = _outliers(lower, upper, database) if measure and values >= _LEAST else (0, [])
    return FieldProfile(
        name=".".join(field.name for field in way),
        records=records,
        share=records / total if total else 0.0,
        values=values,
        distinct=min(distinct, values),
        measure=measure,
        lowest=lowest,
        highest=highest,
        outliers=outliers,
        examples=examples,
    )


def _outliers(lower: float, upper: float, database: DuckDBPyConnection) -> tuple[int, list[Outlier]]:
    """Return how many values found lie beyond the fences around the quartiles, and the farthest."""
    reach = _FENCE * (upper - lower)
    if not reach:
        return 0, []
    beyond = "FROM found WHERE asinh(measured) NOT BETWEEN ? AND ?"
    bounds = [lower - reach, upper + reach]
    ((count,),) = database.execute(f"SELECT count(*) {beyond}", bounds).fetchall()
    order = f"ORDER BY abs(asinh(measured) - ?) DESC, imdb_id LIMIT {_EXAMPLES}"
    rows = database.execute(f"SELECT imdb_id, value {beyond} {order}", [*bounds, (lower + upper) / 2]).fetchall()
    return count, [Outlier(*row) for row in rows]


def _values(way: tuple[Field, ...]) -> str:
    """Return the SQL for the list of the values that a record has there.

    >>> many, one = Field("notes", "string", many=True), Field("name", "string")
    >>> _values((Field("cast", "object", many=True), many)), _values((Field("trailer", "object"), one))
    ('flatten([each."notes" FOR each IN "cast"])', '["trailer"."name"]')
    """
    first, *others = way
    words, many = f'"{first.name}"', first.many
    for field in others:
        inner = f'[each."{field.name}" FOR each IN {words}]' if many else f'{words}."{field.name}"'
        words = f"flatten({inner})" if many and field.many else inner
        many = many or field.many
    return words if many else f"[{words}]"


def _measure(field: Field) -> Measure | None:
    if field.kind in {"integer", "number"}:
        return "value"
    if field.limits.get("pattern", "").startswith(_DATE):
        return "year"
    return "length" if field.kind == "string" and not {"pattern", "enum"} & set(field.limits) else None
