"""The fields of a record as data: name, meaning, kind and parts, read off the JSON Schema.

Whatever is generated from the record's models (tables, dictionary, metadata of exports) is generated from these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from filmspider.schema import title_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind = Literal["string", "integer", "number", "boolean", "object", "map"]

_LIMITS = ("pattern", "minLength", "minimum", "maximum", "enum")


@dataclass(frozen=True)
class Field:
    """A key of a record or of a part of one."""

    name: str
    """The key."""
    kind: Kind
    """What its value is, or each of its values; a ``map`` has fields as keys and text as values."""
    meaning: str = ""
    """What it says, in which unit and form."""
    nullable: bool = False
    """Whether it may be null."""
    many: bool = False
    """Whether it is a list."""
    parts: tuple[Field, ...] = ()
    """Of an object: its keys."""
    limits: Mapping[str, Any] = field(default_factory=dict)
    """What JSON Schema demands of each value: ``pattern``, ``minimum``, ``enum`` and the like."""


@cache
def record_fields() -> tuple[Field, ...]:
    """Return the fields of a record, in the order of its keys.

    >>> rating = next(field for field in record_fields() if field.name == "rating")
    >>> rating.kind, rating.nullable, rating.meaning, rating.limits
    ('number', True, 'Mean user rating, of 10.', {'minimum': 0, 'maximum': 10})
    """
    schema = title_schema()
    return _parts(schema, schema["$defs"])


def leaves(fields: tuple[Field, ...] | None = None, above: tuple[Field, ...] = ()) -> Iterator[tuple[Field, ...]]:
    """Yield the way to each value that has no parts, beginning with the record's own field.

    >>> [".".join(field.name for field in way) for way in leaves()][8:13]
    ['episode.series_id', 'episode.series_title', 'episode.season', 'episode.episode', 'rating']
    """
    for each in record_fields() if fields is None else fields:
        if each.parts:
            yield from leaves(each.parts, (*above, each))
        else:
            yield (*above, each)


def _parts(schema: Mapping[str, Any], models: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(_field(name, described, models) for name, described in schema["properties"].items())


def _field(name: str, described: Mapping[str, Any], models: Mapping[str, Any]) -> Field:
    choices = described.get("anyOf", [described])
    value = next(choice for choice in choices if choice.get("type") != "null")
    many = value.get("type") == "array"
    value = value["items"] if many else value
    model = models[value["$ref"].rpartition("/")[2]] if "$ref" in value else value
    parts = _parts(model, models) if "properties" in model else ()
    return Field(
        name=name,
        kind="map" if "additionalProperties" in model and not parts else model["type"],
        meaning=_plain(described.get("description") or model["description"]),
        nullable=len(choices) > 1,
        many=many,
        parts=parts,
        limits=_limits(model),
    )


def _limits(model: Mapping[str, Any]) -> dict[str, Any]:
    values = model.get("additionalProperties") or model
    return {name: values[name] for name in _LIMITS if name in values}


def _plain(docstring: str) -> str:
    """Return a docstring as one line in Markdown, which most readers of metadata show."""
    return " ".join(docstring.replace("``", "`").split())
