from __future__ import annotations

import json

import pytest

FILM = "title2015/feature-film-2018/page.html"


@pytest.fixture
def captures(fixtures, tmp_path):
    """A folder with two captures of a film, of which the second has some bytes replaced."""

    def write(old, new):
        body = (fixtures / FILM).read_bytes()
        assert old in body
        (tmp_path / "page_2018-01-01.html").write_bytes(body)
        (tmp_path / "page_2019-01-01.html").write_bytes(body.replace(old, new))
        return tmp_path

    return write


def test_nothing_found(run, fixtures):
    done = run("check", fixtures / FILM)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "findings: 0, records: 1, pages rejected: 0\n"


def test_findings_as_a_table(run, captures):
    done = run("check", captures(b"EUR18,000,000", b"a [b]fortune[/b]"))
    text = " ".join(done.stdout.split())
    assert done.exit_code == 2
    assert "unparsed │ tt9000001 │ budget │ a [b]fortune[/b] (estimated)" in text
    assert "title2015 2019-01-01" in text
    assert done.stderr == "findings: 1, records: 2, pages rejected: 0\n"


def test_captures_that_differ_as_json(run, captures):
    done = run("check", "--json", captures(b"EUR18,000,000", b"$18,000,000"))
    (finding,) = map(json.loads, done.stdout.splitlines())
    assert (done.exit_code, finding["code"], finding["field"]) == (2, "differs", "budget")
    assert [(each["captured_at"], each["value"]) for each in finding["captures"]] == [
        ("2018-01-01", ["EUR"]),
        ("2019-01-01", ["USD"]),
    ]


def test_sources_without_any_record(run, fixtures):
    done = run("check", fixtures / "not_a_title")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "findings: 0, records: 0" in done.stderr


@pytest.mark.parametrize(
    ("source", "message"),
    [("nonesuch.html", "no such file"), ("https://example.org/title/tt0000001/", "only saved pages")],
)
@pytest.mark.parametrize("command", ["check", "rules", "labels"])
def test_set_up_errors(run, command, source, message):
    done = run(command, source)
    assert (done.exit_code, done.stdout) == (1, "")
    assert message in done.stderr
