from __future__ import annotations

from pathlib import Path

import pytest

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.tracing import hits, trace

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
PAGES = sorted(FIXTURES.glob("*/*/page.*"))
FILM = FIXTURES / "title2015" / "feature-film-2018" / "page.html"


def page_at(path, *changes):
    body = path.read_bytes()
    for old, new in changes:
        assert old in body
        body = body.replace(old, new)
    return Page.unpack(body, uri=path.name)


def of(found, field):
    return [sight for sight in found.sights if sight.field == field]


@pytest.mark.parametrize("path", PAGES, ids=[path.parent.relative_to(FIXTURES).as_posix() for path in PAGES])
def test_trace_agrees_with_parse_page(path):
    page = page_at(path)
    found = trace(page)
    assert found.item == parse_page(page)
    if isinstance(found.item, Title):
        assert found.layout.name == found.item.source.layout
        stated = {name for name, value in found.item if value not in (None, [], {})}
        assert {sight.field for sight in found.sights if sight.values} <= stated | {"original_title", "creators"}
        assert stated & {rule.field for rule in found.layout.rules} <= {s.field for s in found.sights} | {"title_type"}


@pytest.mark.parametrize("path", PAGES, ids=[path.parent.relative_to(FIXTURES).as_posix() for path in PAGES])
def test_every_value_of_the_trace_counts_as_a_hit(path):
    found = trace(page_at(path))
    if isinstance(found.item, Title):
        giving = {id(rule.place) for rule, gives in hits(found) if gives}
        assert {id(sight.place) for sight in found.sights if sight.values and sight.field != "imdb_id"} <= giving


def test_sights_stand_in_the_order_of_the_record():
    fields = [sight.field for sight in trace(page_at(FILM)).sights]
    assert fields == sorted(fields, key=list(Title.model_fields).index)
    assert fields[0] == "imdb_id"


def test_what_was_not_understood_is_kept():
    (sight,) = of(trace(page_at(FILM, (b"EUR18,000,000", b"a fortune"))), "budget")
    assert (list(sight.values), list(sight.unparsed)) == ([], ["a fortune (estimated)"])


def test_a_fallback_does_not_count_where_another_place_has_a_value():
    sights = of(trace(page_at(FILM)), "keywords")
    assert [(repr(sight.place), sight.counts) for sight in sights][-1] == ("Ld(keywords)", False)
    assert sights[0].counts


def test_a_page_without_layout_has_nothing_to_trace():
    found = trace(Page(b"<html><body><h1>About us</h1></body></html>"))
    assert (found.item.reason, found.layout, found.view, found.sights) == ("unknown_layout", None, None, ())


def test_a_rejected_page_of_a_known_layout_shows_what_was_found():
    found = trace(page_at(FILM, (b"tt9000001", b"tt9000009"), (b'content="tt9000009"', b'content="tt9000001"')))
    assert found.item.reason == "id_mismatch"
    assert {value for sight in of(found, "imdb_id") for value in sight.values} == {"tt9000001", "tt9000009"}
