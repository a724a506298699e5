"""A run that is killed or broken off, and taken up by the same command."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

RUN = """
import sys
from pathlib import Path
from filmspider import runs
runs.crawl([sys.argv[1]], Path(sys.argv[2]), settings={"LOG_ENABLED": False})
"""
PAGES = 300
KILLS = int(os.environ.get("FILMSPIDER_KILLS", "5"))
"""Each takes a second or two; the more the better, now and then."""


def size(path):
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def start(pages, output):
    return subprocess.Popen([sys.executable, "-c", RUN, str(pages), str(output)])


def workers_of(process):
    try:
        return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    except OSError:
        return []


def kill_at(process, journal, target, *, worker):
    """Kill the run, or one of its workers, once the journal has that size; return whether it was still running."""
    deadline = time.monotonic() + 60
    while process.poll() is None and size(journal) < target and time.monotonic() < deadline:
        time.sleep(0.0005)
    time.sleep(random.random() / 200)  # noqa: S311 - any moment will do
    for pid in workers_of(process)[:1] if worker else ():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            time.sleep(random.random() / 10)  # noqa: S311 - as above
    process.kill()
    return process.wait() == -signal.SIGKILL


def test_killed_at_many_moments(folder, tmp_path):
    pages = folder(PAGES)
    assert start(pages, tmp_path / "calm").wait() == 0
    calm, titles = tmp_path / "calm" / "titles.jsonl", tmp_path / "killed" / "titles.jsonl"
    whole = size(tmp_path / "calm" / ".journal.jsonl")
    journal = tmp_path / "killed" / ".journal.jsonl"
    killed = 0
    for number, moment in enumerate(sorted(random.choices(range(1, 101), k=KILLS))):  # noqa: S311 - as above
        target = whole * moment // 100
        killed += kill_at(start(pages, journal.parent), journal, target, worker=bool(number % 2))
        assert not titles.exists() or titles.read_bytes() == calm.read_bytes(), "published whole, or not at all"
    assert killed >= KILLS // 2
    assert start(pages, journal.parent).wait() == 0
    for name in ("titles.jsonl", "rejected.jsonl", "duplicates.jsonl"):
        assert (journal.parent / name).read_bytes() == (calm.parent / name).read_bytes()
    manifest, of_calm = (json.loads((folder / "run.json").read_text()) for folder in (journal.parent, calm.parent))
    assert (manifest["pages"], manifest["records"], manifest["balanced"]) == (PAGES, PAGES, True)
    assert manifest["read"] == of_calm["read"], "what was read before it was killed counts too"


@pytest.mark.parametrize("torn", [1, 10, 1000])
def test_torn_journal_is_taken_up(crawl, folder, tmp_path, torn):
    pages = folder(12)
    calm = crawl(pages, output=tmp_path / "calm")
    output = tmp_path / "torn"
    crawl(pages, output=output, settings={"CLOSESPIDER_ITEMCOUNT": 6})
    journal = output / ".journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-torn])
    result = crawl(pages, output=output)
    assert result.resumed >= 5
    assert result.titles_path.read_bytes() == calm.titles_path.read_bytes()


def test_journal_of_other_sources_is_no_use(crawl, folder):
    pages, more = folder(6), folder(3, "more")
    crawl(pages, settings={"CLOSESPIDER_ITEMCOUNT": 2})
    result = crawl(more)
    assert (result.resumed, result.records) == (0, 3)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_run_goes_on(scrapy, folder, tmp_path, number):
    pages = folder(600)
    output = tmp_path / "out"
    arguments = ("crawl", "titles", "-a", f"sources={pages}", "-a", f"output={output}")
    process = scrapy(*arguments)
    while process.poll() is None and size(output / ".journal.jsonl") < 50_000:
        time.sleep(0.001)
    process.send_signal(number)
    errors = process.communicate(timeout=20)[1]
    assert process.returncode == 130, errors
    assert "the same command goes on" in errors
    assert not (output / "titles.jsonl").exists()
    partial = (output / "partial" / "titles.jsonl").read_bytes().splitlines()
    assert 0 < len(partial) == json.loads((output / "partial" / "run.json").read_text())["records"] < 600
    process = scrapy(*arguments)
    errors = process.communicate(timeout=60)[1]
    assert process.returncode == 0, errors
    assert len((output / "titles.jsonl").read_bytes().splitlines()) == 600
    assert not (output / "partial").exists()
