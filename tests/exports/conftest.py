"""A dataset, and what is exported from it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys

import pytest

from filmspider.datasets import Dataset
from filmspider.exports import export

# In a process of its own: frictionless and what it brings warn of their own future.
VALIDATE = """
import json, sys, frictionless
report = frictionless.validate(*sys.argv[1:2], **({"schema": sys.argv[2]} if sys.argv[2:] else {}))
print(json.dumps({"valid": report.valid, "rows": {task.name: task.stats.get("rows", 0) for task in report.tasks},
                  "errors": [[task.name, error.type] for task in report.tasks for error in task.errors]}))
"""


@pytest.fixture(scope="session")
def dataset(dataset_folder):
    return Dataset(dataset_folder)


@pytest.fixture(scope="session")
def records(dataset):
    return [json.loads(line) for line in dataset.titles_path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def film(records):
    """The record of ``title2015/feature-film-2018``, which holds nearly every field."""
    return next(record for record in records if record["imdb_id"] == "tt9000001")


@pytest.fixture
def exported(dataset, tmp_path):
    """Export to a format, and return where it is."""

    def write(name, path=None, **options):
        target = tmp_path / (path or f"titles.{name}")
        assert export(dataset, name, target, **options)[0] == target
        return target

    return write


@pytest.fixture
def validate(tmp_path):
    """Return what frictionless makes of a file of the test's folder: whether it is valid, its rows and errors."""

    def report(*paths):
        names = [str(path.relative_to(tmp_path)) for path in paths]
        command = [sys.executable, "-c", VALIDATE, *names]
        return json.loads(subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout)

    return report


@pytest.fixture
def spoil():
    """Put another value into the first row of a CSV file."""

    def put(path, column, value):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        rows[0][header.index(column)] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    return put
