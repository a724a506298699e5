"""Columns and tables: what each holds, and how it is read out of a record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from filmspider.fields import Field, record_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from filmspider.datasets import Record

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Column:
    """A column: its name and what it holds."""

    name: str
    field: Field
    path: tuple[str, ...] = ()
    """The keys that lead to its value."""

    def read(self, item: Any) -> Any:
        """Return the value in *item*; null where a part on the way to it is."""
        for key in self.path:
            if item is None:
                return None
            item = item[key]
        return item

    def cell(self, item: Any) -> Any:
        """Return the same, a list as JSON text."""
        value = self.read(item)
        return msgspec.json.encode(value).decode() if isinstance(value, list | dict) else value


@dataclass(frozen=True)
class Table:
    """A table: its columns, which of them are its key, and how to find its rows."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    read: Callable[[Record], Iterable[Row]]
    """Yields the rows in a record, without the number of the record."""
    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The columns that refer to another table: its name and column."""


TITLE_ID = Column("title_id", Field("title_id", "integer", "Number of the record in the dataset, from 1."))
POSITION = Column("position", Field("position", "integer", "Place in the list, from 1, in the order of the page."))
OF_TITLE = {TITLE_ID.name: ("titles", TITLE_ID.name)}


@cache
def flat_columns() -> tuple[Column, ...]:
    """Return a column for each value of a record, those of an object named after it: ``budget_amount``."""
    return tuple(column for each in record_fields() for column in columns_of(each))


def columns_of(each: Field, above: tuple[str, ...] = ()) -> Iterator[Column]:
    """Yield the columns of a field, which are several where it is a single object."""
    path = (*above, each.name)
    if each.parts and not each.many:
        for part in each.parts:
            yield from columns_of(replace(part, nullable=part.nullable or each.nullable), path)
    else:
        yield Column("_".join(path), each, path)
