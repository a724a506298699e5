"""The JSON Schema of the record, made from its models."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from filmspider.items import SCHEMA_VERSION, Title


class _AsWritten(GenerateJsonSchema):
    """Describes records as they are written: with every key, also where a model has a default."""

    def field_is_required(self, *_: Any, **__: Any) -> bool:
        return True


def title_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a line of ``titles.jsonl``.

    >>> schema = title_schema()
    >>> schema["$id"], schema["required"][:3]
    ('urn:filmspider:title:1.0', ['imdb_id', 'title_type', 'title'])
    """
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:filmspider:title:{SCHEMA_VERSION}",
        **Title.model_json_schema(mode="serialization", schema_generator=_AsWritten),
    }
