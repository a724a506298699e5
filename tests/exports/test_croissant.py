"""The Croissant file as mlcroissant checks it, and the records as it reads them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from filmspider.datasets import Dataset
from filmspider.exports import export
from filmspider.fields import record_fields

# In a process of its own: what mlcroissant brings warns of its own future.
READ = """
import json, sys, mlcroissant
dataset = mlcroissant.Dataset(sys.argv[1])
plain = lambda value: value.decode() if isinstance(value, bytes) else value
names = ("imdb_id", "rating", "genres", "cast", "budget")
rows = [{name: row[f"titles/{name}"] for name in names} for row in dataset.records("titles")]
print(json.dumps({"errors": list(dataset.metadata.issues.errors), "rows": rows}, default=plain))
"""


@pytest.fixture
def run(dataset, tmp_path):
    (tmp_path / "titles.jsonl").write_bytes(dataset.titles_path.read_bytes())
    (tmp_path / "run.json").write_text('{"finished_at": "2026-11-22T12:00:00+00:00"}')
    export(Dataset(tmp_path), "croissant", tmp_path / "croissant.json")
    return tmp_path


def read(run):
    command = [sys.executable, "-c", READ, str(run / "croissant.json")]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_mlcroissant_reads_the_records(run, records, film):
    shown = json.loads(read(run).stdout)
    assert shown["errors"] == []
    assert len(shown["rows"]) == len(records)
    row = next(row for row in shown["rows"] if row["imdb_id"] == "tt9000001")
    assert (row["rating"], row["genres"]) == (film["rating"], film["genres"])
    assert row["budget"]["titles/budget/amount"] == film["budget"]["amount"]
    cast = [(each["titles/cast/name"], each["titles/cast/characters"]) for each in row["cast"]]
    assert cast == [(each["name"], each["characters"]) for each in film["cast"]]


def test_a_changed_dataset_is_noticed(run):
    with (run / "titles.jsonl").open("ab") as file:
        file.write(b"\n")
    assert "is not identical with the reference" in read(run).stderr


def test_it_tells_what_fields_mean(run):
    described = json.loads((run / "croissant.json").read_text(encoding="utf-8"))
    assert described["datePublished"] == "2026-11-22T12:00:00+00:00"
    fields = described["recordSet"][0]["field"]
    expected = [(f"titles/{field.name}", field.meaning) for field in record_fields() if field.kind != "map"]
    assert [(field["@id"], field["description"]) for field in fields] == expected


def test_the_address_is_relative(run):
    export(Dataset(run), "croissant", run / "about" / "croissant.json")
    described = json.loads((run / "about" / "croissant.json").read_text(encoding="utf-8"))
    assert described["distribution"][0]["contentUrl"] == "../titles.jsonl"
