"""A disk that fills up while a run writes: the old dataset stays whole, and with room the same command goes on."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys

import pytest
from spiders.sites import Answer, Site, number_in

from filmspider.journal import Journal

EAGER = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False}

RUN = """
import resource, sys
from pathlib import Path
from filmspider import runs
if limit := int(sys.argv[3]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
result = runs.crawl([sys.argv[1]], Path(sys.argv[2]), workers=0, settings={"LOG_LEVEL": "ERROR"})
sys.exit(result.exit_code)
"""


def run(pages, output, limit=0):
    command = [sys.executable, "-c", RUN, str(pages), str(output), str(limit)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.mark.parametrize("limit", [9_000, 40_000, 60_000])
def test_file_that_cannot_grow(crawl, folder, tmp_path, limit):
    calm = crawl(folder(50), output=tmp_path / "calm")
    more = folder(60, "more")
    output = tmp_path / "out"
    assert run(tmp_path / "pages", output).returncode == 0
    before = (output / "titles.jsonl").read_bytes()
    assert before == calm.titles_path.read_bytes()
    full = run(more, output, limit)
    assert full.returncode in {1, 2}, full.stderr
    assert (output / "titles.jsonl").read_bytes() == before
    assert run(more, output).returncode == 0
    assert len(lines(output / "titles.jsonl")) == 60


def test_site_is_not_asked_in_vain(crawl, page, monkeypatch):
    """A disk that fills up is played by a journal that takes so many entries."""
    append, room = Journal.append, iter([True] * 6)

    def full(journal, entry):
        if not next(room, False):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return append(journal, entry)

    with Site(lambda path, _: Answer(page(number_in(path)))).serve() as site:
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "append", full)
            result = crawl(*map(site.url, range(1, 31)), settings=EAGER)
        assert (result.verdict, result.told) == ("errors", False)
        assert len(site.paths()) <= 6 + 1
        whole = crawl(*map(site.url, range(1, 31)), settings=EAGER)
        assert (whole.verdict, whole.records, whole.resumed) == ("well", 30, 5)
        assert len(site.paths()) <= 30 + 2


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 200 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)],  # noqa: S607 - wherever it is
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S607 - as above


def test_disk_that_is_full(crawl, folder, small_disk, tmp_path):
    calm = crawl(folder(60), output=tmp_path / "calm")
    output = small_disk / "out"
    full = run(tmp_path / "pages", output)
    assert full.returncode in {1, 2}, full.stderr
    assert not (output / "titles.jsonl").exists()
    subprocess.run(["mount", "-o", "remount,size=9m", str(small_disk)], check=True)  # noqa: S607 - as above
    assert run(tmp_path / "pages", output).returncode == 0
    assert json.loads((output / "run.json").read_text())["resumed"] > 10
    assert (output / "titles.jsonl").read_bytes() == calm.titles_path.read_bytes()
