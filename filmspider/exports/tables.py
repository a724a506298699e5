"""The record as tables: what is single goes into one row, every list into a table of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from filmspider.exports.columns import OF_TITLE, POSITION, TITLE_ID, Column, Row, Table, columns_of, flat_columns
from filmspider.exports.people import credited, credits_table, people
from filmspider.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.datasets import Record


@cache
def tables() -> tuple[Table, ...]:
    """Return the tables, those that are referred to before those that refer to them."""
    lists = [column for column in flat_columns() if column.field.many and column.field not in credited()]
    maps = [column for column in flat_columns() if column.field.kind == "map"]
    return (_titles(), people(), credits_table(), *map(_list_table, lists), *map(_map_table, maps))


def rows(record: Record, number: int) -> Iterator[tuple[str, Row]]:
    """Yield what *record*, the *number*-th of its dataset, adds to the tables: the name of a table and a row of it."""
    for table in tables():
        of_title = TITLE_ID in table.columns
        for row in table.read(record):
            yield table.name, (number, *row) if of_title else row


def _titles() -> Table:
    columns = [column for column in flat_columns() if not column.field.many and column.field.kind != "map"]

    def read(record: Record) -> Iterator[Row]:
        yield tuple(column.cell(record) for column in columns)

    return Table("titles", "One row a record.", (TITLE_ID, *columns), ("title_id",), read)


def _list_table(listed: Column) -> Table:
    each = listed.field
    columns = [column for part in each.parts for column in columns_of(part)]
    columns = columns or [Column("value", replace(each, many=False))]

    def read(record: Record) -> Iterator[Row]:
        for position, entry in enumerate(listed.read(record) or (), 1):
            yield position, *(column.cell(entry) for column in columns)

    return Table(listed.name, each.meaning, (TITLE_ID, POSITION, *columns), ("title_id", "position"), read, OF_TITLE)


def _map_table(mapped: Column) -> Table:
    name = Column("field", Field("field", "string", "A field of the record."))
    status = Column("status", Field("status", "string", "What is said of it.", limits=mapped.field.limits))

    def read(record: Record) -> Iterator[Row]:
        yield from mapped.read(record).items()

    return Table(mapped.name, mapped.field.meaning, (TITLE_ID, name, status), ("title_id", "field"), read, OF_TITLE)
