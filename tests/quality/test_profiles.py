from __future__ import annotations

import importlib.util

import pytest

from filmspider.datasets import Dataset
from filmspider.exceptions import MissingExtraError
from filmspider.fields import leaves
from filmspider.quality.profiles import Outlier, profile


def by_name(dataset):
    return {each.name: each for each in profile(dataset)}


def test_every_value_has_a_profile(dataset_folder):
    names = [each.name for each in profile(Dataset(dataset_folder))]
    assert names == [".".join(field.name for field in way) for way in leaves() if way[-1].kind != "map"]


def test_counts(dataset_folder):
    dataset = Dataset(dataset_folder)
    records = list(dataset.records())
    found = by_name(dataset)
    ratings = [record["rating"] for record in records if record["rating"] is not None]
    rating = found["rating"]
    assert (rating.records, rating.values) == (len(ratings), len(ratings))
    assert rating.share == pytest.approx(len(ratings) / len(records))
    assert (rating.measure, rating.lowest, rating.highest) == ("value", min(ratings), max(ratings))
    notes = [[note for member in record["cast"] for note in member["notes"]] for record in records]
    held = found["cast.notes"]
    assert (held.records, held.values) == (sum(map(bool, notes)), sum(map(len, notes)))
    assert held.distinct == len({note for each in notes for note in each})
    plots = [len(record["plot"]) for record in records if record["plot"]]
    assert (found["plot"].measure, found["plot"].highest) == ("length", max(plots))
    dates = [int(each["date"][:4]) for record in records for each in record["release_dates"]]
    assert (found["release_dates.date"].measure, found["release_dates.date"].lowest) == ("year", min(dates))
    assert found["imdb_id"].measure is None


def test_outliers(make):
    usual = [{"runtime_minutes": 80 + n, "rating_count": 2**n} for n in range(40)]
    found = by_name(make(*usual, {"runtime_minutes": 9000, "rating_count": 5}))
    assert (found["runtime_minutes"].outliers, found["runtime_minutes"].examples) == (1, [Outlier("tt0000041", 9000)])
    assert found["rating_count"].outliers == 0  # counts differ by orders of magnitude


def test_no_outliers_among_few_or_the_same(make):
    few = by_name(make(*({"runtime_minutes": n} for n in (90, 91, 92, 93, 9000))))
    assert few["runtime_minutes"].outliers == 0
    same = by_name(make(*[{"runtime_minutes": 90}] * 40, {"runtime_minutes": 9000}))
    assert same["runtime_minutes"].outliers == 0


def test_an_empty_dataset(make):
    assert {(each.records, each.share, each.values) for each in profile(make())} == {(0, 0.0, 0)}


def test_without_duckdb(make, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match="duckdb is not installed"):
        profile(make())
