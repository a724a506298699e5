from __future__ import annotations

import csv
import json

import duckdb
import pandas as pd
import polars as pl

from filmspider.exports.columns import flat_columns


def test_csv_module_reads_every_value(exported, records):
    with exported("csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [list(row) for row in rows[:1]] == [[column.name for column in flat_columns()]]
    for row, record in zip(rows, records, strict=True):
        for column in flat_columns():
            value = column.cell(record)
            shown = "" if value is None else json.dumps(value) if isinstance(value, bool) else str(value)
            assert row[column.name] == shown


def test_lists_are_json(exported, film):
    frame = pd.read_csv(exported("csv")).set_index("imdb_id")
    assert json.loads(frame.loc["tt9000001"].cast) == film["cast"]
    assert json.loads(frame.loc["tt9000001"].genres) == film["genres"]


def test_pandas_polars_and_duckdb_agree(exported, records, film):
    path = exported("csv")
    pandas_frame, polars_frame = pd.read_csv(path), pl.read_csv(path, infer_schema_length=None)
    assert (len(pandas_frame), polars_frame.height) == (len(records), len(records))
    query = f"SELECT rating, budget_amount FROM read_csv('{path}') WHERE imdb_id = 'tt9000001'"
    spot = (film["rating"], film["budget"]["amount"])
    assert duckdb.sql(query).fetchall() == [spot]
    assert tuple(pandas_frame[pandas_frame.imdb_id == "tt9000001"][["rating", "budget_amount"]].iloc[0]) == spot
    assert polars_frame.filter(pl.col("imdb_id") == "tt9000001").select("rating", "budget_amount").row(0) == spot


def test_frictionless_finds_nothing_wrong(exported, validate, records):
    path = exported("csv", "titles.csv")
    report = validate(path, path.with_suffix(".schema.json"))
    assert (report["valid"], report["errors"], report["rows"]) == (True, [], {"titles": len(records)})


def test_frictionless_finds_what_is_wrong(exported, validate, spoil):
    path = exported("csv", "titles.csv")
    wrong = {"rating": "11", "year": "soon", "title": "", "cast": "Clara Venn", "field_status": "[]", "imdb_id": "nm1"}
    for column, value in wrong.items():
        spoil(path, column, value)
    found = sorted(kind for _, kind in validate(path, path.with_suffix(".schema.json"))["errors"])
    assert found == ["constraint-error"] * 3 + ["type-error"] * 3


def test_every_column_is_described(exported):
    path = exported("csv", "titles.csv").with_suffix(".schema.json")
    fields = json.loads(path.read_text(encoding="utf-8"))["fields"]
    assert [field["name"] for field in fields] == [column.name for column in flat_columns()]
    assert all(field["description"] for field in fields)
