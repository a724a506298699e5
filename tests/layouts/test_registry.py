"""What becomes of a layout's pages where the layout is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmspider import layouts
from filmspider.items import Title
from filmspider.layouts import LAYOUTS
from filmspider.pages import Page
from filmspider.parsing import parse_page

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
READ_BY_SIBLINGS = {
    "in_development2018": "title2015",
    "reference2025": "title2021_saved",
    "title2021": "title2021_saved",
}
"""Layouts whose pages a sibling reads as well, if less of them."""


def pages(layout):
    for path in sorted((FIXTURES / layout).glob("*/page.*")):
        yield Page.unpack(path.read_bytes(), uri=path.parent.name)


@pytest.mark.parametrize("layout", [layout.name for layout in LAYOUTS])
def test_without_its_layout_a_page_is_unknown_and_never_misread(layout, monkeypatch):
    whole = [parse_page(page) for page in pages(layout)]
    assert {title.source.layout for title in whole} == {layout}
    monkeypatch.setattr(layouts, "LAYOUTS", tuple(each for each in LAYOUTS if each.name != layout))
    for page, title in zip(pages(layout), whole, strict=True):
        outcome = parse_page(page)
        if isinstance(outcome, Title):
            assert outcome.source.layout == READ_BY_SIBLINGS[layout]
            assert (outcome.imdb_id, outcome.title, outcome.year) == (title.imdb_id, title.title, title.year)
        else:
            assert outcome.reason == "unknown_layout"
