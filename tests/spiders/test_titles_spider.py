from __future__ import annotations

import gzip
import json

import pytest

from filmspider.exceptions import (
    NoSourcesError,
    OutputError,
    RemoteOffError,
    SourceNotFoundError,
    UnknownArgumentError,
)
from filmspider.output import Output
from filmspider.spiders.titles import TitlesSpider


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_folder_to_dataset(crawl, folder):
    result = crawl(folder(5))
    assert (result.verdict, result.exit_code) == ("well", 0)
    assert (result.pages, result.records, result.duplicates, result.rejected) == (5, 5, 0, {})
    assert result.layouts == {"title2015": 5}
    assert [record["imdb_id"] for record in lines(result.titles_path)] == [f"tt{n:07}" for n in range(1, 6)]
    assert result.rejected_path.read_text() == ""
    assert json.loads(result.run_path.read_text())["balanced"] is True
    assert sorted(path.name for path in result.run_path.parent.iterdir()) == [
        ".index.sqlite",
        ".journal.jsonl",
        ".lock",
        "duplicates.jsonl",
        "rejected.jsonl",
        "run.json",
        "runs.jsonl",
        "titles.jsonl",
    ]


def test_every_page_is_accounted_for(crawl, folder, page):
    pages = folder(3)
    (pages / "again.html.gz").write_bytes(gzip.compress(page(1)))
    (pages / "empty.html").write_bytes(b"")
    (pages / "captcha.html").write_bytes(b"<html><title>Robot check</title><p>captcha</p></html>")
    (pages / "torn.html.gz").write_bytes(b"\x1f\x8bnothing")
    (pages / "meta.json").write_text("{}")
    result = crawl(pages)
    assert (result.pages, result.records, result.duplicates) == (7, 3, 1)
    assert result.rejected == {"blocked": 1, "empty": 1, "undecodable": 1}
    assert result.verdict == "well", "a blocked page in an archive blocks nothing"


def test_uri_is_the_path_as_given(crawl, folder, tmp_path, monkeypatch):
    folder(1)
    monkeypatch.chdir(tmp_path)
    assert lines(crawl("./pages").titles_path)[0]["source"]["uri"] == "./pages/00001.html"


def test_latest_capture_is_kept_whatever_the_order(crawl, tmp_path, page):
    for date, title in (("2016-05-01", "Old"), ("2019-01-02", "New"), ("2017-03-03", "Between")):
        (tmp_path / f"p_{date}.html").write_bytes(page(7, title))
    files = sorted(tmp_path.glob("p_*.html"))
    for order, sources in enumerate((files, files[::-1])):
        result = crawl(*sources, output=tmp_path / f"out{order}")
        assert (result.records, result.duplicates) == (1, 2)
        record = lines(result.titles_path)[0]
        assert (record["title"], record["source"]["captured_at"]) == ("New", "2019-01-02")


def test_keep_all_keeps_every_capture(crawl, tmp_path, page):
    for date, title in (("2016-05-01", "Same"), ("2019-01-02", "Same"), ("2017-03-03", "Other")):
        (tmp_path / f"p_{date}.html").write_bytes(page(7, title))
    (tmp_path / "p_copy_2016-05-01.html").write_bytes(page(7, "Same"))
    result = crawl(tmp_path / "p_*.html", keep="all")
    assert (result.records, result.duplicates) == (3, 1)
    assert [record["source"]["captured_at"] for record in lines(result.titles_path)] == [
        "2016-05-01",
        "2017-03-03",
        "2019-01-02",
    ]


def test_rerun_is_byte_identical(crawl, folder, tmp_path):
    pages = folder(4)
    first, second = crawl(pages, output=tmp_path / "a"), crawl(pages, output=tmp_path / "b")
    again = crawl(pages, output=tmp_path / "a")
    texts = {result.titles_path.read_bytes() for result in (first, second, again)}
    assert len(texts) == 1


def test_nothing_written(crawl, tmp_path):
    (tmp_path / "empty").mkdir()
    result = crawl(tmp_path / "empty")
    assert (result.verdict, result.exit_code, result.pages) == ("nothing_written", 2, 0)


def test_list_that_names_a_missing_file(crawl, folder):
    pages = folder(1)
    (pages / "names.list").write_text(f"{pages}/00001.html\n{pages}/gone.html\n")
    with pytest.raises(SourceNotFoundError, match=r"gone\.html"):
        crawl(pages / "names.list")


