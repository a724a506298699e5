"""However a page was saved, its record is the same: every fixture, in every way of ``saving``."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest
from saving import WAYS, differences, excused, record

from filmspider.pages import Page
from filmspider.restoring import restore

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
PAGES = sorted(
    path.relative_to(FIXTURES).as_posix()
    for path in FIXTURES.glob("*/*/page.html")
    if path.parent.parent.name != "not_a_title"
)


@cache
def original(name: str):
    return record((FIXTURES / name).read_bytes())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", PAGES)
def test_saved_page_gives_the_same_record(name, way):
    body = (FIXTURES / name).read_bytes()
    found = differences(original(name), record(WAYS[way](body)))
    assert {key: values for key, values in found.items() if not excused(way, key, values[1])} == {}


@pytest.mark.parametrize("name", PAGES)
def test_page_that_was_stored_as_it_came_stays(name):
    body = (FIXTURES / name).read_bytes()
    assert restore(body).body is body


def test_digest_is_that_of_the_bytes_given():
    body = WAYS["wayback"]((FIXTURES / "tn15/feature-film-2009/page.html").read_bytes())
    page = Page.unpack(body)
    assert page.body != body
    assert page.sha256 == hashlib.sha256(body).hexdigest()
