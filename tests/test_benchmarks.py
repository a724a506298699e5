from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("parse_page.py",), "median ratio"),
        (("parse_page.py", "--profile", "title2015"), "(parse_page)"),
        (("drift.py", "--nights", "20", "--pages", "100"), "drift is raised in 0 of 20 nights"),
    ],
)
def test_benchmark_runs_on_the_fixtures(fixtures, arguments, shown):
    script, *options = arguments
    command = [sys.executable, "-W", "error", f"benchmarks/{script}", *options]
    environment = os.environ | {"FILMSPIDER_CORPUS": "nonesuch", "PYTHONPATH": ".", "COLUMNS": "120"}
    done = subprocess.run(command, cwd=fixtures.parent, env=environment, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert shown in done.stdout


@pytest.fixture
def peers(fixtures, monkeypatch):
    monkeypatch.syspath_prepend(str(fixtures.parent / "benchmarks"))
    module = importlib.import_module("peers")
    monkeypatch.setattr("pages.CORPUS", Path("nonesuch"))
    monkeypatch.setattr(module, "ROUNDS", 1)
    return module


@pytest.mark.parametrize("name", ["SCRAPY", "SOUP"])  # these are among the packages for development
def test_peers_read_the_pages_that_we_read(peers, tmp_path, name):
    pages = peers.title_pages("title2015")
    archive = peers.Archive.of(tmp_path / "pages.warc.gz", pages, 2 * len(pages))
    assert len(list(archive.folder.iterdir())) == archive.count
    cost = peers.run(getattr(peers, name), Path(sys.executable), archive)
    assert cost.cpu > 0
    assert cost.fields > 10


def test_a_peer_that_does_not_install_is_named_in_the_table(peers):
    peer = peers.Peer("nonesuch", ("./nonesuch",), (), goal=4)
    error = peer.install(Path(sys.executable))
    assert "nonesuch" in error
    table = peers.compare("pages", peers.title_pages("reference2017"), 5, {peer: error}, Path(sys.executable))
    console = Console(width=200, file=StringIO())
    console.print(table)
    shown = console.file.getvalue()
    assert "filmspider, whole run" in shown
    assert f"nonesuch: not installed, {error}" in shown


def test_exports_take_no_more_memory_for_more_records(fixtures):
    command = [sys.executable, "benchmarks/exports.py", "--formats", "parquet,sqlite", "--records", "1000,5000"]
    environment = os.environ | {"PYTHONPATH": "."}
    shown = subprocess.run(command, cwd=fixtures.parent, env=environment, text=True, capture_output=True, check=True)
    ratios = dict(re.findall(r"^(\w+) +5000 +\S+ +\S+ +(\S+)", shown.stdout, re.MULTILINE))
    assert set(ratios) == {"parquet", "sqlite"}
    assert all(float(ratio) <= 1.2 for ratio in ratios.values()), shown.stdout
