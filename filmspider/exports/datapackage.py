"""A Frictionless data package: the tables as CSV, and a descriptor of their columns, keys and references."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from filmspider.exports import sqlite
from filmspider.exports.csv import cell
from filmspider.exports.table_schema import table_schema
from filmspider.exports.tables import tables
from filmspider.items import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.datasets import Dataset
    from filmspider.exports.columns import Column, Table


def write(dataset: Dataset, path: Path) -> None:
    """Write the tables and ``datapackage.json`` to a new folder.

    They come out of a SQLite database, as it takes one to list every person once without holding all of them.
    """
    path.mkdir()
    database_path = path / ".tables.sqlite"
    sqlite.write(dataset, database_path)
    with closing(sqlite3.connect(database_path)) as database:
        for table in tables():
            _write_table(database, table, path / _file_name(table))
    database_path.unlink()
    text = json.dumps(descriptor(), indent=2, ensure_ascii=False)
    (path / "datapackage.json").write_text(f"{text}\n", encoding="utf-8")


def descriptor() -> dict[str, Any]:
    """Return what ``datapackage.json`` says."""
    return {
        "name": "filmspider-titles",
        "title": "Film titles",
        "description": f"Records of saved title pages, schema version {SCHEMA_VERSION}.",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables()],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.meaning,
        "path": _file_name(table),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            **table_schema(table.columns),
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [name], "reference": {"resource": other, "fields": [column]}}
                for name, (other, column) in table.references.items()
            ],
        },
    }


def _write_table(database: sqlite3.Connection, table: Table, path: Path) -> None:
    order = ", ".join(table.key)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in table.columns)
        for row in database.execute(f'SELECT * FROM "{table.name}" ORDER BY {order}'):  # noqa: S608 - our own names
            writer.writerow(map(_cell, table.columns, row))


def _cell(column: Column, value: Any) -> Any:
    """Return a value of the database as a cell; SQLite has no type of its own for true and false."""
    return cell(bool(value) if column.field.kind == "boolean" and value is not None else value)


def _file_name(table: Table) -> str:
    return f"{table.name}.csv"
