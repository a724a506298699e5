"""One test a field a fixture: the hand-written pages below ``fixtures`` give what their ``expected.json`` says.

Of ``source`` and ``field_status`` only the keys that a fixture names are compared, of ``problems`` only the entries.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
NOT_A_TITLE = "not_a_title"
ABOUT_THE_READING = {"source", "field_status", "problems"}
KNOWN_OF_PAGE = ("address", "captured_at", "status", "charset")

Record = dict[str, Any]


@cache
def read_json(fixture: str, name: str) -> Record:
    return json.loads((FIXTURES / fixture / name).read_text(encoding="utf-8"))


@cache
def parsed(fixture: str) -> Title | Rejection:
    path = next((FIXTURES / fixture).glob("page.*"))
    meta = read_json(fixture, "meta.json")
    known = {key: meta[key] for key in KNOWN_OF_PAGE if key in meta}
    page = Page.unpack(path.read_bytes(), uri=path.name, captured_from="argument", **known)
    return parse_page(page)


def stated(value: Any) -> Any:
    """*value* without what is not stated in it, at any depth: null and empty lists."""
    if isinstance(value, dict):
        kept = {key: stated(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part is not None and part != []}
    return [stated(part) for part in value] if isinstance(value, list) else value


@cache
def record(fixture: str) -> Record:
    title = parsed(fixture)
    assert isinstance(title, Title), title
    return stated(title.model_dump(mode="json"))


def folders() -> list[str]:
    return sorted(path.parent.relative_to(FIXTURES).as_posix() for path in FIXTURES.glob("*/*/expected.json"))


TITLES = [folder for folder in folders() if not folder.startswith(NOT_A_TITLE)]
OTHERS = [folder for folder in folders() if folder.startswith(NOT_A_TITLE)]
FIELDS = [
    pytest.param(fixture, field, id=f"{fixture}::{field}")
    for fixture in TITLES
    for field in read_json(fixture, "expected.json")
]


@pytest.mark.parametrize(("fixture", "field"), FIELDS)
def test_field(fixture, field):
    expected, found = read_json(fixture, "expected.json")[field], record(fixture).get(field)
    if field == "problems":
        assert [problem for problem in expected if problem not in found] == []
    elif field in ABOUT_THE_READING:
        assert {key: found.get(key) for key in expected} == expected
    else:
        assert found == expected


@pytest.mark.parametrize("fixture", TITLES)
def test_nothing_else_is_filled(fixture):
    assert set(record(fixture)) - ABOUT_THE_READING - set(read_json(fixture, "expected.json")) == set()


@pytest.mark.parametrize("fixture", TITLES)
def test_what_is_filled_is_on_the_layout(fixture):
    states = record(fixture)["field_status"]
    assert {field for field, state in states.items() if state == "not_on_layout"} & set(record(fixture)) == set()


@pytest.mark.parametrize("fixture", TITLES)
def test_source_names_the_layout_and_the_time_of_capture(fixture):
    source, meta = record(fixture)["source"], read_json(fixture, "meta.json")
    assert (source["layout"], source["captured_at"]) == (fixture.split("/")[0], meta["captured_at"])


@pytest.mark.parametrize("fixture", OTHERS)
def test_page_that_is_no_title_is_rejected(fixture):
    rejection = parsed(fixture)
    assert isinstance(rejection, Rejection), rejection
    assert rejection.reason == read_json(fixture, "expected.json")["reason"]


@pytest.mark.parametrize("fixture", folders())
def test_fixture_says_what_it_shows(fixture):
    assert {"address", "captured_at", "note"} <= set(read_json(fixture, "meta.json"))
