"""Every export of a dataset of real pages, in its real reader: as many rows, and the same ratings."""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from filmspider.datasets import Dataset
from filmspider.exports import export
from filmspider.items import Title
from filmspider.keys import title_key
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.publishing import publish

# What warns of its own future runs in a process of its own.
FRICTIONLESS = """
import json, sys, frictionless
report = frictionless.validate(sys.argv[1])
rows = {task.name: task.stats.get("rows", 0) for task in report.tasks}
print(json.dumps([report.valid, report.flatten(["type", "note"]), rows["titles"]]))
"""
MLCROISSANT = """
import json, sys, mlcroissant
rows = mlcroissant.Dataset(sys.argv[1]).records("titles")
print(json.dumps([[row["titles/imdb_id"].decode(), row["titles/rating"]] for row in rows]))
"""
RDFLIB = """
import json, sys
from rdflib import Graph, Namespace
S = Namespace("https://schema.org/")
graph = Graph().parse(sys.argv[1], format="json-ld")
rated = [(title, graph.value(rating, S.ratingValue)) for title, rating in graph.subject_objects(S.aggregateRating)]
print(json.dumps({str(title).rstrip("/").rpartition("/")[2]: float(rating) for title, rating in rated}))
"""


@pytest.fixture(scope="module")
def dataset(corpus, tmp_path_factory):
    """All captures in the corpus, as ``--keep all`` gives them."""
    folder = tmp_path_factory.mktemp("corpus")
    items = (parse_page(Page.unpack(path.read_bytes(), uri=path.name)) for path in sorted((corpus / "pages").iterdir()))
    titles = [item for item in items if isinstance(item, Title)]
    titles.sort(key=lambda item: (title_key(item.imdb_id, item.title, item.year, item.title_type), item.source.uri))
    publish(folder / "titles.jsonl", (title.model_dump_json().encode() for title in titles))
    return Dataset(folder)


@pytest.fixture(scope="module")
def ratings(dataset):
    """The id and the rating of each record."""
    return [(record["imdb_id"], record["rating"]) for record in dataset.records()]


@pytest.fixture(scope="module")
def latest(ratings):
    return dict(ratings)


@pytest.fixture
def exported(dataset, tmp_path):
    return lambda name: export(dataset, name, tmp_path / f"titles.{name}")[0]


def read(program, path):
    return json.loads(subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True).stdout)


def test_parquet(exported, ratings):
    path = exported("parquet")
    columns = ["imdb_id", "rating"]
    assert [tuple(row.values()) for row in pq.read_table(path, columns=columns).to_pylist()] == ratings
    assert duckdb.sql(f"SELECT imdb_id, rating FROM '{path}'").fetchall() == ratings
    assert pl.read_parquet(path).select(columns).rows() == ratings
    frame = pd.read_parquet(path)[columns].astype(object)
    assert list(frame.where(frame.notna(), None).itertuples(index=False, name=None)) == ratings


def test_sqlite(exported, ratings):
    with closing(sqlite3.connect(exported("sqlite"))) as database:
        assert database.execute("SELECT imdb_id, rating FROM titles ORDER BY title_id").fetchall() == ratings
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_duckdb(exported, ratings):
    with duckdb.connect(exported("duckdb")) as database:
        assert database.sql("SELECT imdb_id, rating FROM titles").fetchall() == ratings


def test_csv(exported, ratings):
    with exported("csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["imdb_id"], float(row["rating"]) if row["rating"] else None) for row in csv.DictReader(file)]
    assert rows == ratings


def test_tsv(exported, latest):
    folder = exported("tsv")
    with gzip.open(folder / "title.basics.tsv.gz", "rt", encoding="utf-8") as file:
        assert [row["tconst"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)] == list(latest)
    frame = pd.read_csv(folder / "title.ratings.tsv.gz", sep="\t", na_values=r"\N", quoting=csv.QUOTE_NONE)
    rated = dict(zip(frame.tconst, frame.averageRating, strict=True))
    assert rated == {key: rating for key, rating in latest.items() if rating is not None}


def test_jsonld(exported, latest):
    assert read(RDFLIB, exported("jsonld")) == {key: rating for key, rating in latest.items() if rating is not None}


def test_datapackage(exported, ratings):
    assert read(FRICTIONLESS, exported("datapackage") / "datapackage.json") == [True, [], len(ratings)]


def test_croissant(dataset, ratings):
    (path,) = export(dataset, "croissant", dataset.titles_path.with_name("croissant.json"))
    assert [tuple(row) for row in read(MLCROISSANT, path)] == ratings
