"""The record as a type of msgspec: what decodes a line of a dataset, and holds it against the schema, in one pass."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

import msgspec

from filmspider.fields import Field, record_fields

_KINDS = {"string": str, "integer": int, "number": float, "boolean": bool}
_LIMITS = {"pattern": "pattern", "minLength": "min_length", "minimum": "ge", "maximum": "le"}
_INT64 = {"ge": -(2**63), "le": 2**63 - 1}
"""What integers are in every format that a dataset is exported to."""


@cache
def record_type() -> type[msgspec.Struct]:
    r"""Return the type of a record: all keys and no others, each value as the schema has it.

    >>> msgspec.json.decode(b'{"imdb_id": "nm0000001"}', type=record_type())
    Traceback (most recent call last):
    msgspec.ValidationError: Expected `str` matching regex '^tt\\d{7,}$' - at `$.imdb_id`
    """
    return _struct("Record", record_fields())


def _struct(name: str, fields: tuple[Field, ...]) -> type[msgspec.Struct]:
    return msgspec.defstruct(name, [(each.name, _type(each)) for each in fields], forbid_unknown_fields=True)


def _type(field: Field) -> Any:
    value: Any = _struct(field.name, field.parts) if field.parts else _value(field)
    value = list[value] if field.many else value
    return value | None if field.nullable else value


def _value(field: Field) -> Any:
    limits = dict(field.limits)
    choices = limits.pop("enum", None)
    if choices is None:
        bounds = _INT64 if field.kind == "integer" else {}
        return Annotated[_KINDS[field.kind], msgspec.Meta(**bounds | {_LIMITS[name]: limits[name] for name in limits})]
    value: Any = Literal[tuple(choices)]
    return dict[str, value] if field.kind == "map" else value
