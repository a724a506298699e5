from __future__ import annotations

import json

from sources.archives import BODIES, Archive, address, full


def records(result):
    rows = [json.loads(line) for line in result.titles_path.read_text().splitlines()]
    return [row | {"source": None} for row in rows], [row["source"] for row in rows]


def test_web_archive_gives_the_records_of_its_pages(crawl, tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, body in enumerate(BODIES):
        (pages / f"{number:03}.html").write_bytes(body)
    (tmp_path / "a.warc.gz").write_bytes(full().raw)
    plain, packed = crawl(pages, output=tmp_path / "p"), crawl(tmp_path / "a.warc.gz", output=tmp_path / "w")
    assert packed.balanced
    assert packed.passed_over == len(BODIES)
    assert (packed.pages - len(BODIES), packed.records) == (plain.pages, plain.records)
    assert {source["captured_from"] for source in records(packed)[1]} == {"warc"}


def test_what_is_passed_over_is_counted(crawl, tmp_path):
    archive = Archive()
    for _ in range(2345):
        archive.response("http://example.org/", b"x")
    archive.response(address(0), BODIES[0])
    (tmp_path / "a.warc.gz").write_bytes(archive.raw[:-100])
    result = crawl(tmp_path / "a.warc.gz")
    assert (result.pages, result.passed_over, result.rejected) == (2346, 2345, {"undecodable": 1})
    manifest = json.loads(result.run_path.read_text())
    assert (manifest["pages"], manifest["passed_over"], manifest["balanced"]) == (2346, 2345, True)


def test_match(crawl, tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(full(count=2).raw)
    result = crawl(tmp_path / "a.warc.gz", match="/name/")
    assert (result.pages, result.passed_over, result.records, result.balanced) == (4, 2, 0, True)
    assert json.loads(result.run_path.read_text())["match"] == "/name/"
