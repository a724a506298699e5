from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.schema import title_schema

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAGES = sorted(path for path in FIXTURES.glob("*/*/page.*") if path.parts[-3] != "not_a_title")


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(title_schema())
    return jsonschema.Draft202012Validator(title_schema())


@pytest.mark.parametrize("path", PAGES, ids=[path.parent.relative_to(FIXTURES).as_posix() for path in PAGES])
def test_record_of_fixture_is_valid(path, validator):
    record = parse_page(Page.unpack(path.read_bytes(), uri=path.name))
    assert isinstance(record, Title)
    validator.validate(json.loads(record.model_dump_json()))


@pytest.mark.parametrize(
    "broken",
    [
        {"year": "2009"},
        {"title": None},
        {"imdb_id": "2009"},
        {"rating": 11},
        {"nonesuch": 1},
        {"countries": [{"code": "uk"}]},
    ],
)
def test_broken_record_is_not(broken, validator):
    record = json.loads(parse_page(Page.unpack(PAGES[0].read_bytes(), uri="x")).model_dump_json())
    assert not validator.is_valid(record | broken)


def test_every_key_is_required_and_described():
    schema = title_schema()
    assert schema["required"] == list(Title.model_fields)
    for part in (schema, *schema["$defs"].values()):
        for name, field in part.get("properties", {}).items():
            assert {"description", "$ref"} & set(field), name  # pydantic drops one that its model has too


def test_schema_command_prints_and_writes(run, tmp_path):
    printed, written = run("schema"), run("schema", "-o", tmp_path / "schema.json")
    assert (printed.exit_code, written.exit_code, written.output) == (0, 0, "")
    assert json.loads(printed.stdout) == json.loads((tmp_path / "schema.json").read_text()) == title_schema()


def test_schema_that_cannot_be_written(run, tmp_path):
    done = run("schema", "--output", tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"filmspider: cannot write {tmp_path}: Is a directory\n"
