from __future__ import annotations

import pytest
from parsel import Selector

from filmspider.items import Title
from filmspider.loaders import FIELDS, TitleLoader
from filmspider.rules import Rule

DERIVED = {"runtime_minutes", "source", "field_status", "problems"}


class Stats(dict):
    def inc_value(self, key, count=1):
        self[key] = self.get(key, 0) + count


def test_every_field_of_the_record_meets_its_processors():
    assert set(FIELDS) == set(Title.model_fields) - DERIVED


def test_it_is_an_item_loader():
    loader = TitleLoader(selector=Selector("<h1>Taken (I) (2008)</h1>", type="html"))
    for field in ("title", "year", "disambiguation"):
        loader.add_css(field, "h1::text")
    assert loader.load_item() == {"title": "Taken", "year": 2008, "disambiguation": "I"}


@pytest.mark.parametrize(("field", "raw", "value"), [("metascore", "0", 0), ("cast_complete", "Cast overview", False)])
def test_zero_and_false_are_values(field, raw, value):
    loader = TitleLoader()
    loader.add_value(field, raw)
    assert loader.load_item() == {field: value}


def test_a_bad_value_costs_its_field_only():
    loader = TitleLoader()
    loader.add_value("title", "Aladdin")
    loader.add_value("rating", "splendid")
    assert loader.load_item() == {"title": "Aladdin"}
    assert loader.load_fields()["rating"].problems == (("unparsed", "splendid"),)


def test_fallback_rules_count_only_where_no_other_gives_a_value():
    displayed, structured = Rule("certificates", "displayed"), Rule("certificates", "structured", fallback=True)
    loader = TitleLoader()
    loader.add_rule(displayed, "16+")
    loader.add_rule(structured, "R")
    assert [certificate.rating for certificate in loader.load_item()["certificates"]] == ["16+"]
    loader = TitleLoader()
    loader.add_rule(displayed, "See all certifications »")
    loader.add_rule(structured, "R")
    assert [certificate.rating for certificate in loader.load_item()["certificates"]] == ["R"]


def test_rule_hits_are_counted_also_where_a_rule_gave_nothing():
    stats = Stats()
    loader = TitleLoader(stats=stats)
    loader.add_rule(Rule("rating", "a place"), "8.7")
    loader.add_rule(Rule("metascore", "a place"), "none")
    assert stats == {"rule//rating <- 'a place'": 1, "rule//metascore <- 'a place'": 0}


def test_rules_that_gave_a_value_are_told():
    rating = Rule("rating", "a place")
    loader = TitleLoader()
    loader.add_rule(rating, "8.7")
    loader.add_rule(Rule("metascore", "a place"), "none")
    loader.add_value("year", "(2008)")
    assert loader.hits() == [rating]


def test_a_field_that_takes_the_first_value_is_settled_by_it():
    loader = TitleLoader()
    loader.add_rule(Rule("title", "a place"), "Aladdin")
    loader.add_rule(Rule("rating", "a place"), "8.0")
    assert loader.settled == {"title"}
