"""``docs/layouts.md`` says what the rules say."""

from __future__ import annotations

import re

from filmspider.items import Title
from filmspider.layout_tables import layouts_page
from filmspider.layouts import LAYOUTS


def test_committed_page_is_up_to_date(fixtures):
    committed = (fixtures.parent / "docs" / "layouts.md").read_text(encoding="utf-8")
    assert committed == layouts_page(), "docs/layouts.md is out of date: run make docs"


def rows(page, heading):
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE).group(1)
    return [re.split(r" (?<!\\)\| ", line.strip("| ")) for line in section.splitlines() if line.startswith("|")]


def test_matrix_has_every_field_and_layout():
    header, _, *body = rows(layouts_page(), "Fields")
    assert header == ["field", *(layout.name for layout in LAYOUTS)]
    assert [row[0].strip("`") for row in body[:-1]] == list(Title.model_fields)[:-3]
    for row in body[:-1]:
        for layout, mark in zip(LAYOUTS, row[1:], strict=True):
            assert (mark == "–") == (row[0].strip("`") in layout.missing_fields)


def test_each_layout_says_where_each_field_is():
    page = layouts_page()
    for layout in LAYOUTS:
        header, _, *body = rows(page, layout.name)
        assert header == ["field", "read from"]
        read = {name.strip("`"): where for name, where in body}
        assert list(read) == list(Title.model_fields)[:-3]
        assert [name for name, where in read.items() if where == "not on layout"] == list(layout.missing_fields)
        assert all(read.values())