def test_closed_early_publishes_what_there_is_and_goes_on(crawl, folder, tmp_path):
    whole = tmp_path / "output" / "titles.jsonl"
    pages = folder(20)
    result = crawl(pages, settings={"CLOSESPIDER_ITEMCOUNT": 5})
    assert (result.verdict, result.exit_code, whole.exists()) == ("interrupted", 130, False)
    assert result.titles_path == whole.parent / "partial" / "titles.jsonl"
    assert len(lines(result.titles_path)) == result.records == result.pages >= 5
    assert json.loads(result.run_path.read_text())["verdict"] == "interrupted"
    result = crawl(pages)
    assert (result.titles_path, (whole.parent / "partial").exists()) == (whole, False)
    assert result.resumed >= 5
    assert (result.verdict, result.records) == ("well", 20)


def test_broken_off_run_leaves_the_earlier_dataset(crawl, folder):
    before = crawl(folder(20))
    dataset, manifest = before.titles_path.read_bytes(), before.run_path.read_bytes()
    result = crawl(folder(30, "more"), settings={"CLOSESPIDER_ITEMCOUNT": 5})
    assert result.verdict == "interrupted"
    assert (before.titles_path.read_bytes(), before.run_path.read_bytes()) == (dataset, manifest)


def test_pages_no_longer_asked_for_are_left_out(crawl, folder):
    pages = folder(20)
    crawl(pages, settings={"CLOSESPIDER_ITEMCOUNT": 5})
    (pages / "00001.html").unlink()
    (pages / "00002.html").write_bytes((pages / "00003.html").read_bytes())
    result = crawl(pages)
    assert (result.pages, result.records, result.duplicates) == (19, 18, 1)
    assert lines(result.titles_path)[0]["source"]["uri"].endswith("00002.html")


def test_page_that_provokes_an_exception_makes_the_run_err(crawl, folder, monkeypatch):
    monkeypatch.setattr(Output, "add", lambda *_: 1 / 0)
    result = crawl(folder(2))
    assert (result.verdict, result.exit_code, result.balanced) == ("errors", 2, False)


@pytest.mark.parametrize(
    ("sources", "arguments", "error"),
    [
        ([], {}, NoSourcesError),
        (["nonesuch.html"], {}, SourceNotFoundError),
        (["tt0111161"], {}, RemoteOffError),
        (["."], {"keep": "first"}, UnknownArgumentError),
    ],
)
def test_set_up_errors(crawl, sources, arguments, error):
    with pytest.raises(error):
        crawl(*sources, **arguments)


def test_unknown_argument():
    with pytest.raises(UnknownArgumentError, match="unknown argument source;"):
        TitlesSpider(source="x")


@pytest.mark.parametrize(
    ("arguments", "message"), [({"remote": "maybe"}, "true or false"), ({"sources": "'x"}, "No closing quotation")]
)
def test_unknown_value(arguments, message):
    with pytest.raises(UnknownArgumentError, match=message):
        TitlesSpider(**arguments)


def test_sources_are_split_as_in_a_shell(tmp_path):
    (tmp_path / "old pages").mkdir()
    spider = TitlesSpider(sources=f"- '{tmp_path}/old pages'", remote="yes")
    assert spider.names == ["-", f"{tmp_path}/old pages"]
    assert spider.remote is True


def test_one_run_a_folder(crawl, folder, tmp_path):
    holder = Output(tmp_path / "output", keep="latest", identity="x")
    with pytest.raises(OutputError, match="another run"):
        crawl(folder(1))
    holder.close()


def test_scrapy_crawl_exit_codes(scrapy, folder, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    crawls = {
        f"sources={folder(2)}": 0,
        f"sources={tmp_path}/nonesuch": 1,
        f"sources={empty}": 2,
    }
    started = {
        source: scrapy("crawl", "titles", "-a", source, "-a", f"output={tmp_path}/o{number}")
        for number, source in enumerate(crawls)
    }
    errors = {source: process.communicate()[1] for source, process in started.items()}
    assert {source: process.returncode for source, process in started.items()} == crawls, errors
    assert "scrapy crawl: no such file or folder" in errors[f"sources={tmp_path}/nonesuch"]
