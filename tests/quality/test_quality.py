from __future__ import annotations

from dataclasses import asdict

import msgspec
import pytest

from filmspider.exceptions import DatasetError
from filmspider.quality import quality

UNPARSED = {"code": "unparsed", "field": "budget", "detail": "a fortune"}


def test_problems_by_code_and_field(make):
    found = quality(make({"problems": [UNPARSED]}, {"problems": [UNPARSED, UNPARSED | {"field": "year"}]}))
    assert [(each.code, each.field, each.count) for each in found.problems] == [
        ("unparsed", "budget", 2),
        ("unparsed", "year", 1),
    ]
    example = found.problems[0].examples[0]
    assert (example.imdb_id, example.detail) == ("tt0000001", "a fortune")
    assert not found.sound


def test_what_cannot_be_is_said_once(make):
    detail = "2001 before 2016"
    known = {"code": "implausible", "field": "end_year", "detail": detail}
    change = {"title_type": "tv_series", "year": 2016, "end_year": 2001}
    found = quality(make(change, change | {"problems": [known]}))
    assert [(each.field, each.count) for each in found.impossible] == [("end_year", 1)]
    assert [(each.code, each.count) for each in found.problems] == [("implausible", 1)]


def test_examples_are_few(make):
    found = quality(make(*[{"problems": [UNPARSED]}] * 10))
    assert (found.problems[0].count, len(found.problems[0].examples)) == (10, 3)


def test_it_is_plain_data(make):
    found = quality(make({}, {"problems": [UNPARSED]}))
    data = msgspec.json.decode(msgspec.json.encode(asdict(found)))
    assert (data["records"], data["problems"][0]["count"]) == (2, 1)
    assert {"name", "share", "distinct", "lowest", "outliers"} <= set(data["fields"][0])


def test_a_sound_dataset_and_an_empty_one(make):
    assert quality(make({})).sound
    assert not quality(make()).sound


def test_a_value_that_the_schema_does_not_allow(make):
    with pytest.raises(DatasetError, match="line 2: rating: Input should be less than or equal to 10"):
        quality(make({}, {"rating": 11}))
