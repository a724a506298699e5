"""What the columns of a CSV file hold, in the words of Frictionless' Table Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from filmspider.exports.columns import Column


def table_schema(columns: Iterable[Column]) -> dict[str, Any]:
    """Return the schema of a file with these columns, in which an empty cell is null."""
    return {"fields": [_field(column) for column in columns], "missingValues": [""]}


def _field(column: Column) -> dict[str, Any]:
    """Return what a column holds; of lists and maps, which are JSON, no more is said than that."""
    field = column.field
    kind = "array" if field.many else "object" if field.kind == "map" else field.kind
    limits = {} if kind in {"array", "object"} else field.limits
    return {
        "name": column.name,
        "type": kind,
        "description": field.meaning,
        "constraints": {"required": not field.nullable, **limits},
    }
