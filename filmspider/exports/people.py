"""The tables of people and of what they are credited for, out of all fields that list people."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from filmspider.exports.columns import OF_TITLE, POSITION, TITLE_ID, Column, Row, Table
from filmspider.fields import Field, record_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.datasets import Record

_ID = "imdb_id"
_PERSON = "^nm"


def people() -> Table:
    """Return the table of people."""
    parts = _parts()
    identity = replace(parts[_ID], nullable=False)
    name = replace(parts["name"], meaning="The name under which the person stands first in the dataset.")
    columns = (Column("person_id", identity), Column("name", name))
    return Table("people", "One row a person who has an id.", columns, ("person_id",), _people_rows)


def credits_table() -> Table:
    """Return the table of credits, which has a row for each person in each of the fields."""
    fields, parts = credited(), _parts()
    credit = Field("credit", "string", "The field of the record that lists the person.", limits=_names(fields))
    person = replace(parts[_ID], meaning="The person's id; null where the page gives none.")
    said = [Column("person_id", person, (_ID,)), *(Column(name, parts[name], (name,)) for name in parts if name != _ID)]
    unsaid = dict.fromkeys(parts)

    def read(record: Record) -> Iterator[Row]:
        for each in fields:
            for position, entry in enumerate(record[each.name], 1):
                yield each.name, position, *(column.cell(unsaid | entry) for column in said)

    columns = (TITLE_ID, Column("credit", credit), POSITION, *said)
    references = {**OF_TITLE, "person_id": ("people", "person_id")}
    return Table("credits", "One row a credit.", columns, ("title_id", "credit", "position"), read, references)


@cache
def credited() -> tuple[Field, ...]:
    """Return the fields that list people."""
    return tuple(each for each in record_fields() if any(_is_person_id(part) for part in each.parts))


def _is_person_id(part: Field) -> bool:
    return part.name == _ID and part.limits["pattern"].startswith(_PERSON)


def _names(fields: tuple[Field, ...]) -> dict[str, list[str]]:
    return {"enum": [each.name for each in fields]}


def _parts() -> dict[str, Field]:
    """Return what is said of a person in any of the fields; null where a field does not say it."""
    found: dict[str, list[Field]] = {}
    for each in credited():
        for part in each.parts:
            found.setdefault(part.name, []).append(part)
    return {name: _together(parts) for name, parts in found.items()}


def _together(parts: list[Field]) -> Field:
    """Return a part of several fields as one, with the meanings that it has in them."""
    meaning = " ".join(dict.fromkeys(part.meaning for part in parts))
    return replace(parts[-1], meaning=meaning, nullable=parts[-1].nullable or len(parts) < len(credited()))


def _people_rows(record: Record) -> Iterator[Row]:
    for each in credited():
        for person in record[each.name]:
            if person[_ID]:
                yield person[_ID], person["name"]
