"""Pages read by real worker processes, some of which die."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from sources.archives import BODIES, full

from filmspider.exceptions import WorkerError

FAULTS = """
import os, signal, sys, time

if "filmspider.workers.process" in " ".join(sys.orig_argv):
    from filmspider import outcomes, pages

    def faulty(page, loader, *, read=outcomes.read_page):
        if b"DIE" in page.body:
            os.kill(os.getpid(), signal.SIGSEGV)
        if b"LEAVE" in page.body:
            os._exit(3)
        while b"HANG" in page.body:
            pass
        if b"PRINT" in page.body:
            print("not a reply", flush=True)
        return read(page, loader)

    def unpack(cls, raw, *, unpack=pages.Page.unpack.__func__, **known):
        if b"UNREADABLE" in raw:
            os.kill(os.getpid(), signal.SIGABRT)
        return unpack(cls, raw, **known)

    outcomes.read_page = faulty
    pages.Page.unpack = classmethod(unpack)
"""
"""Put in the way of every Python that starts, this makes workers die over marked pages."""


@pytest.fixture
def faults(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(FAULTS)
    monkeypatch.syspath_prepend(str(folder))


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def written(result):
    return [path.read_bytes() for path in (result.titles_path, result.rejected_path)]


def mark(path, word):
    path.write_bytes(path.read_bytes() + f"<!-- {word} -->".encode())


@pytest.mark.parametrize("workers", [1, 3])
def test_same_whatever_the_workers(crawl, folder, tmp_path, monkeypatch, workers):
    monkeypatch.setattr("filmspider.sources.warc._PART", 3000)
    pages = folder(70)
    (pages / "again.html").write_bytes((pages / "00003.html").read_bytes())
    (pages / "empty.html").write_bytes(b"")
    (pages / "a.warc.gz").write_bytes(full().raw)
    here = crawl(pages, output=tmp_path / "here", workers=0)
    there = crawl(pages, output=tmp_path / "there", workers=workers)
    assert written(here) == written(there)
    for count in ("pages", "records", "duplicates", "passed_over", "rejected", "verdict"):
        assert getattr(here, count) == getattr(there, count), count
    assert here.passed_over == len(BODIES)
    runs = [json.loads(result.run_path.read_text()) for result in (here, there)]
    assert runs[0]["read"] == runs[1]["read"]


@pytest.mark.usefixtures("faults")
@pytest.mark.parametrize(
    ("word", "cause"),
    [
        ("DIE", "the worker process died of SIGSEGV"),
        ("LEAVE", "the worker process ended with exit code 3"),
        ("HANG", "not done in 0.5 seconds"),
    ],
)
def test_page_that_ends_its_worker_is_rejected(crawl, folder, word, cause):
    pages = folder(60)
    for name in ("00007.html", "00041.html"):
        mark(pages / name, word)
    result = crawl(pages, workers=2, settings={"PAGE_TIMEOUT": 0.5})
    assert (result.pages, result.records, result.rejected) == (60, 58, {"error": 2})
    assert (result.verdict, result.balanced) == ("errors", True)
    rejections = lines(result.rejected_path)
    assert [Path(each["uri"]).name for each in rejections] == ["00007.html", "00041.html"]
    assert {each["detail"] for each in rejections} == {cause}
    assert all(each["sha256"] for each in rejections)


@pytest.mark.usefixtures("faults")
def test_file_that_cannot_be_read_without_dying(crawl, folder):
    pages = folder(40)
    mark(pages / "00005.html", "UNREADABLE")
    result = crawl(pages, workers=2)
    assert (result.pages, result.records, result.balanced) == (40, 39, True)
    (rejection,) = lines(result.rejected_path)
    assert rejection["uri"].endswith("00005.html")
    assert "died of SIGABRT" in rejection["detail"]


@pytest.mark.usefixtures("faults")
def test_what_a_page_prints_is_no_reply(crawl, folder):
    pages = folder(5)
    mark(pages / "00002.html", "PRINT")
    assert crawl(pages, workers=1).records == 5


def test_workers_that_do_not_start(crawl, folder, tmp_path, monkeypatch, caplog):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "msgspec.py").write_text("raise SystemExit(9)")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    result = crawl(folder(3), workers=1)
    assert (result.verdict, result.records) == ("errors", 0)
    assert f"{WorkerError.__name__}: worker processes do not start: the worker process ended with exit code 9" in (
        caplog.text
    )


def test_modules_in_the_working_directory_are_data(crawl, folder, tmp_path, monkeypatch):
    pages = folder(3)
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path])
    assert crawl(pages, workers=1).records == 3


def children(process):
    try:
        return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc to find workers in")
def test_lost_workers_cost_nothing(scrapy, crawl, folder, tmp_path):
    pages = folder(300)
    calm = crawl(pages, output=tmp_path / "calm")
    output = tmp_path / "out"
    process = scrapy("crawl", "titles", "-a", f"sources={pages}", "-a", f"output={output}", "-a", "workers=2")
    killed = set()
    while process.poll() is None:
        for pid in children(process) if len(killed) < 4 else ():
            if pid not in killed:
                time.sleep(0.05)
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                killed.add(pid)
        time.sleep(0.01)
    assert process.returncode == 0, process.stderr.read()
    process.stderr.close()
    assert len(killed) >= 2
    assert (output / "titles.jsonl").read_bytes() == calm.titles_path.read_bytes()
    assert json.loads((output / "run.json").read_text())["balanced"]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc to find workers in")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_their_run(scrapy, folder, tmp_path, number):
    process = scrapy("crawl", "titles", "-a", f"sources={folder(600)}", "-a", f"output={tmp_path / 'out'}")
    while not (workers := children(process)):
        time.sleep(0.01)
    time.sleep(1)
    process.send_signal(number)
    process.communicate(timeout=20)
    deadline = time.monotonic() + 10
    while (alive := [pid for pid in workers if Path(f"/proc/{pid}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive
