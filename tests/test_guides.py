"""What the tutorial, the how-to guides and the explanations tell their reader to do works as it is written."""

from __future__ import annotations

import json
import shutil

import pytest
from console import commands, files, matches, run
from sources.archives import Archive

PNG = b"\x89PNG"


@pytest.fixture
def folder(fixtures, tmp_path):
    """A folder with the hand-written pages, as a reader has it."""
    shutil.copytree(fixtures, tmp_path / "fixtures")
    return tmp_path


@pytest.fixture
def archive(folder):
    """Two web archives, as the guide to archives speaks of them."""
    new, saved = folder / "fixtures" / "title2021", folder / "fixtures" / "title2021_saved"
    (folder / "archive").mkdir()
    (folder / "archive" / "2022.warc.gz").write_bytes(web_archive(new / "feature-film-2022", new / "tv-series-2021"))
    (folder / "archive" / "2025.warc.gz").write_bytes(web_archive(saved / "feature-film-2025"))
    return folder


def web_archive(*captures):
    """Return a web archive of *captures*, folders of fixtures, and of an image."""
    archive = Archive()
    for capture in captures:
        about = json.loads((capture / "meta.json").read_text(encoding="utf-8"))
        day = f"{about['captured_at']}T00:00:00Z"
        archive.response(about["address"], (capture / "page.html").read_bytes(), http=[], date=day)
    return archive.response("https://www.imdb.com/images/logo.png", b"\x89PNG", http=[]).raw


@pytest.fixture
def read(fixtures):
    return lambda name: (fixtures.parent / "docs" / name).read_text(encoding="utf-8")


def follow(page, folder):
    """Do in *folder* what *page* says; compare what is printed."""
    for name, text in files(page).items():
        (folder / name).write_text(text, encoding="utf-8")
    wanted = [command for command in commands(page) if command.reason is None]
    printed = run([command.text for command in wanted], folder)
    assert wanted
    assert len(printed) == len(wanted)
    for command, text in zip(wanted, printed, strict=True):
        assert matches(text, command.shown), f"{command.text}\nprints\n{text}\nand not\n{command.shown}"


def test_tutorial(read, folder):
    follow(read("tutorial.md"), folder)
    picture = (folder / "output" / "chart.png").read_bytes()
    assert picture.startswith(PNG)
    assert len(picture) > 50_000


def test_archives(read, archive):
    follow(read("reparse-archives.md"), archive)


@pytest.mark.parametrize("name", ["downstream.md", "values.md", "layouts-by-looks.md"])
def test_page(name, read, folder):
    follow(read(name), folder)


def test_every_command_is_followed(fixtures):
    followed = {"tutorial.md", "reparse-archives.md", "downstream.md", "values.md", "layouts-by-looks.md"}
    pages = (fixtures.parent / "docs").glob("*.md")
    assert {page.name for page in pages if "```console" in page.read_text(encoding="utf-8")} == followed
