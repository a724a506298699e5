"""Whole crawls: pages to read, and ways to run the spider over them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from filmspider import runs

PROJECT = Path(__file__).resolve().parents[2]
TEMPLATE = (PROJECT / "fixtures" / "title2015" / "nearly-nothing-2018" / "page.html").read_bytes()
QUIET = {"TWISTED_REACTOR_ENABLED": False, "LOG_LEVEL": "WARNING"}


@pytest.fixture
def page():
    """Make a small title page of a given number."""

    def make(number, title="Untitled Island Project"):
        return TEMPLATE.replace(b"tt9000010", b"tt%07d" % number).replace(b"Untitled Island Project", title.encode())

    return make


@pytest.fixture
def folder(tmp_path, page):
    """Make a folder of so many title pages."""

    def make(count, name="pages"):
        pages = tmp_path / name
        pages.mkdir()
        for number in range(1, count + 1):
            (pages / f"{number:05}.html").write_bytes(page(number))
        return pages

    return make


@pytest.fixture
def crawl(tmp_path):
    """Run a crawl in this process, without a reactor so that there can be many."""

    def run(*sources, output=tmp_path / "output", settings=None, **arguments):
        given = {"workers": 0, "allow_private": True, "settings": QUIET | (settings or {})} | arguments
        return runs.crawl([str(source) for source in sources], output, **given)

    return run


@pytest.fixture
def scrapy():
    """Start a Scrapy command as a user would."""

    def start(*arguments, **options):
        environment = os.environ | {"PYTHONPATH": str(PROJECT), "SCRAPY_SETTINGS_MODULE": "filmspider.settings"}
        command = [sys.executable, "-W", "error", "-m", "scrapy", *map(str, arguments)]
        return subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE, **options)

    return start
