"""Runs to report on."""

from __future__ import annotations

import pytest

from filmspider import runs

HOSTILE = b"<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}"
ESCAPED = HOSTILE.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
QUIET = {"TWISTED_REACTOR_ENABLED": False, "LOG_LEVEL": "WARNING"}
PAGES = 60


@pytest.fixture(scope="session")
def run(tmp_path_factory, fixtures):
    """The folder of two runs, the second with a redesign, changes, problems, rejections, and words that are markup."""
    folder = tmp_path_factory.mktemp("report")
    first, second = folder / "first", folder / "<i>second"
    films(fixtures, first)
    films(fixtures, second)
    for number, path in enumerate(sorted(second.iterdir())):
        page = path.read_bytes().replace(b"titleDetails", b"new-look") if number % 2 else path.read_bytes()
        path.write_bytes(page.replace(b"The Salt Lantern", ESCAPED).replace(b"EUR18,000,000", b"about " + ESCAPED))
    (second / "unknown.html").write_bytes(b"<html><head><title>" + ESCAPED + b"</title></head><body>x</body></html>")
    output = folder / "output"
    runs.crawl([str(first), str(fixtures)], output, workers=0, settings=QUIET)
    result = runs.crawl([str(second), str(fixtures)], output, workers=0, settings=QUIET | {"BASELINE": "last"})
    assert result.verdict == "drift"
    return output


@pytest.fixture(scope="session")
def first_run(tmp_path_factory, fixtures):
    """The folder of one run that gave no record."""
    output = tmp_path_factory.mktemp("first")
    runs.crawl([str(fixtures / "not_a_title")], output, workers=0, settings=QUIET)
    return output


def films(fixtures, folder):
    page = (fixtures / "title2015" / "feature-film-2018" / "page.html").read_bytes()
    folder.mkdir()
    for number in range(1, PAGES + 1):
        (folder / f"{number:04}.html").write_bytes(page.replace(b"tt9000001", b"tt%07d" % number))
