"""One test a field a fixture: the hand-written pages below ``fixtures`` give what their ``expected.json`` says.

Of ``source`` and ``field_status`` only the keys that a fixture names are compared.
What a less trusted place says instead is in ``places_alone`` of its ``meta.json``.
"""

from __future__ import annotations

from functools import cache

import pytest
from fixture_pages import ABOUT_THE_READING, FIXTURES, Fixture, Record, alone, plain

from filmspider.items import Rejection, Title
from filmspider.layouts import LAYOUTS
from filmspider.parsing import parse_page

NOT_A_TITLE = "not_a_title"
LAYOUT = {layout.name: layout for layout in LAYOUTS}


@cache
def fixture_at(name: str) -> Fixture:
    return Fixture(FIXTURES / name)


@cache
def parsed(fixture: str) -> Title | Rejection:
    return parse_page(fixture_at(fixture).page)


@cache
def record(fixture: str) -> Record:
    title = parsed(fixture)
    assert isinstance(title, Title), title
    return plain(title)


def folders() -> list[str]:
    return sorted(path.parent.relative_to(FIXTURES).as_posix() for path in FIXTURES.glob("*/*/expected.json"))


TITLES = [folder for folder in folders() if not folder.startswith(NOT_A_TITLE)]
OTHERS = [folder for folder in folders() if folder.startswith(NOT_A_TITLE)]
FIELDS = [
    pytest.param(fixture, field, id=f"{fixture}::{field}")
    for fixture in TITLES
    for field in fixture_at(fixture).expected
]


@pytest.mark.parametrize(("fixture", "field"), FIELDS)
def test_field(fixture, field):
    expected, found = fixture_at(fixture).expected[field], record(fixture).get(field)
    if field == "problems":
        assert [problem for problem in expected if problem not in found] == []
    elif field in ABOUT_THE_READING:
        assert {key: found.get(key) for key in expected} == expected
    else:
        assert found == expected


@pytest.mark.parametrize("fixture", TITLES)
def test_nothing_else_is_filled(fixture):
    assert set(record(fixture)) - ABOUT_THE_READING - set(fixture_at(fixture).expected) == set()


@pytest.mark.parametrize("fixture", TITLES)
def test_there_is_no_other_problem(fixture):
    expected = fixture_at(fixture).expected.get("problems", [])
    assert [problem for problem in record(fixture).get("problems", []) if problem not in expected] == []


@pytest.mark.parametrize("fixture", TITLES)
def test_what_is_filled_is_on_the_layout(fixture):
    states = record(fixture)["field_status"]
    assert {field for field, state in states.items() if state == "not_on_layout"} & set(record(fixture)) == set()


@pytest.mark.parametrize("fixture", TITLES)
def test_source_names_the_layout_and_the_time_of_capture(fixture):
    source, meta = record(fixture)["source"], fixture_at(fixture).meta
    assert (source["layout"], source["captured_at"]) == (fixture.split("/")[0], meta["captured_at"])


@pytest.mark.parametrize("fixture", TITLES)
def test_every_place_alone_says_what_is_expected_or_known_of_it(fixture):
    one = fixture_at(fixture)
    layout = LAYOUT[one.layout]
    view = layout.view(one.page)
    said = [(rule, value) for rule in layout.rules if (value := alone(rule, view)) is not None]
    assert [(rule.key, value) for rule, value in said if not one.is_said(rule.field, value)] == []


@pytest.mark.parametrize("fixture", OTHERS)
def test_page_that_is_no_title_is_rejected(fixture):
    rejection = parsed(fixture)
    assert isinstance(rejection, Rejection), rejection
    assert rejection.reason == fixture_at(fixture).expected["reason"]


@pytest.mark.parametrize("fixture", folders())
def test_fixture_says_what_it_shows(fixture):
    assert {"address", "captured_at", "note"} <= set(fixture_at(fixture).meta)
