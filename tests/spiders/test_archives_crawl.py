from __future__ import annotations

import gzip
import json

import fsspec
from fsspec.implementations.memory import MemoryFileSystem
from sources.archives import BODIES, Archive, address, full, tarred, zipped


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


def test_every_kind_of_source_balances(crawl, tmp_path):
    pages = {f"{number}.html": body for number, body in enumerate(BODIES[:6])}
    cassette = json.dumps(
        {
            "interactions": [
                {"request": {"uri": uri}, "response": {"status": {"code": 200}, "body": {"string": body.decode()}}}
                for uri, body in ((address(6), BODIES[6]), ("http://www.imdb.com/robots.txt", b""), (address(0), b""))
            ]
        }
    )
    crawled = full(count=4).raw
    files = {
        **pages,
        "again/0.html": BODIES[0],
        "again/meta.json": b"{}",
        "copy/20100125173015/www.imdb.com/title/tt9000008": BODIES[7],
        "crawl.warc.gz": crawled[: len(crawled) // 2] + b"rubbish" + crawled[len(crawled) // 2 :],
        "cache/ab/meta": repr({"response_url": address(8), "status": 200}).encode(),
        "cache/ab/response_headers": b"",
        "cache/ab/response_body": BODIES[8],
        "cache/cd/meta": repr({"response_url": "http://www.imdb.com/robots.txt", "status": 200}).encode(),
        "cache/cd/response_headers": b"",
        "cache/cd/response_body": b"",
        "tape.json": cassette.encode(),
        "bomb.html.gz": gzip.compress(bytes(80 << 20)),
        "pages.zip": zipped(pages),
        "pages.tar": tarred(pages)[:-9000],
    }
    store = fsspec.filesystem("memory")
    for name, body in files.items():
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_bytes(body)
        store.pipe(f"/data/{name}", body)
    (tmp_path / "data" / "again" / "circle").symlink_to("..")
    local = crawl(tmp_path / "data", output=tmp_path / "local")
    both = crawl(tmp_path / "data", "memory://data", output=tmp_path / "both")
    MemoryFileSystem.store.clear()
    assert (local.balanced, both.balanced) == (True, True)
    assert local.records == len({row["imdb_id"] for row in records(local)[0]}) == 9
    assert local.passed_over == 1 + 1 + 4
    assert {"empty", "too_large", "undecodable"} == local.rejected.keys()
    rejected = sum(local.rejected.values())
    assert (both.pages, both.passed_over) == (2 * local.pages, 2 * local.passed_over)
    assert (both.records, sum(both.rejected.values())) == (local.records, 2 * rejected - 1), (
        "what is empty is a duplicate"
    )
