"""The site is made of its pages without a warning, and the pages that are made from the code are up to date."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from generate import PAGES
from generate.settings import read_settings
from scrapy.settings import default_settings


def test_builds(fixtures, tmp_path):
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", str(fixtures.parent / "docs")]
    command += ["-d", str(tmp_path / "read"), str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "tutorial.html").exists()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_up_to_date(name, fixtures):
    assert (fixtures.parent / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "make docs"


def test_defaults_are_scrapys():
    told = {each.name: each.default for each in read_settings()}
    values = {name: value for name, text in told.items() if (value := literal(text)) is not None}
    assert len(values) > 10
    assert values == {name: getattr(default_settings, name) for name in values}


def literal(text):
    """Return the value that *text* is, or nothing where it is in words."""
    try:
        return None if "…" in text else ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return None
