"""CSV: one row a record. An object is a column for each of its parts, a list is JSON text, null is an empty cell."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from filmspider.exports.columns import flat_columns
from filmspider.exports.table_schema import table_schema

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.datasets import Dataset


def write(dataset: Dataset, path: Path) -> None:
    """Write the records to a file in UTF-8, as RFC 4180 has it but with lines that end in one line feed."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in flat_columns())
        for record in dataset.records():
            writer.writerow(cell(column.cell(record)) for column in flat_columns())


def describe(path: Path) -> tuple[Path, str]:
    """Return where to say what the columns of the file at *path* mean and hold, and the Table Schema that says it."""
    text = json.dumps(table_schema(flat_columns()), indent=2, ensure_ascii=False)
    return path.with_suffix(".schema.json"), f"{text}\n"


def cell(value: Any) -> Any:
    """Return *value* as a cell: true and false in JSON's words.

    >>> cell(True), cell(0)
    ('true', 0)
    """
    return str(value).lower() if isinstance(value, bool) else value
