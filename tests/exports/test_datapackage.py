"""The data package as frictionless checks it: types, limits, keys and references of every row."""

from __future__ import annotations

import csv
import json

import pytest

from filmspider.exports.tables import tables


@pytest.fixture
def package(exported):
    return exported("datapackage", "package")


def test_frictionless_finds_nothing_wrong(package, validate, records):
    report = validate(package / "datapackage.json")
    assert (report["valid"], report["errors"]) == (True, [])
    assert report["rows"]["titles"] == len(records)
    assert report["rows"]["genres"] == sum(len(record["genres"]) for record in records)
    assert set(report["rows"]) == {table.name for table in tables()}


def test_frictionless_finds_what_is_wrong(package, validate, spoil):
    spoil(package / "titles.csv", "rating", "11")
    spoil(package / "titles.csv", "year", "soon")
    spoil(package / "recommendations.csv", "rating", "ten")
    spoil(package / "credits.csv", "person_id", "nm0000000")
    spoil(package / "genres.csv", "title_id", "999")
    report = validate(package / "datapackage.json")
    assert not report["valid"]
    assert sorted(report["errors"]) == [
        ["credits", "foreign-key"],
        ["genres", "foreign-key"],
        ["recommendations", "type-error"],
        ["titles", "constraint-error"],
        ["titles", "type-error"],
    ]


def test_every_column_is_described(package):
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        with (package / resource["path"]).open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert {path.name for path in package.iterdir()} == {each["path"] for each in descriptor["resources"]} | {
        "datapackage.json"
    }
