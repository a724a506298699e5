from __future__ import annotations

import json

import pytest
from test_output import opened, outcome
from typer.testing import CliRunner

from filmspider.cli import app
from filmspider.exceptions import NoRunError, UnknownArgumentError
from filmspider.timelines import changes, field_called, series, timelines

CAPTURES = [
    ("2016", {"rating": 6.0, "rating_count": 10}),
    ("2018", {"rating": 7.0, "rating_count": 10, "grosses": [{"amount": 5, "currency": "USD"}]}),
    ("2019", {"rating": 7.0, "field_status": {"grosses": "not_on_layout"}}),
    ("2020", {"rating": 7.5, "rating_count": 30, "grosses": [{"amount": 9, "currency": "USD"}]}),
]


@pytest.fixture
def run(tmp_path):
    """The folder of a run that has read four captures of a title and one of another."""
    with opened(tmp_path) as output:
        for number, (date, fields) in enumerate(reversed(CAPTURES)):
            output.add(outcome(captured_at=date, sha256=str(number) * 64, uri=f"{date}.html", **fields))
        output.add(outcome("tt0000002", captured_at="2017", sha256="f" * 64, uri="other.html"))
        output.publish()
    return tmp_path


def told(moments):
    return [(moment.captured_at, moment.field, moment.old, moment.new) for moment in moments]


def test_captures_that_were_not_published_are_there(run):
    assert [[each.source["captured_at"] for each in captures] for captures in timelines(run)] == [
        ["2016", "2018", "2019", "2020"],
        ["2017"],
    ]
    assert [len(captures) for captures in timelines(run, "tt0000002")] == [1]


def test_without_a_journal_the_dataset_is_read(run):
    (run / ".journal.jsonl").unlink()
    assert [[each.source["captured_at"] for each in captures] for captures in timelines(run)] == [["2020"], ["2017"]]
    assert [len(captures) for captures in timelines(run, "tt0000002")] == [1]


def test_what_changed(run):
    (captures,) = timelines(run, "tt0000001")
    assert told(changes(captures)) == [
        ("2018", "rating", 6.0, 7.0),
        ("2018", "grosses", [], [gross(5)]),
        ("2019", "rating_count", 10, None),
        ("2020", "rating", 7.0, 7.5),
        ("2020", "rating_count", None, 30),
    ], "the page of 2019 has no room for takings"


def gross(amount):
    return {"amount": amount, "currency": "USD", "area": None, "as_of": None, "raw": None}


def test_series(run):
    (captures,) = timelines(run, "tt0000001")
    values = [(moment.captured_at, moment.new[0]["amount"], moment.uri) for moment in series(captures, "grosses")]
    assert values == [("2018", 5, "2018.html"), ("2020", 9, "2020.html")]


@pytest.mark.parametrize("name", ["rat", "x", "g"])
def test_field_that_cannot_be_told(name):
    with pytest.raises(UnknownArgumentError, match="which field"):
        field_called(name)


def test_no_run(tmp_path):
    with pytest.raises(NoRunError):
        list(timelines(tmp_path))


def test_command(run):
    result = CliRunner().invoke(app, ["history", str(run), "--id", "tt0000001", "--field", "gross", "--json"])
    assert [json.loads(line)["new"][0]["amount"] for line in result.stdout.splitlines()] == [5, 9]
    shown = CliRunner().invoke(app, ["history", str(run)], env={"COLUMNS": "120"}).stdout
    assert "rating_count" in shown
    assert "7.5" in shown
