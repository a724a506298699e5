from __future__ import annotations

import json
from pathlib import Path

import pytest

from filmspider.agreement import COMPARED, DIFFERS, findings
from filmspider.items import Budget, Country, Credit, Language, Problem, Runtime, Source, Title
from filmspider.parsing import parse_page
from filmspider.sources import open_sources

EDITS = Path(__file__).with_name("agreement_edits.json")


def title(day="2016-01-01", layout="title2010", **stated):
    source = Source(uri=f"{day}.html", layout=layout, media="html", captured_at=day, sha256="0" * 64, extractor="0")
    status = stated.pop("field_status", {})
    return Title.model_validate(
        {"imdb_id": "tt9000001", "title": "The Salt Lantern", "source": source, "field_status": status, "problems": []}
        | stated
    )


def differing(*titles):
    return [finding.field for finding in findings(titles) if finding.code == DIFFERS]


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("title", {}, {"title": "The Pepper Lantern", "original_title": "The Salt Lantern II"}),
        ("original_title", {"original_title": "Das Licht"}, {"original_title": "Das Salz"}),
        ("original_title", {"original_title": "Das Licht"}, {}),
        ("title_type", {}, {"title_type": "tv_movie"}),
        ("year", {"year": 2016}, {"year": 2017}),
        ("runtime_minutes", {"runtime_minutes": 118}, {"runtime_minutes": 124}),
        ("directors", {"directors": [Credit(name="Jo Li")]}, {"directors": [Credit(name="Jo Lee")]}),
        (
            "directors",
            {"directors": [Credit(name="Jo Li", imdb_id="nm9000001")]},
            {"directors": [Credit(name="Jo Li", imdb_id="nm9000001"), Credit(name="Ann", imdb_id="nm9000002")]},
        ),
        (
            "countries",
            {"countries": [Country(code="FR", name="France")]},
            {"countries": [Country(code="NO", name="N")]},
        ),
        (
            "languages",
            {"languages": [Language(code="fr", name="French")]},
            {"languages": [Language(code="no", name="Norwegian")]},
        ),
        (
            "budget",
            {"budget": Budget(amount=1, currency="USD", estimated=True, raw="$1")},
            {"budget": Budget(amount=2, currency="EUR", estimated=True, raw="EUR2")},
        ),
    ],
)
def test_captures_that_differ(field, old, new):
    assert field in differing(title(**old), title("2018-01-01", **new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {"title": "Фонарь", "original_title": "The Salt Lantern"}),
        ({"title": "La lanterne", "original_title": "Das Licht"}, {"title": "Фонарь", "original_title": "Das Licht"}),
        ({"year": 2016}, {}),
        ({"directors": [Credit(name="Jo Li", imdb_id="nm9000001")]}, {"directors": [Credit(name="Jo Li")]}),
        (
            {"directors": [Credit(name="Jo Li", imdb_id="nm9000001")]},
            {"directors": [Credit(name="Jo Lee", imdb_id="nm9000001")]},
        ),
        (
            {"countries": [Country(code="FR", name="France"), Country(code="DE", name="West Germany")]},
            {"countries": [Country(code="DE", name="Germany"), Country(code="FR", name="France")]},
        ),
        ({"original_title": "Das Licht"}, {"field_status": {"original_title": "not_on_layout"}}),
        ({"runtime_minutes": 118}, {"runtime_minutes": 124, "field_status": {"runtime_minutes": "unparsed"}}),
        ({"year": 2016}, {"year": 2017, "imdb_id": "tt9000002"}),
        ({"year": 2016, "imdb_id": None}, {"year": 2017, "imdb_id": None}),
        (
            {"budget": Budget(amount=1, currency="USD", estimated=True, raw="$1")},
            {"budget": Budget(amount=2, currency="USD", estimated=True, raw="$2")},
        ),
    ],
)
def test_captures_that_agree(old, new):
    assert differing(title(**old), title("2018-01-01", **new)) == []


def test_each_capture_is_held_against_the_one_before_it_that_states_the_field():
    titles = [title("2018-01-01", year=2017), title("2017-01-01"), title("2016-01-01", year=2016)]
    (finding,) = findings(titles)
    assert (finding.detail, finding.imdb_id) == ("2016 / 2017", "tt9000001")
    assert [capture.captured_at for capture in finding.captures] == ["2016-01-01", "2018-01-01"]


def test_findings_of_one_page():
    problems = [
        Problem(code="unparsed", field="budget", detail="a fortune"),
        Problem(code="conflict", field="year", detail="2016 / 2017"),
        Problem(code="rounded", field="rating_count", detail="1.2K"),
    ]
    found = list(findings([title(year=2016, end_year=2010, problems=problems)]))
    assert [(finding.code, finding.field) for finding in found] == [
        ("unparsed", "budget"),
        ("conflict", "year"),
        ("implausible", "end_year"),
    ]
    assert found[0].captures[0].layout == "title2010"


def test_runtimes_are_compared_by_the_first():
    runtimes = [Runtime(minutes=118), Runtime(minutes=124)]
    assert differing(title(runtimes=runtimes, runtime_minutes=118), title("2018-01-01", runtime_minutes=118)) == []


@pytest.fixture(scope="module")
def of_corpus(corpus):
    items = [parse_page(page) for page in open_sources([str(corpus / "pages"), str(corpus / "text")])]
    return list(findings(item for item in items if isinstance(item, Title)))


def test_pages_of_one_title_agree_but_for_true_edits(of_corpus):
    edits = json.loads(EDITS.read_text(encoding="utf-8"))
    expected = sorted((edit["imdb_id"], edit["field"], edit["old"], edit["new"]) for edit in edits)
    found = sorted(
        (finding.imdb_id, finding.field, *(capture.value for capture in finding.captures))
        for finding in of_corpus
        if finding.code == DIFFERS
    )
    assert found == expected


def test_places_of_one_page_agree_and_are_understood(of_corpus):
    assert [finding for finding in of_corpus if finding.code not in {DIFFERS, "implausible"}] == []


def test_fields_of_a_record_are_compared():
    assert set(COMPARED) < set(Title.model_fields)
