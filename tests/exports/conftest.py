"""A dataset, and what is exported from it."""

from __future__ import annotations

import json

import pytest

from filmspider.datasets import Dataset
from filmspider.exports import export


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
