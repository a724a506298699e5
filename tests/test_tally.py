from __future__ import annotations

from collections import Counter

import msgspec

from filmspider.holdings import Holding, rules_of
from filmspider.items import DATA_FIELDS, Rejection, Title
from filmspider.outcomes import Capture, Outcome, outcome_of, rejected
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.tally import PageCount


def title(*rules, **fields):
    source = {"layout": "title2015", "media": "html", "sha256": "0" * 64, "extractor": "1"}
    record = Title.model_validate({"title": "x", "source": source} | fields)
    holding = msgspec.structs.replace(Holding.of(record, ()), rules=list(rules))
    return Outcome(Capture(), "x", None, msgspec.Raw(record.model_dump_json().encode()), holding)


def told(*outcomes):
    count = PageCount()
    for outcome in outcomes:
        count.add(outcome)
    return count.tally()


def test_fields_held_and_not_understood():
    plain = title(year=1999, rating_count=0, cast_complete=False, genres=[])
    found = told(plain, title(field_status={"budget": "unparsed", "plot": "truncated"})).layouts["title2015"]["movie"]
    assert found.pages == 2
    assert found.held == {"title": 2, "title_type": 2, "year": 1, "rating_count": 1, "cast_complete": 1}
    assert found.unparsed == {"budget": 1}


def test_kinds_of_titles_are_counted_apart():
    found = told(title(), title(title_type="tv_episode"), title(title_type="tv_episode")).layouts["title2015"]
    assert {kind: each.pages for kind, each in found.items()} == {"movie": 1, "tv_episode": 2}


def test_rules_by_their_keys():
    first, second, *_ = rules_of("title2015")
    assert told(title(0, 1), title(1)).layouts["title2015"]["movie"].rules == {first: 1, second: 2}


def test_rejections():
    assert told(rejected(Capture(), Rejection(reason="unknown_layout"))).rejected == {"unknown_layout": 1}


def test_every_page_of_the_fixtures_is_counted_as_its_record_says(fixtures):
    outcomes, held, pages = [], Counter(), Counter()
    for path in sorted(fixtures.glob("title20*/*/page.html")):
        page = Page.unpack(path.read_bytes())
        item = parse_page(page)
        outcomes.append(outcome_of(page))
        place = item.source.layout, item.title_type
        pages[place] += 1
        held.update((*place, name) for name in DATA_FIELDS if getattr(item, name) not in (None, []))
    found = {(name, kind): each for name, kinds in told(*outcomes).layouts.items() for kind, each in kinds.items()}
    assert {place: each.pages for place, each in found.items()} == pages
    assert {(*place, field): hit for place, each in found.items() for field, hit in each.held.items()} == held
    assert all(hit <= each.pages for each in found.values() for hit in each.rules.values())
    assert all(each.rules for each in found.values())
