from __future__ import annotations

import gzip
import json

import pytest

from filmspider.cli.record_table import readable

FILM = "title2015/feature-film-2018/page.html"


def test_table_shows_fields_for_people(run, fixtures):
    done = run("inspect", fixtures / FILM)
    text = " ".join(done.output.split())
    assert done.exit_code == 0
    assert "│ title │ The Salt Lantern │" in text
    assert "amount 18000000 · EUR · estimated" in text
    assert "Not on the page: disambiguation" in text


def test_table_shows_status_and_problems(run, fixtures, tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes((fixtures / FILM).read_bytes().replace(b"EUR18,000,000", b"a [b]fortune[/b] :moneybag:"))
    line = next(line for line in run("inspect", page).output.splitlines() if "│ budget" in line)
    assert "unparsed" in line
    assert "a [b]fortune[/b] :moneybag:" in line


def test_json_is_the_record(run, fixtures):
    done = run("inspect", "--json", fixtures / FILM)
    record = json.loads(done.stdout)
    assert (done.exit_code, record["imdb_id"]) == (0, "tt9000001")
    assert list(record)[:3] == ["imdb_id", "title_type", "title"]


def test_standard_input_may_be_packed(run, fixtures):
    done = run("inspect", "-", "--json", input=gzip.compress((fixtures / FILM).read_bytes()))
    assert json.loads(done.stdout)["source"]["uri"] == "-"


def test_page_of_a_source(run, fixtures):
    done = run("inspect", fixtures, "--page", "spanish", "--json")
    assert "spanish" in json.loads(done.stdout)["source"]["uri"]


def test_rejection_prints_its_reason(run, fixtures):
    done = run("inspect", fixtures / "not_a_title" / "person" / "page.html")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "rejected as other_page (person)" in done.stderr


def test_rejection_as_json(run, fixtures):
    done = run("inspect", "--json", fixtures / "not_a_title" / "captcha" / "page.html")
    assert (done.exit_code, json.loads(done.stdout)["reason"]) == (2, "blocked")


def test_undecodable_file_is_a_rejection(run, tmp_path):
    (tmp_path / "torn.html.gz").write_bytes(b"\x1f\x8bnothing")
    done = run("inspect", tmp_path / "torn.html.gz")
    assert done.exit_code == 2
    assert "rejected as undecodable" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonesuch.html"], "no such file or folder: nonesuch.html"),
        (["https://www.imdb.com/title/tt0111161/"], "use filmspider crawl https://"),
        ([".", "--page", "nonesuch page"], "no page of . has nonesuch page"),
    ],
)
def test_set_up_errors(run, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    done = run("inspect", *arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (7.7, "7.7"),
        (False, "False"),
        ("a\x1b[31mb", "a[31mb"),
        ("x" * 301, "x" * 300 + " [cut here]"),
        (["Drama", "War"], "Drama, War"),
        ([1, 2], "1, 2"),
        (["x" * 40, "y"], "x" * 40 + "\ny"),
        ([{"a": n} for n in range(10)], "\n".join(f"a {n}" for n in range(8)) + "\n[and 2 more]"),
        ({"wins": 0, "total": False, "text": "Won", "notes": []}, "wins 0 · not total · Won"),
    ],
)
def test_readable(value, text):
    assert readable(value) == text
