"""The page ``docs/dictionary.md``: what every field of the record means, made from its models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.exports.tables import tables
from filmspider.fields import Field, record_fields
from filmspider.items import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from filmspider.exports.columns import Table

_KINDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "boolean"}
_INTRODUCTION = """\
# Data dictionary

Made from the record's models by `make docs`: do not edit. This is version {version} of the schema;
[what may change in the next](schema-versions.md) is written down.

A line of `titles.jsonl` is a JSON object with all of these keys, in this order. What the page does not state is null or
an empty list. `field_status` and `problems` tell "the page has none" from "we could not read it".

## The record
"""
_TABLES = """\
## Tables

The formats `sqlite` and `datapackage` have these. What is single stands in `titles`, an object's parts in columns named
after it (`budget_amount`); each list is a table of its own, whose columns are the parts of an entry or `value`. A list
within an entry is JSON text.
"""


def dictionary_page() -> str:
    """Return the page in Markdown."""
    fields = _table(["field", "type", "meaning"], (_row(field) for field in record_fields()))
    parts = "\n".join(_parts(field) for field in record_fields() if field.parts)
    flat = _table(["table", "one row", "key", "refers to"], (_table_row(table) for table in tables()))
    return f"{_INTRODUCTION.format(version=SCHEMA_VERSION)}\n{fields}\n{parts}\n{_TABLES}\n{flat}"


def _parts(field: Field) -> str:
    rows = (_row(part, named=".".join(names)) for names, part in _below(field))
    return f"### {field.name}\n\n{field.meaning}\n\n{_table(['part', 'type', 'meaning'], rows)}"


def _below(field: Field, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Yield the parts of a field, and theirs, with their names."""
    for part in field.parts:
        yield (*above, part.name), part
        yield from _below(part, (*above, part.name))


def _row(field: Field, named: str | None = None) -> list[str]:
    return [f"`{named or field.name}`", _type(field), _cell(field.meaning)]


def _type(field: Field) -> str:
    """Return the type in words.

    >>> _type(Field("rating", "number", nullable=True, limits={"minimum": 0, "maximum": 10}))
    'number, 0 to 10, or null'
    """
    if field.kind == "map":
        return f"object whose keys are fields and whose values are {_choices(field)}"
    words = "object" if field.parts else _KINDS[field.kind]
    limits = _choices(field) or _range(field)
    words = f"list of {words}{'s' * bool(field.parts)}" if field.many else words
    if limits:
        return f"{words}, {limits}{', or null' * field.nullable}"
    return f"{words}{' or null' * field.nullable}"


def _choices(field: Field) -> str:
    choices = ", ".join(f"`{choice}`" for choice in field.limits.get("enum", ()))
    return f"one of {choices}" if choices else ""


def _range(field: Field) -> str:
    limits = field.limits
    if "pattern" in limits:
        return _cell(f"`{limits['pattern']}`")
    if "maximum" in limits:
        return f"{limits['minimum']} to {limits['maximum']}"
    return f"from {limits['minimum']}" if "minimum" in limits else ""


def _table_row(table: Table) -> list[str]:
    references = ", ".join(f"`{name}`: `{other}`" for name, (other, _) in table.references.items())
    return [f"`{table.name}`", _cell(table.meaning), ", ".join(f"`{name}`" for name in table.key), references]


def _table(header: list[str], rows: Iterable[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in [header, ["---"] * len(header), *rows]]
    return "\n".join(lines) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", r"\|")
