"""SQLite: the tables with keys and indexes, full-text search over titles and people, a view of all money."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from typing import TYPE_CHECKING

from filmspider.exceptions import OutputError
from filmspider.exports.base import batches
from filmspider.exports.columns import TITLE_ID, Column, Row, Table
from filmspider.exports.tables import rows, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filmspider.datasets import Dataset

_BATCH = 200
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_INDEXED = {("titles", "year"), ("genres", "value"), ("keywords", "value"), ("people", "name")}
"""Beside ids, codes, dates and enumerations."""
_DRAFT = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
_LABELS = {"titles": "title", "people": "name"}
"""What a link to a row shows."""
# Written as Datasette looks for it.
_SEARCH = """
CREATE VIRTUAL TABLE titles_fts USING fts5
    (title, original_title, plot, storyline, content="titles", content_rowid="title_id");
CREATE VIRTUAL TABLE people_fts USING fts5 (name, content="people");
INSERT INTO titles_fts (titles_fts) VALUES ('rebuild');
INSERT INTO people_fts (people_fts) VALUES ('rebuild');
"""
_MONEY = """
CREATE VIEW box_office AS
SELECT title_id, 'budget' AS kind, budget_amount AS amount, budget_currency AS currency, NULL AS area, NULL AS date
FROM titles WHERE budget_amount IS NOT NULL
UNION ALL SELECT title_id, 'opening_weekend', amount, currency, area, date FROM opening_weekends
UNION ALL SELECT title_id, 'gross', amount, currency, area, as_of FROM grosses;
"""


def write(dataset: Dataset, path: Path) -> None:
    """Write the tables of *dataset* to a new database. Raises :class:`OutputError` where the disk does not take it."""
    try:
        _write(dataset, path)
    except sqlite3.Error as error:
        raise OutputError(f"cannot write {path.name}: {error}") from error


def _write(dataset: Dataset, path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(_DRAFT + "".join(map(_create, tables())))
        for batch in batches(enumerate(dataset.records(), 1), _BATCH):
            pending: defaultdict[str, list[Row]] = defaultdict(list)
            for number, record in batch:
                for name, row in rows(record, number):
                    pending[name].append(row)
            for table in tables():
                database.executemany(_insert(table), pending[table.name])
        database.commit()
        database.executescript("".join(_indexes()) + _SEARCH + _MONEY + "ANALYZE;")


def describe(path: Path) -> tuple[Path, str]:
    """Return where Datasette is told what the tables and columns of the database at *path* mean, and its words."""
    described = {
        table.name: {
            "description": table.meaning,
            "columns": {column.name: column.field.meaning for column in table.columns},
            **({"label_column": _LABELS[table.name]} if table.name in _LABELS else {}),
        }
        for table in tables()
    }
    text = json.dumps({"databases": {path.stem: {"tables": described}}}, indent=2, ensure_ascii=False)
    return metadata_path(path), f"{text}\n"


def metadata_path(path: Path) -> Path:
    """Return where the description of the database at *path* stands."""
    return path.with_suffix(".metadata.json")


def _create(table: Table) -> str:
    lines = [_define(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    for name, (other, column) in table.references.items():
        lines.append(f"FOREIGN KEY ({name}) REFERENCES {other} ({column})")
    without = " WITHOUT ROWID" if TITLE_ID.name in table.references else ""
    return f'CREATE TABLE "{table.name}" ({", ".join(lines)}){without};\n'


def _define(column: Column) -> str:
    kind = "TEXT" if column.field.many else _TYPES[column.field.kind]
    return f'"{column.name}" {kind}{"" if column.field.nullable else " NOT NULL"}'


def _insert(table: Table) -> str:
    """Return the statement that adds a row; who was in an earlier record is there once."""
    once = "" if TITLE_ID in table.columns else "OR IGNORE "
    return f'INSERT {once}INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'  # noqa: S608 - our names


def _indexes() -> Iterator[str]:
    for table in tables():
        for column in table.columns:
            if column.name not in table.key and _is_looked_up(table, column):
                yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}");\n'


def _is_looked_up(table: Table, column: Column) -> bool:
    return bool({"pattern", "enum"} & set(column.field.limits)) or (table.name, column.name) in _INDEXED
