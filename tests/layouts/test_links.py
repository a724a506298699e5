"""Links to lists were spelled anew in 2018 and 2019 while the layouts stayed; old and new ones say the same."""

from __future__ import annotations

import re

import pytest

from filmspider.pages import Page
from filmspider.parsing import parse_page

NEW_LINKS = (
    (re.compile(rb"/chart/top"), rb"/india/top-rated-malayalam-movies"),
    (re.compile(rb"/keyword/"), rb"/search/keyword?keywords="),
    (re.compile(rb"/genre/"), rb"/search/title?genres="),
    (re.compile(rb"/country/"), rb"/search/title?country_of_origin="),
    (re.compile(rb"/language/"), rb"/search/title?title_type=feature&primary_language="),
    (re.compile(rb"/character/ch\d+"), rb"/title/tt9000001/characters/nm9000001"),
)


@pytest.mark.parametrize("layout", ["title2010", "title2015", "reference2017", "combined", "tn15"])
def test_a_page_with_the_newer_links_gives_the_same_record(fixtures, layout):
    for path in sorted(fixtures.glob(f"{layout}/*/page.html")):
        body = path.read_bytes()
        newer = body
        for old, new in NEW_LINKS:
            newer = old.sub(new, newer)
        ignored = {"source": True}
        found, expected = (parse_page(Page(body=each)).model_dump(exclude=ignored) for each in (newer, body))
        assert found == expected, path
