"""The data package as frictionless checks it: types, limits, keys and references of every row."""

from __future__ import annotations

import csv
import json
import subprocess
import sys

import pytest

from filmspider.exports.tables import tables

# In a process of its own: frictionless and what it brings warn of their own future.
VALIDATE = """
import json, sys, frictionless
report = frictionless.validate(sys.argv[1])
print(json.dumps({"valid": report.valid, "rows": {task.name: task.stats.get("rows", 0) for task in report.tasks},
                  "errors": [[task.name, error.type] for task in report.tasks for error in task.errors]}))
"""


@pytest.fixture
def package(exported):
    return exported("datapackage", "package")


def validate(package):
    command = [sys.executable, "-c", VALIDATE, str(package / "datapackage.json")]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_frictionless_finds_nothing_wrong(package, records):
    report = validate(package)
    assert (report["valid"], report["errors"]) == (True, [])
    assert report["rows"]["titles"] == len(records)
    assert report["rows"]["genres"] == sum(len(record["genres"]) for record in records)
    assert set(report["rows"]) == {table.name for table in tables()}


def spoil(path, column, value):
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    rows[0][header.index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def test_frictionless_finds_what_is_wrong(package):
    spoil(package / "titles.csv", "rating", "11")
    spoil(package / "titles.csv", "year", "soon")
    spoil(package / "recommendations.csv", "rating", "ten")
    spoil(package / "credits.csv", "person_id", "nm0000000")
    spoil(package / "genres.csv", "title_id", "999")
    report = validate(package)
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
