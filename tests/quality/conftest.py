"""Datasets made for a test."""

from __future__ import annotations

import json

import pytest

from filmspider.datasets import Dataset


@pytest.fixture
def make(dataset_folder, tmp_path):
    """Write records that are like the first of the fixtures' but for what each says."""
    first = json.loads((dataset_folder / "titles.jsonl").read_bytes().splitlines()[0])

    def write(*changes):
        lines = (json.dumps(first | {"imdb_id": f"tt{n:07}"} | change) + "\n" for n, change in enumerate(changes, 1))
        (tmp_path / "titles.jsonl").write_text("".join(lines), encoding="utf-8")
        return Dataset(tmp_path)

    return write
