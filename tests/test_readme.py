"""What the README shows is what the project does."""

from __future__ import annotations

import doctest
import json
import re

import pytest

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.verdict import EXIT_CODES


@pytest.fixture(scope="module")
def readme(fixtures):
    return fixtures.parent / "README.md"


def test_record(readme, fixtures):
    text = readme.read_text(encoding="utf-8")
    shown = json.loads(re.search(r"```json\n(.*?)```", text, re.DOTALL).group(1))
    page = fixtures / "title2015" / "feature-film-2018" / "page.html"
    record = parse_page(Page.unpack(page.read_bytes())).model_dump(mode="json")
    assert shown == {key: record[key] for key in shown}
    assert f"{len(Title.model_fields)} keys" in text


def test_code(readme, monkeypatch):
    monkeypatch.chdir(readme.parent)
    assert doctest.testfile(str(readme), module_relative=False).failed == 0


def test_exit_codes(readme):
    codes = re.findall(r"^\| (\d+) \|", readme.read_text(encoding="utf-8"), re.MULTILINE)
    assert {int(code) for code in codes} == {1, *EXIT_CODES.values()}
