"""DuckDB: a table ``titles`` with lists and objects kept as they are, and what each column means as its comment."""

from __future__ import annotations

import glob
from typing import TYPE_CHECKING

import duckdb

from filmspider.exceptions import DatasetError, OutputError
from filmspider.fields import Field, record_fields

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.datasets import Dataset

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "map": "MAP(VARCHAR, VARCHAR)",
}
_LONGEST_LINE = 2**25
"""Bytes of a record. Every thread has room for two."""
_BOUNDS = "SET memory_limit = '256MB'; SET threads = 1; SET enable_progress_bar = false"
"""What DuckDB may use before it writes to disk; every thread needs a part of it for itself."""


def write(dataset: Dataset, path: Path) -> None:
    """Write *dataset* to a new database. Raises :class:`OutputError` where the disk does not take it."""
    try:
        with duckdb.connect(path) as database:
            load(dataset, database)
            for field in record_fields():
                database.execute(f"COMMENT ON COLUMN titles.{_name(field)} IS {_text(field.meaning)}")
    except duckdb.Error as error:
        raise OutputError(f"cannot write {path.name}: {error}") from error


def load(dataset: Dataset, database: duckdb.DuckDBPyConnection) -> None:
    """Read *dataset* into a table ``titles``. Raises :class:`DatasetError` where it is not as the schema says."""
    columns = ", ".join(f"{_name(field)}: {_text(duckdb_type(field))}" for field in record_fields())
    dataset.check()
    database.execute(_BOUNDS)
    try:
        database.execute(
            f"CREATE TABLE titles AS FROM read_json({_text(glob.escape(str(dataset.titles_path)))}, "
            f"format = 'newline_delimited', columns = {{{columns}}}, maximum_object_size = {_LONGEST_LINE})"
        )
    except duckdb.InvalidInputException as error:
        raise DatasetError(f"{dataset.titles_path}: {error}") from error


def duckdb_type(field: Field) -> str:
    """Return the type of a column.

    >>> duckdb_type(next(field for field in record_fields() if field.name == "runtimes"))
    'STRUCT("minutes" BIGINT, "country" VARCHAR, "notes" VARCHAR[])[]'
    """
    parts = ", ".join(f"{_name(part)} {duckdb_type(part)}" for part in field.parts)
    return (f"STRUCT({parts})" if parts else _TYPES[field.kind]) + "[]" * field.many


def _name(field: Field) -> str:
    return f'"{field.name}"'


def _text(words: str) -> str:
    escaped = words.replace("'", "''")
    return f"'{escaped}'"
