"""The fixtures with other figures in place of theirs: longer or shorter ones, and another year, change nothing else.

The same figure is put into the page and into the record that the page gives, wherever either has it.
"""

from __future__ import annotations

import re

import pytest
from fixture_pages import FIXTURES, Fixture, record_of
from variations import record

from filmspider.parsing import parse_page

COUNTS = ("rating_count", "user_review_count", "critic_review_count")
SEPARATORS = (",", ".", "\u202f", "\xa0", "")
"""The last is taken where the old figure needs none."""
LOWEST = 100
"""Figures below it stand for too many other things on a page."""
PAGES = sorted(path.parent.relative_to(FIXTURES).as_posix() for path in FIXTURES.glob("*/*/expected.json"))
TITLES = [page for page in PAGES if not page.startswith("not_a_title/")]
GLUED = "text_title2021/glued-2022"
"""Its year runs into the runtime."""


def figures(found):
    """The counts and sums of money in a record."""
    yield from (found[field] for field in COUNTS if field in found)
    for value in found.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict) and isinstance(part.get("amount"), int):
                yield part["amount"]


def spellings(figure):
    return [f"{figure:,}".replace(",", separator) for separator in SEPARATORS]


def with_figure(text, old, new):
    for spelled, other in dict(zip(spellings(old), spellings(new), strict=True)).items():
        text = re.sub(rf"(?<!\d)(?<!\d[.,]){re.escape(spelled)}(?!\d|[.,]\d)", other, text)
    return text


def with_year(text, old, new):
    return re.sub(rf"(?<!\d)(?<!\d[.,]){old}(?!\d|[.,]\d)", str(new), text)


def throughout(value, old, new, spell):
    if isinstance(value, dict):
        return {key: throughout(part, old, new, spell) for key, part in value.items()}
    if isinstance(value, list):
        return [throughout(part, old, new, spell) for part in value]
    if isinstance(value, str):
        return spell(value, old, new)
    return new if value == old and isinstance(value, int) else value


def exchanged(page, found, old, new, spell):
    """The record as it should be with *new* for *old*, where the page has that, and as the page then gives it."""
    text = page.body.decode("utf-8", "surrogateescape")
    body = spell(text, old, new).encode("utf-8", "surrogateescape")
    if body == page.body:
        return None, None
    expected = throughout(found, old, new, spell)
    return {**expected, "source": None}, {**record(page, body), "source": None}


@pytest.mark.parametrize("name", TITLES)
def test_figures_of_another_length(name):
    page = Fixture(FIXTURES / name).page
    found = record_of(parse_page(page))
    for old in {figure for figure in figures(found) if figure >= LOWEST}:
        for new in (107, 7_654, 76_543, 7_654_321, 1_765_432_109):
            expected, given = exchanged(page, found, old, new, with_figure)
            assert given == expected, (old, new)


@pytest.mark.parametrize("name", [name for name in TITLES if name != GLUED])
def test_another_year(name):
    page = Fixture(FIXTURES / name).page
    found = record_of(parse_page(page))
    old, end = found.get("year"), found.get("end_year")
    for new in (1896, 1934, 2000, 2010) if old else ():
        if not end or end == old or new <= end:
            expected, given = exchanged(page, found, old, new, with_year)
            assert given == expected, (old, new)
