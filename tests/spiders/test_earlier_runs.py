"""Runs one after another: what is compared with what, what is raised, what is written."""

from __future__ import annotations

import json

import pytest

from filmspider.exceptions import NoRunError
from filmspider.run_history import KEPT, read_runs

PAGES = 200
"""As few as a redesign of half of them must be noticed in."""
FEW = 40


@pytest.fixture
def night(tmp_path, fixtures):
    """Make a folder of saved pages of so many titles; *renamed* is a class that every *nth* of them calls otherwise."""
    template = (fixtures / "title2015" / "feature-film-2018" / "page.html").read_bytes()

    def make(name, *, count=FEW, renamed="", nth=1, votes=48213):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(1, count + 1):
            page = template.replace(b"tt9000001", b"tt%07d" % number).replace(b"48,213", f"{votes:,}".encode())
            if renamed and number % nth == 0:
                page = page.replace(renamed.encode(), b"new-look")
            (folder / f"{number:04}_2018-01-01.html").write_bytes(page)
        return folder

    return make


@pytest.fixture
def manifest(tmp_path):
    def read(folder="output"):
        return json.loads((tmp_path / folder / "run.json").read_text())

    return read


def against(baseline):
    return {"BASELINE": str(baseline)}


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_redesign_of_one_block_on_half_of_the_pages(crawl, night, manifest):
    assert crawl(night("one", count=PAGES)).verdict == "well"
    result = crawl(night("two", count=PAGES, renamed="titleDetails", nth=2), settings=against("last"))
    assert (result.verdict, result.exit_code) == ("drift", 4)
    fell = {finding.name: (finding.before, finding.now) for finding in result.drift if finding.kind == "field_fell"}
    assert fell["countries"] == ((PAGES, PAGES), (PAGES // 2, PAGES))
    assert "cast" not in fell
    run = manifest()
    assert (run["verdict"], run["exit_code"], run["records"]) == ("drift", 4, PAGES)
    assert {(found["layout"], found["name"]) for found in run["drift"]} >= {("title2015", name) for name in fell}


def test_redesign_is_noticed_in_what_was_read_before_a_run_was_broken_off(crawl, night, manifest):
    crawl(night("one"))
    redesigned = night("two", renamed="titleDetails")
    assert crawl(redesigned, settings={"CLOSESPIDER_ITEMCOUNT": FEW - 2}).verdict == "interrupted"
    result = crawl(redesigned, settings=against("last"))
    assert (result.verdict, result.resumed) == ("drift", FEW - 2)
    (films,) = manifest()["read"]["layouts"]["title2015"].values()
    assert films["pages"] == FEW


def test_update_counts_what_it_read_itself(crawl, night, manifest):
    pages = night("one")
    crawl(pages)
    crawl(pages, night("two", count=3, votes=50000), update=True)
    (films,) = manifest()["read"]["layouts"]["title2015"].values()
    assert films["pages"] == 3


def test_pages_that_are_no_longer_known(crawl, night):
    crawl(night("one"))
    result = crawl(night("two", renamed="title_wrapper", nth=2), settings=against("last"))
    assert [(found.kind, found.name) for found in result.drift] == [("rejected_rose", "unknown_layout")]


def test_rule_that_another_stands_in_for(crawl, night):
    crawl(night("one"))
    result = crawl(night("two", renamed="subtext"), settings=against("last"))
    kinds = {finding.kind for finding in result.drift}
    assert "rule_stopped" in kinds


def test_pages_that_have_not_changed(crawl, night, manifest):
    pages = night("one")
    crawl(pages)
    result = crawl(pages, settings=against("last"))
    assert (result.verdict, result.drift, str(result.changes)) == ("well", (), "0 titles new, 0 gone, 0 changed")
    assert manifest()["compared_with"] == [read_runs_of(pages)[0].started_at]


def read_runs_of(pages):
    return read_runs(pages.parent / "output")


def test_first_run_has_nothing_to_compare_with(crawl, night, manifest, tmp_path):
    assert crawl(night("one", count=2), settings=against("last")).verdict == "well"
    assert (manifest()["compared_with"], manifest()["changes"]) == ([], None)
    assert not (tmp_path / "output" / "changes.jsonl").exists()


def test_runs_that_drifted_are_not_compared_with_until_taken_as_they_are(crawl, night):
    plain, redesigned = night("one"), night("two", renamed="titleDetails")
    crawl(plain)
    verdicts = [crawl(redesigned, settings=against("last")).verdict for _ in range(2)]
    assert verdicts == ["drift", "drift"]
    crawl(redesigned)
    assert crawl(redesigned, settings=against("last")).verdict == "well"
    assert [run.verdict for run in read_runs_of(plain)] == ["well", "drift", "drift", "well", "well"]


def test_another_folder_as_baseline(crawl, night, tmp_path):
    first, second = tmp_path / "monday", tmp_path / "tuesday"
    crawl(night("one"), output=first)
    result = crawl(night("two", renamed="titleDetails"), output=second, settings=against(first))
    assert result.verdict == "drift"
    assert result.changes.changed == FEW
    assert [run.verdict for run in read_runs(second)] == ["well", "drift"]
    again = crawl(night("three"), output=tmp_path / "wednesday", settings=against(second))
    assert again.verdict == "well", "the last sound run is Monday's"


def test_manifest_as_baseline(crawl, night, tmp_path):
    pages = night("one", renamed="titleDetails")
    crawl(pages)
    manifest = tmp_path / "output" / "run.json"
    assert crawl(night("two"), output=tmp_path / "second", settings=against(manifest)).verdict == "well"
    assert crawl(pages, output=tmp_path / "third", settings=against(tmp_path / "second")).verdict == "drift"


@pytest.mark.parametrize("text", ["", "{}", "not a run", '{"verdict": 4}'])
def test_what_is_no_run(crawl, night, tmp_path, text):
    path = tmp_path / "run.json"
    path.write_text(text)
    with pytest.raises(NoRunError):
        crawl(night("one", count=1), settings=against(path))
    with pytest.raises(NoRunError, match="does not exist"):
        crawl(tmp_path / "one", settings=against(tmp_path / "nonesuch"))
    assert not (tmp_path / "output" / "titles.jsonl").exists()


def test_changes(crawl, night, manifest, tmp_path):
    crawl(night("one", count=3))
    for path in (tmp_path / "one").glob("0003*"):
        path.unlink()
    pages = night("two", count=2, votes=50000)
    (pages / "0004_2018-01-01.html").write_bytes(
        (pages / "0001_2018-01-01.html").read_bytes().replace(b"tt0000001", b"tt0000004")
    )
    crawl(pages)
    rows = lines(tmp_path / "output" / "changes.jsonl")
    assert [(row["imdb_id"], row["change"], row["field"], row["old"], row["new"]) for row in rows] == [
        ("tt0000001", "changed", "rating_count", 48213, 50000),
        ("tt0000002", "changed", "rating_count", 48213, 50000),
        ("tt0000003", "gone", None, None, None),
        ("tt0000004", "new", None, None, None),
    ]
    assert manifest()["changes"] == {"new": 1, "gone": 1, "changed": 2, "fields": {"rating_count": 2}}


def test_captures_kept_all(crawl, night, tmp_path):
    pages, later = night("one", count=2), night("two", count=1, votes=50000)
    for path in later.iterdir():
        path.rename(path.with_name("0001_2019-01-01.html"))
    crawl(pages, keep="all")
    crawl(pages, later, keep="all")
    (row,) = lines(tmp_path / "output" / "changes.jsonl")
    assert (row["field"], row["old"], row["new"]) == ("rating_count", 48213, 50000)
    assert [row["captures"][side]["captured_at"] for side in ("old", "new")] == ["2018-01-01", "2019-01-01"]


def test_dataset_that_cannot_be_compared_with_costs_the_changes_only(crawl, night, tmp_path):
    pages = night("one", count=2)
    crawl(pages)
    titles = tmp_path / "output" / "titles.jsonl"
    titles.write_bytes(b"".join(reversed(titles.read_bytes().splitlines(keepends=True))))
    result = crawl(pages)
    assert (result.verdict, result.changes) == ("well", None)
    left = {path.name for path in titles.parent.iterdir()}
    assert not any("changes" in name for name in left), "nothing half done, nothing out of date"
    assert "runs.jsonl" in left


def test_history_is_bounded(crawl, night, tmp_path):
    pages = night("one", count=1)
    crawl(pages)
    history = tmp_path / "output" / "runs.jsonl"
    history.write_bytes(history.read_bytes() * KEPT)
    crawl(pages)
    assert len(history.read_bytes().splitlines()) == KEPT


def test_workers_count_what_one_process_does(crawl, night, manifest):
    pages = night("one", renamed="titleDetails", nth=3)
    crawl(pages, workers=0)
    alone = manifest()["read"]
    crawl(pages, workers=2)
    assert manifest()["read"] == alone
    (films,) = alone["layouts"]["title2015"].values()
    assert films["pages"] == FEW
