"""Every command that the documentation shows does what it says, but for those that say why they cannot be run here."""

from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path

import pytest
from console import commands, files, matches, run
from sources.archives import Archive

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md") if "```console" in path.read_text(encoding="utf-8"))


@pytest.fixture
def folder(fixtures, dataset_folder, tmp_path):
    """A reader's folder: the hand-written pages, and what the pages of the documentation take to be there."""
    shutil.copytree(fixtures, tmp_path / "fixtures")
    shutil.copytree(fixtures / "title2015", tmp_path / "pages")
    shutil.copytree(dataset_folder, tmp_path / "last-week")
    new, saved = fixtures / "title2021", fixtures / "title2021_saved"
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "2022.warc.gz").write_bytes(web_archive(new / "feature-film-2022", new / "tv-series-2021"))
    (tmp_path / "archive" / "2025.warc.gz").write_bytes(web_archive(saved / "feature-film-2025"))
    shutil.copytree(tmp_path / "archive", tmp_path / "DIR")
    shutil.copy(tmp_path / "archive" / "2022.warc.gz", tmp_path / "crawl.warc.gz")
    (tmp_path / "titles.list").write_text("tt9000001\n", encoding="utf-8")
    return tmp_path


def web_archive(*captures):
    """Return a web archive of *captures*, folders of fixtures, and of an image."""
    archive = Archive()
    for capture in captures:
        about = json.loads((capture / "meta.json").read_text(encoding="utf-8"))
        day = f"{about['captured_at']}T00:00:00Z"
        archive.response(about["address"], (capture / "page.html").read_bytes(), http=[], date=day)
    return archive.response("https://www.imdb.com/images/logo.png", b"\x89PNG", http=[]).raw


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return str(listening.getsockname()[1])


def asks_for_code(wanted, command):
    """Whether the next command is about the exit code, which then need not be 0."""
    at = wanted.index(command) + 1
    return at < len(wanted) and wanted[at].text == "echo $?"


def marks(chart):
    """What a chart says of its axes and dots to those who cannot see it; fonts and colours may differ."""
    said = re.findall(r'aria-label="([^"]*)"', chart.read_text(encoding="utf-8"))
    assert len(said) > 20
    return said


@pytest.mark.parametrize("name", PAGES)
def test_page(name, folder):
    page = re.sub(r"\b8000\b", free_port(), (DOCS / name).read_text(encoding="utf-8"))
    for file, text in files(page).items():
        (folder / file).write_text(text, encoding="utf-8")
    wanted = [command for command in commands(page) if command.reason is None]
    for command, done in zip(wanted, run([command.text for command in wanted], folder), strict=True):
        if command.shown:
            assert matches(done.printed, command.shown), f"{command.text}\nprints\n{done.printed}"
        else:
            assert done.code == 0 or asks_for_code(wanted, command), f"{command.text}\nprints\n{done.printed}"
    if name == "tutorial.md":
        assert marks(folder / "output" / "chart.svg") == marks(DOCS / "images" / "chart.svg"), "put the new one there"
