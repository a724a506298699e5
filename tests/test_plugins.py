"""Layouts that other distributions register, as ``docs/extending.md`` says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
START = "import sys; from filmspider.cli import app; sys.argv[0] = 'filmspider'; app()"
GUIDE = (PROJECT / "docs" / "extending.md").read_text(encoding="utf-8")
MODULE = re.search(r"```python\n(.*?)```", GUIDE, re.DOTALL).group(1)
LAYOUTS_GUIDE = (PROJECT / "docs" / "adding-a-layout.md").read_text(encoding="utf-8")
PAGE = re.search(r"```{code-block} html\n:caption: .*?\n\n(.*?)```", LAYOUTS_GUIDE, re.DOTALL).group(1)
REGISTERED = "pocket2014 = acme_films:POCKET_2014"


@pytest.fixture
def install(tmp_path):
    """Put a distribution where Python looks for them."""

    def write(name="acme_films", version="1.2", entry=REGISTERED, module=MODULE):
        site = tmp_path / "site"
        about = site / f"{name}-{version}.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n")
        (about / "entry_points.txt").write_text(f"[filmspider.layouts]\n{entry}\n")
        (site / f"{name}.py").write_text(module)
        return about

    return write


@pytest.fixture
def run(tmp_path):
    """Run a command with what is installed."""

    def start(*arguments, code=0, program=START):
        environment = os.environ | {"PYTHONPATH": f"{tmp_path / 'site'}{os.pathsep}{PROJECT}", "COLUMNS": "200"}
        command = [sys.executable, "-W", "error", "-c", program, *map(str, arguments)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, text=True, capture_output=True, check=False)
        assert done.returncode == code, done.stderr
        return done

    return start


@pytest.fixture
def pages(tmp_path, fixtures):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "pocket.html").write_text(PAGE)
    (folder / "ours.html").write_bytes((fixtures / "title2015" / "video-2018" / "page.html").read_bytes())
    return folder


def layouts(tmp_path, output="output"):
    lines = (tmp_path / output / "titles.jsonl").read_text().splitlines()
    return {Path(record["source"]["uri"]).name: record["source"]["layout"] for record in map(json.loads, lines)}


def test_is_listed_behind_ours(install, run):
    install()
    install(
        "zed", entry="aaa2013 = zed:LAYOUT", module=MODULE.replace("pocket2014", "aaa2013") + "LAYOUT = POCKET_2014\n"
    )
    names = re.findall(r"^│ (\w+)", run("layouts").stdout, re.MULTILINE)
    assert names[-3:] == ["text", "aaa2013", "pocket2014"]


@pytest.mark.parametrize("workers", [0, 2])
def test_a_run_reads_its_pages(workers, install, run, tmp_path, pages):
    install(module=f"{MODULE}\nimport scrapy\n")
    run("crawl", pages, "-o", "output", "--workers", workers)
    assert layouts(tmp_path) == {"pocket.html": "pocket2014", "ours.html": "title2015"}
    manifest = json.loads((tmp_path / "output" / "run.json").read_text())
    assert (manifest["versions"]["acme-films"], manifest["verdict"]) == ("1.2", "well")


def test_a_page_of_ours_is_never_given_to_it(install, run, tmp_path, pages):
    install(module=re.sub(r"lambda page: .*", "lambda page: True,", MODULE))
    run("crawl", pages, "-o", "output")
    assert layouts(tmp_path)["ours.html"] == "title2015"


def test_an_update_reads_again_what_another_version_may_read_otherwise(install, run, tmp_path, pages):
    run("crawl", pages, "-o", "output", "--update")
    assert layouts(tmp_path) == {"ours.html": "title2015"}
    about = install()
    run("crawl", pages, "-o", "output", "--update")
    assert layouts(tmp_path) == {"pocket.html": "pocket2014", "ours.html": "title2015"}
    about.rename(about.with_name("acme_films-1.3.dist-info"))
    metadata = about.with_name("acme_films-1.3.dist-info") / "METADATA"
    metadata.write_text(metadata.read_text().replace("1.2", "1.3"))
    for resumed in (0, 2):
        run("crawl", pages, "-o", "output", "--update")
        assert json.loads((tmp_path / "output" / "run.json").read_text())["resumed"] == resumed


@pytest.mark.parametrize(
    ("registered", "words"),
    [
        (
            {"entry": "tn15 = acme_films:POCKET_2014"},
            "two layouts are called tn15: one of filmspider, one of acme-films",
        ),
        (
            {"module": "import nowhere_to_be_found"},
            "the layout pocket2014 of acme-films cannot be loaded: ModuleNotFoundError",
        ),
        (
            {"module": "POCKET_2014 = 1"},
            "acme_films:POCKET_2014 of acme-films is registered as pocket2014, but is no layout of that name",
        ),
        (
            {"entry": "other = acme_films:POCKET_2014"},
            "acme_films:POCKET_2014 of acme-films is registered as other, but is no layout of that name",
        ),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(registered, words, install, run, pages):
    install(**registered)
    for arguments in (["layouts"], ["inspect", pages / "ours.html"], ["crawl", pages]):
        done = run(*arguments, code=1)
        assert words in done.stderr
        assert done.stderr.startswith("filmspider: ")
        assert done.stderr.count("\n") == 1


def test_two_distributions_with_one_name(install, run):
    install()
    install("better_films", entry="pocket2014 = better_films:POCKET_2014")
    words = "two layouts are called pocket2014: one of acme-films, one of better-films"
    assert words in run("layouts", code=1).stderr


def test_parse_page_raises_nothing(install, run, pages):
    install(module="import nowhere_to_be_found")
    program = """
import sys, pathlib
from filmspider import Page, parse_page
for path in map(pathlib.Path, sys.argv[1:]):
    print(parse_page(Page(path.read_bytes())))
"""
    done = run(pages / "ours.html", pages / "pocket.html", program=program)
    ours, theirs = done.stdout.splitlines()
    assert ours.startswith("imdb_id='tt9000")
    assert theirs.startswith(
        "reason='error' detail=\"LayoutError: the layout pocket2014 of acme-films cannot be loaded"
    )


def test_a_package_that_imports_filmspider(install, run, pages):
    install(module=f"from filmspider import parse_page\n{MODULE.replace('from __future__ import annotations', '')}")
    program = "import sys; import acme_films; from filmspider.cli import app; sys.argv[0] = 'filmspider'; app()"
    for start in (START, program):
        assert "pocket2014" in run("inspect", "--json", pages / "pocket.html", program=start).stdout
