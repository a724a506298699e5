from __future__ import annotations

import itertools
import json

import pytest

from filmspider.exceptions import OutputError
from filmspider.items import Rejection, Title
from filmspider.output import Output
from filmspider.pages import Page


def title(imdb_id="tt0000001", captured_at=None, sha256="a" * 64, uri="a.html", **fields):
    source = {"uri": uri, "layout": "title2015", "media": "html", "captured_at": captured_at, "sha256": sha256}
    return Title.model_validate({"imdb_id": imdb_id, "title": "x", "source": source | {"extractor": "1"}} | fields)


@pytest.fixture
def output(tmp_path):
    opened = Output(tmp_path / "out", keep="latest", fingerprint="f")
    yield opened
    opened.close()


def published(output):
    output.publish()
    return [json.loads(line) for line in output.titles_path.read_bytes().splitlines()]


CAPTURES = [
    title(captured_at=None, uri="1"),
    title(captured_at="2017", uri="2"),
    title(captured_at="2018-01-02", uri="3", sha256="b" * 64),
    title(captured_at="2018-01-02", uri="5", sha256="c" * 64),
    title(captured_at="2018-01-02", uri="4", sha256="c" * 64),
]


@pytest.mark.parametrize("order", list(itertools.permutations(CAPTURES))[::7])
def test_best_capture_stands_whatever_the_order(output, order):
    for each in order:
        output.add(each)
    assert [row["source"]["uri"] for row in published(output)] == ["4"]
    assert output.duplicates == 4


def test_beaten_is_said_before_it_is_added(output):
    output.add(CAPTURES[2])
    assert [output.beaten(each) for each in CAPTURES] == [True, True, True, False, False]


def test_records_without_an_id_go_by_title_year_and_type(output):
    named = (
        {"title": "Café"},
        {"title": "CAFÉ"},
        {"title": "Café", "year": 1999},
        {"title": "Café", "title_type": "short"},
    )
    for number, fields in enumerate(named):
        output.add(title(None, uri=str(number), **fields))
    output.add(title())
    assert [(row["imdb_id"], row["year"], row["title_type"]) for row in published(output)] == [
        ("tt0000001", None, "movie"),
        (None, None, "movie"),
        (None, None, "short"),
        (None, 1999, "movie"),
    ]


def test_identical_bytes_are_wanted_once(output):
    pages = [
        Page(b"x", uri="1"),
        Page(b"x", uri="2"),
        Page(b"x", uri="3", captured_at="2018"),
        Page(b"y", uri="4"),
    ]
    assert [output.wants(page) for page in pages] == [True, False, True, True]
    assert (output.pages, output.duplicates) == (4, 1)


def test_rejections_are_sorted_by_uri(output):
    for uri in ("b", "a", "c"):
        output.add(Rejection(reason="empty", uri=uri))
    output.publish()
    assert [json.loads(line)["uri"] for line in output.rejected_path.read_bytes().splitlines()] == ["a", "b", "c"]


@pytest.mark.usefixtures("output")
def test_second_writer_is_told(tmp_path):
    with pytest.raises(OutputError, match="another run is writing"):
        Output(tmp_path / "out", keep="latest", fingerprint="f")


def test_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        Output(tmp_path / "file", keep="latest", fingerprint="f")


def test_journal_stays_until_published(tmp_path):
    for publish in (False, True):
        output = Output(tmp_path / "out", keep="latest", fingerprint="f")
        page = Page(b"x", uri="a.html")
        assert output.wants(page) is not publish
        if not publish:
            output.add(title(sha256=page.sha256))
        else:
            output.publish()
        output.close()
        assert (tmp_path / "out" / ".journal.jsonl").exists() is not publish
    assert len((tmp_path / "out" / "titles.jsonl").read_bytes().splitlines()) == 1
