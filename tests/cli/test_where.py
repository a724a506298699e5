from __future__ import annotations

import json

import pytest

FILM = "title2015/feature-film-2018/page.html"


@pytest.fixture
def changed(fixtures, tmp_path):
    """Write the film's page with some of its bytes replaced."""

    def write(old, new):
        path = tmp_path / "page.html"
        path.write_bytes((fixtures / FILM).read_bytes().replace(old, new))
        return path

    return write


def rows(output):
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in output.splitlines() if "│" in line]


def test_every_place_of_a_field_is_shown_with_its_raw_string_and_value(run, fixtures):
    done = run("inspect", "--where", fixtures / FILM)
    assert done.exit_code == 0
    assert ["year", "heading: h1/span[@id='titleYear']", "(2016)", "2016"] in rows(done.output)
    assert ["", "head: title", "The Salt Lantern (2016) - IMDb", "2016"] in rows(done.output)


def test_what_was_not_understood_is_shown_with_the_status(run, changed):
    found = rows(run("inspect", "--where", changed(b"EUR18,000,000", b"a [b]fortune[/b]")).output)
    at = next(number for number, row in enumerate(found) if row[0] == "budget")
    assert found[at][1:3] == ['details: "Budget:"', "a [b]fortune[/b] (estimated)"]
    assert found[at][3].startswith("not understood: a [b]fortune")
    assert "[unparsed]" in [row[0] for row in found[at : at + 3]]


def test_record_is_shown_where_it_is_not_what_the_first_place_gives(run, fixtures):
    text = " ".join(run("inspect", "--where", fixtures / FILM).output.split())
    assert "does not count: another place has it" in text
    assert "in the record:" in text


def test_json_has_a_line_for_each_place(run, fixtures):
    lines = [json.loads(line) for line in run("inspect", "--where", "--json", fixtures / FILM).stdout.splitlines()]
    budget = next(line for line in lines if line["field"] == "budget")
    assert list(budget) == ["field", "place", "raw", "values", "unparsed", "counts"]
    assert budget["values"][0]["currency"] == "EUR"
    assert lines[0]["field"] == "imdb_id"


def test_rejected_page(run, fixtures):
    done = run("inspect", "--where", fixtures / "not_a_title" / "captcha" / "page.html")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "rejected as blocked" in done.stderr


def test_rejected_page_of_a_known_layout_still_shows_what_was_found(run, changed):
    done = run("inspect", "--where", changed(b'content="tt9000001"', b'content="tt9000009"'))
    assert done.exit_code == 2
    assert "rejected as id_mismatch" in done.stderr
    assert {row[-1] for row in rows(done.stdout)} >= {"tt9000001", "tt9000009"}
