from __future__ import annotations

from collections import Counter

from filmspider.hits import Hits
from filmspider.items import DATA_FIELDS, Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.tally import count, tally


def title(**fields):
    source = {"layout": "title2015", "media": "html", "sha256": "0" * 64, "extractor": "1"}
    return Title.model_validate({"title": "x", "source": source} | fields)


def test_fields_held_and_not_understood():
    hits = Hits()
    count(title(year=1999, rating_count=0, cast_complete=False, genres=[]), hits)
    count(title(field_status={"budget": "unparsed", "plot": "truncated"}), hits)
    found = tally(hits).layouts["title2015"]
    assert found.pages == 2
    assert found.held == {"title": 2, "title_type": 2, "year": 1, "rating_count": 1, "cast_complete": 1}
    assert found.unparsed == {"budget": 1}


def test_rejections():
    hits = Hits()
    count(Rejection(reason="unknown_layout"), hits)
    assert tally(hits).rejected == {"unknown_layout": 1}


def test_every_page_of_the_fixtures_is_counted_as_its_record_says(fixtures):
    hits, held, layouts = Hits(), Counter(), Counter()
    for path in sorted(fixtures.glob("title20*/*/page.html")):
        item = parse_page(Page.unpack(path.read_bytes()), hits)
        layouts[item.source.layout] += 1
        held.update((item.source.layout, name) for name in DATA_FIELDS if getattr(item, name) not in (None, []))
    found = tally(hits).layouts
    assert {name: each.pages for name, each in found.items()} == layouts
    assert {(name, field): hit for name, each in found.items() for field, hit in each.held.items()} == held
    assert all(hit <= each.pages for each in found.values() for hit in each.rules.values())
