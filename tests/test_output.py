from __future__ import annotations

import itertools
import json
from contextlib import closing

import msgspec
import pytest

from filmspider.exceptions import OutputError
from filmspider.items import Rejection, Title
from filmspider.outcomes import Capture, Outcome, outcome_of, rejected
from filmspider.output import Output


def outcome(imdb_id="tt0000001", captured_at="", sha256="a" * 64, uri="a.html", **fields):
    source = {"uri": uri, "layout": "title2015", "media": "html", "captured_at": captured_at or None, "sha256": sha256}
    title = Title.model_validate({"imdb_id": imdb_id, "title": "x", "source": source | {"extractor": "1"}} | fields)
    return Outcome(Capture(uri, sha256, captured_at), imdb_id, None, msgspec.Raw(title.model_dump_json().encode()))


def opened(folder, *, keep="latest", identity="i", update=False):
    return closing(Output(folder, keep=keep, identity=identity, update=update))


@pytest.fixture
def output(tmp_path):
    with opened(tmp_path / "out") as output:
        yield output


def lines(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def published(output, sources=()):
    output.publish(sources)
    return [row["source"]["uri"] for row in lines(output.titles_path)]


def give(output, *captures):
    """Offer pages as a run does, and return those that had to be read."""
    wanted = [capture for capture in captures if output.wants(capture)]
    for each in wanted:
        output.add(outcome(captured_at=each.captured_at, sha256=each.sha256, uri=each.uri))
    return [each.uri for each in wanted]


CAPTURES = [
    outcome(uri="1"),
    outcome(captured_at="2017", uri="2"),
    outcome(captured_at="2018-01-02", uri="3", sha256="b" * 64),
    outcome(captured_at="2018-01-02", uri="5", sha256="c" * 64),
    outcome(captured_at="2018-01-02", uri="4", sha256="c" * 64),
]


@pytest.mark.parametrize("order", list(itertools.permutations(CAPTURES))[::7])
def test_best_capture_stands_whatever_the_order(output, order):
    for each in order:
        output.add(each)
    assert published(output) == ["4"]
    assert output.duplicates == 4


def test_better_is_said_before_it_is_added(output):
    output.add(CAPTURES[2])
    assert [output.has_better(each) for each in CAPTURES] == [True, True, False, False, False]


def test_identical_content_is_wanted_once(output):
    pages = [
        Capture("2", "a" * 64),
        Capture("1", "a" * 64, "2018"),
        Capture("3", "b" * 64),
        Capture("4", "a" * 64, address="http://elsewhere/"),
        Capture("2", "a" * 64),
    ]
    assert [output.wants(page) for page in pages] == [True, False, True, True, False]
    for page in (pages[0], pages[2], pages[3]):
        output.add(outcome(sha256=page.sha256, uri=page.uri))
    assert published(output) == ["1"], "the one of which the time is known"
    assert lines(output.titles_path)[0]["source"]["captured_at"] == "2018"
    assert (output.pages, output.duplicates) == (5, 4)


def test_content_that_is_there_is_not_read_again(output):
    assert give(output, Capture("b", "a" * 64)) == ["b"]
    assert give(output, Capture("a", "a" * 64)) == []
    assert published(output) == ["a"], "whichever of the two was read"


def test_duplicates_say_what_they_are_of(output):
    for each in CAPTURES:
        output.add(each)
    output.publish()
    told = [(row["uri"], row["why"], row["kept"]) for row in lines(output.duplicates_path)]
    assert told == [(uri, "older_capture", "4") for uri in ("1", "2", "3")] + [("5", "same_bytes", "4")]


def test_rejections_are_sorted_by_uri_and_given_once(output):
    for uri, sha256 in (("b", "1"), ("a", "2"), ("c", "2")):
        capture = Capture(uri, sha256 * 64)
        if output.wants(capture):
            output.add(rejected(capture, Rejection(reason="empty", uri=uri, sha256=capture.sha256)))
    output.publish()
    assert [row["uri"] for row in lines(output.rejected_path)] == ["a", "b"]
    assert output.duplicates == 1


def test_what_cannot_be_read_is_a_rejection_each(output):
    for uri in ("a", "b"):
        rejection = Rejection(reason="error", uri=uri)
        assert output.wants(Capture.of(rejection))
        output.add(outcome_of(rejection))
    output.publish()
    assert len(lines(output.rejected_path)) == 2


@pytest.mark.usefixtures("output")
def test_second_writer_is_told(tmp_path):
    with pytest.raises(OutputError, match="another run is writing"):
        Output(tmp_path / "out", keep="latest", identity="i")


def test_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        Output(tmp_path / "file", keep="latest", identity="i")


PAGES = [Capture(name, name * 64) for name in "abc"]


def test_broken_off_run_goes_on(tmp_path):
    with opened(tmp_path) as output:
        assert give(output, *PAGES[:2]) == ["a", "b"]
    with opened(tmp_path) as output:
        assert give(output, *PAGES) == ["c"]
        assert output.resumed == 2


def test_pages_no_longer_asked_for_are_left_out(tmp_path):
    with opened(tmp_path, keep="all") as output:
        give(output, *PAGES[:2])
    with opened(tmp_path, keep="all") as output:
        give(output, PAGES[1])
        assert published(output) == ["b"]


@pytest.mark.parametrize("ended", [True, False])
def test_other_run_begins_afresh(tmp_path, ended):
    with opened(tmp_path) as output:
        give(output, *PAGES)
        if ended:
            output.publish()
    with opened(tmp_path, identity="i" if ended else "j") as output:
        assert give(output, *PAGES) == ["a", "b", "c"]


@pytest.mark.parametrize("identity", ["i", "j"])
def test_update_reads_what_is_new(tmp_path, identity):
    with opened(tmp_path, keep="all") as output:
        give(output, *PAGES[:2])
        output.publish()
    with opened(tmp_path, keep="all", identity=identity, update=True) as output:
        assert give(output, *PAGES[1:]) == ["c"]
        assert published(output) == ["a", "b", "c"]
        assert (output.pages, output.resumed, output.carried, output.duplicates) == (2, 1, 1, 0)


def test_update_drops_what_its_sources_no_longer_hold(tmp_path):
    pages = [Capture(f"{folder}/{name}", name * 64) for folder, name in (("x", "a"), ("x", "b"), ("y", "c"))]
    with opened(tmp_path, keep="all") as output:
        give(output, *pages)
        output.publish()
    with opened(tmp_path, keep="all", update=True) as output:
        give(output, pages[1])
        assert published(output, {"x"}) == ["x/b", "y/c"]


def test_update_reads_again_what_another_version_has_read(tmp_path, monkeypatch):
    with opened(tmp_path, keep="all") as output:
        give(output, *PAGES)
        output.publish()
    monkeypatch.setattr("filmspider.store.extractor", lambda: "9")
    with opened(tmp_path, keep="all", update=True) as output:
        assert give(output, *PAGES[:2]) == ["a", "b"]
        assert published(output) == ["a", "b", "c"]
        assert (output.resumed, output.carried) == (0, 1)


def test_index_is_made_again_from_the_journal(tmp_path):
    with opened(tmp_path, keep="all") as output:
        give(output, *PAGES, Capture("d", "a" * 64))
    for damage in (lambda path: path.unlink(), lambda path: path.write_bytes(b"no database" * 1000)):
        damage(tmp_path / ".index.sqlite")
        with opened(tmp_path, keep="all") as output:
            assert give(output, *PAGES, Capture("d", "a" * 64)) == []
            assert output.resumed == 4


def test_journal_that_is_lost_takes_the_index_with_it(tmp_path):
    with opened(tmp_path) as output:
        give(output, *PAGES)
    (tmp_path / ".journal.jsonl").write_bytes(b"")
    with opened(tmp_path) as output:
        assert give(output, *PAGES) == ["a", "b", "c"]


def test_fetched_page_is_asked_for_once_a_run(tmp_path):
    url = "https://localhost/title/tt0000001/"
    with opened(tmp_path) as output:
        assert [output.wants_address(url) for _ in range(2)] == [True, False]
        output.add(outcome(uri=url))
    with opened(tmp_path) as output:
        assert output.wants_address(url) is False
        output.publish()
    with opened(tmp_path, update=True) as output:
        assert output.wants_address(url), "another night"
