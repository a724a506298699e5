"""A crawl that keeps its answers, and the same dataset from what it kept."""

from __future__ import annotations

import errno
import gzip
import json
import os
from pathlib import Path

import pytest
from spiders.sites import Answer, Site, number_in
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from filmspider import archiving
from filmspider.exceptions import OutputError

EAGER = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, "BACKOFF": 0.01}
TITLES = "/title/tt"


@pytest.fixture
def site(page):
    special = {
        3: lambda times: Answer(b"<html>oh</html>", 500) if times == 0 else Answer(page(3)),
        4: lambda _: Answer(b"", 301, {"Location": "/title/tt0000104/"}),
        5: lambda _: Answer(gzip.compress(page(5)), 200, {"Content-Encoding": "gzip"}),
        6: lambda _: Answer(
            page(6, "Café").decode().encode("latin-1"), 200, {"Content-Type": "text/html; charset=latin-1"}
        ),
        7: lambda _: Answer(b"<html>no</html>", 403),
        8: lambda _: Answer(b"<html>gone</html>", 404),
    }
    ordinary = lambda path: Answer(page(number_in(path)))  # noqa: E731
    with Site(lambda path, times: special.get(number_in(path), lambda _: ordinary(path))(times)).serve() as served:
        yield served


def rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def without(row, *keys):
    return row | {"source": {name: value for name, value in row["source"].items() if name not in keys}}


def records_in(folder):
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                yield record.rec_type, record.rec_headers, record.http_headers, record.content_stream().read()


def test_dataset_from_the_archive_is_that_of_the_crawl(crawl, site, tmp_path):
    live = crawl(*map(site.url, range(1, 31)), archive=tmp_path / "archive", settings=EAGER)
    again = crawl(tmp_path / "archive" / "*.warc.gz", match=TITLES, output=tmp_path / "again")
    assert (live.records, again.records) == (28, 28)
    differing = ("uri", "captured_at", "captured_from")
    assert [without(row, *differing) for row in rows(again.titles_path)] == [
        without(row, *differing) for row in rows(live.titles_path)
    ]
    sources = [row["source"] for row in rows(again.titles_path)]
    assert {source["captured_from"] for source in sources} == {"warc"}
    assert all(source["captured_at"] for source in sources)
    # The same in bytes, once those three are taken out of the text.
    plain = [json.dumps(without(row, *differing)).encode() for row in rows(live.titles_path)]
    assert b"\n".join(plain) == b"\n".join(json.dumps(without(r, *differing)).encode() for r in rows(again.titles_path))


def test_every_answer_is_there_with_its_request(crawl, site, tmp_path):
    crawl(*map(site.url, range(1, 11)), archive=tmp_path / "archive", settings=EAGER)
    found = list(records_in(tmp_path / "archive"))
    assert [kind for kind, *_ in found].count("warcinfo") == 1
    answers = sorted(head.get_header("WARC-Target-URI") for kind, head, *_ in found if kind == "response")
    assert answers == sorted(site.base + asked.path for asked in site.asked), "refusals, failures and redirections too"
    for kind in ("request", "metadata"):
        assert sorted(head.get_header("WARC-Target-URI") for each, head, *_ in found if each == kind) == answers
    response_ids = {head.get_header("WARC-Record-ID") for kind, head, *_ in found if kind == "response"}
    assert {head.get_header("WARC-Concurrent-To") for kind, head, *_ in found if kind != "response"} - {
        None
    } == response_ids
    asked = next(http for kind, _, http, _ in found if kind == "request")
    assert (asked.protocol, asked.get_header("User-Agent").split("/")[0]) == ("GET", "filmspider")
    assert {head.get_header("WARC-IP-Address") for kind, head, *_ in found if kind == "response"} <= {"127.0.0.1", None}
    facts = [body.decode() for kind, *_, body in found if kind == "metadata"]
    assert any(f"via: {site.url(4)}" in fact and "hopsFromSeed: R" in fact for fact in facts)
    assert any("tries: 2" in fact for fact in facts)
    packed = next(
        http
        for _, head, http, _ in found
        if head.get_header("WARC-Target-URI") == site.url(5) and http and http.protocol != "GET"
    )
    assert packed.get_header("Content-Encoding") == "gzip", "kept as it was sent"


def test_archive_is_sound_to_others(crawl, site, tmp_path, capsys):
    crawl(*map(site.url, range(1, 11)), archive=tmp_path / "archive", settings=EAGER)
    checker = Checker(
        type("Options", (), {"inputs": [str(p) for p in (tmp_path / "archive").iterdir()], "verbose": True})()
    )
    assert checker.process_all() == 0, capsys.readouterr().out


def test_files_are_rotated_by_size(crawl, site, tmp_path):
    crawl(*map(site.url, range(11, 31)), archive=tmp_path / "a", settings=EAGER | {"ARCHIVE_SIZE": 20_000})
    paths = sorted((tmp_path / "a").iterdir())
    assert len(paths) > 3
    assert [path.name[-13:] for path in paths] == [f"{n:05}.warc.gz"[-13:] for n in range(len(paths))]
    assert crawl(tmp_path / "a", match=TITLES, output=tmp_path / "again").records == 20
    assert {kind for kind, *_ in records_in(tmp_path / "a")} == {"warcinfo", "request", "response", "metadata"}


def test_what_comes_from_the_cache_is_not_archived_again(crawl, site, tmp_path):
    settings = EAGER | {"HTTPCACHE_ENABLED": True, "HTTPCACHE_DIR": str(tmp_path / "cache")}
    for name in ("first", "second"):
        crawl(*map(site.url, (1, 2, 8)), archive=tmp_path / name, output=tmp_path / f"o-{name}", settings=settings)
    kept = [
        head.get_header("WARC-Target-URI") for kind, head, *_ in records_in(tmp_path / "second") if kind == "response"
    ]
    assert [uri for uri in kept if TITLES in uri] == [site.url(8)]


@pytest.fixture
def full(monkeypatch):
    """Let the disk of archives be full once so many writes went well."""
    real, room = os.fsync, [0]

    def fsync(descriptor):
        if "warc" in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            room[0] -= 1
            if room[0] < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    def after(writes):
        room[0] = writes

    monkeypatch.setattr(archiving.os, "fsync", fsync)
    return after


@pytest.mark.parametrize("writes", [0, 1, 2, 5])
def test_archive_that_is_full_ends_the_run_which_then_goes_on(crawl, site, tmp_path, full, writes):
    full(writes)
    numbers = range(11, 41)
    live = crawl(*map(site.url, numbers), archive=tmp_path / "a", settings=EAGER)
    assert (live.verdict, live.finished, live.rejected) == ("errors", False, {})
    assert len(site.asked) <= writes + 1, "nothing is asked for in vain"
    again = crawl(tmp_path / "a", match=TITLES, output=tmp_path / "again") if live.records else live
    assert (again.records, again.rejected) == (live.records, {})
    full(1000)
    whole = crawl(*map(site.url, numbers), archive=tmp_path / "a", settings=EAGER)
    assert (whole.verdict, whole.records, whole.resumed) == ("well", len(numbers), live.records)
    assert len(site.paths()) <= len(numbers) + 1
    again = crawl(tmp_path / "a", match=TITLES, output=tmp_path / "again")
    assert (again.records, again.rejected) == (len(numbers), {})


def test_archive_that_cannot_be_written(crawl, site, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write to"):
        crawl(site.url(1), archive=tmp_path / "file", settings=EAGER)
