"""The schema changes with its version only, and a minor version misleads no reader of the one before it."""

from __future__ import annotations

import copy
import json
from itertools import pairwise

import pytest

from filmspider.items import SCHEMA_VERSION
from filmspider.schema import title_schema

WORDS = {"description", "title", "default", "$id"}
LOWER, UPPER = ("minimum", "minLength"), ("maximum", "maxLength")


@pytest.fixture(scope="module")
def kept(fixtures):
    """The kept schemas by version, the oldest first."""
    paths = (fixtures.parent / "docs" / "schemas").glob("title-*.json")
    schemas = {path.stem.removeprefix("title-"): json.loads(path.read_text(encoding="utf-8")) for path in paths}
    return dict(sorted(schemas.items(), key=lambda each: [int(part) for part in each[0].split(".")]))


def shape(schema, names=False):
    """A schema without its words, on which no reader's program depends; of *names* every one is kept."""
    if isinstance(schema, list):
        return [shape(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = (key for key in schema if names or key not in WORDS)
    return {key: shape(schema[key], names=key in {"properties", "$defs"} and not names) for key in kept}


def misleads(old, new, where=""):
    """What in *new* a reader of *old* does not expect."""
    for name, before in (old.get("$defs", {}) | old.get("properties", {})).items():
        after = new.get("$defs", {}).get(name) or new.get("properties", {}).get(name)
        yield from misleads(before, after, f"{where}/{name}") if after else [f"{where}/{name} is gone"]
    yield from (f"{where} has another {key}" for key in ("type", "$ref") if old.get(key) != new.get(key))
    yield from _narrower(old, new, where)
    choices, now = old.get("anyOf", []), new.get("anyOf", [])
    if len(choices) != len(now):
        yield f"{where} may be something else"
    for before, after in zip(choices, now, strict=False):
        yield from misleads(before, after, where)
    for key in ("items", "additionalProperties"):
        if isinstance(old.get(key), dict):
            yield from misleads(old[key], new.get(key) or {}, f"{where}/{key}")


def _narrower(old, new, where):
    if gone := set(old.get("enum", ())) - set(new.get("enum", ())):
        yield f"{where} cannot be {', '.join(sorted(gone))}"
    if any(key in new and new[key] > old.get(key, float("-inf")) for key in LOWER):
        yield f"{where} must be more"
    if any(key in new and new[key] < old.get(key, float("inf")) for key in UPPER):
        yield f"{where} must be less"


def test_the_schema_is_that_of_its_version(kept):
    assert SCHEMA_VERSION in kept, "keep the new schema: filmspider schema -o docs/schemas/title-VERSION.json"
    assert shape(kept[SCHEMA_VERSION]) == shape(title_schema()), (
        "the schema has changed: raise SCHEMA_VERSION and keep the new schema, see docs/schema-versions.md"
    )
    assert list(kept)[-1] == SCHEMA_VERSION


def test_kept_schemas_say_their_version(kept):
    for version, schema in kept.items():
        assert schema["$id"] == f"urn:filmspider:title:{version}"


def test_minor_versions_mislead_nobody(kept):
    for (old_version, old), (new_version, new) in pairwise(kept.items()):
        if old_version.split(".")[0] == new_version.split(".")[0]:
            assert list(misleads(old, new)) == []


def changed(change):
    schema = copy.deepcopy(title_schema())
    change(schema)
    return schema


@pytest.mark.parametrize(
    "change",
    [
        lambda schema: schema["properties"].update(sequel={"type": "string"}),
        lambda schema: schema["$defs"]["TitleType"]["enum"].append("opera"),
        lambda schema: schema["$defs"]["Budget"]["properties"]["amount"].pop("minimum"),
    ],
)
def test_what_a_minor_version_may_change(change):
    assert shape(changed(change)) != shape(title_schema())
    assert list(misleads(title_schema(), changed(change))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda schema: schema["properties"].pop("rating"), "/rating is gone"),
        (lambda schema: schema["$defs"]["Aka"]["properties"].pop("notes"), "/Aka/notes is gone"),
        (lambda schema: schema["$defs"]["TitleType"]["enum"].remove("short"), "/TitleType cannot be short"),
        (lambda schema: schema["properties"]["title"].update(type="integer"), "/title has another type"),
        (
            lambda schema: schema["properties"]["genres"]["items"].update(type="integer"),
            "/genres/items has another type",
        ),
        (lambda schema: schema["properties"]["rating"]["anyOf"].pop(), "/rating may be something else"),
        (
            lambda schema: schema["$defs"]["Budget"]["properties"]["amount"].update(minimum=9),
            "/Budget/amount must be more",
        ),
    ],
)
def test_what_takes_a_major_version(change, said):
    assert list(misleads(title_schema(), changed(change))) == [said]


def test_words_are_no_change_of_the_schema():
    schema = changed(lambda schema: schema["properties"]["rating"].update(description="Something clearer."))
    assert shape(schema) == shape(title_schema())
