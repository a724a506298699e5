from __future__ import annotations

import datasets
import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from filmspider.fields import record_fields
from filmspider.items import SCHEMA_VERSION


def as_exported(record):
    """The record as Parquet holds it: of a map, the entries."""
    return record | {"field_status": [{"field": name, "status": said} for name, said in record["field_status"].items()]}


def test_pyarrow_reads_every_value(exported, records):
    table = pq.read_table(exported("parquet"))
    assert table.to_pylist() == [as_exported(record) for record in records]


def test_metadata_says_what_fields_mean(exported):
    schema = pq.read_schema(exported("parquet"))
    assert schema.metadata[b"schema_version"].decode() == SCHEMA_VERSION
    for field in record_fields():
        assert schema.field(field.name).metadata[b"description"].decode() == field.meaning
    member = schema.field("cast").type.value_type
    assert member.field("characters").metadata[b"description"] == b"Names of the characters played, without notes."


def test_duckdb_reads_it(exported, records, film):
    path = exported("parquet")
    counts = duckdb.sql(f"SELECT count(*), sum(len(\"cast\")) FROM '{path}'").fetchall()
    assert counts == [(len(records), sum(len(record["cast"]) for record in records))]
    query = f"SELECT budget.amount, directors[1].name FROM '{path}' WHERE imdb_id = 'tt9000001'"
    assert duckdb.sql(query).fetchall() == [(film["budget"]["amount"], film["directors"][0]["name"])]


def test_pandas_reads_it(exported, records, film):
    frame = pd.read_parquet(exported("parquet")).set_index("imdb_id")
    assert len(frame) == len(records)
    row = frame.loc["tt9000001"]
    assert (row.title, row.rating, row.budget["currency"]) == (film["title"], film["rating"], "EUR")
    assert list(row.genres) == film["genres"]


def test_polars_reads_it(exported, records, film):
    frame = pl.read_parquet(exported("parquet"))
    assert frame.height == len(records)
    row = frame.row(by_predicate=pl.col("imdb_id") == "tt9000001", named=True)
    assert row == as_exported(film)


def test_hugging_face_datasets_reads_it(exported, records, film, tmp_path):
    path = exported("parquet")
    loaded = datasets.Dataset.from_parquet(str(path), cache_dir=str(tmp_path / "cache"))
    assert len(loaded) == len(records)
    assert loaded[0] == as_exported(records[0])
    assert loaded.filter(lambda row: row["imdb_id"] == "tt9000001")[0]["cast"] == film["cast"]


def test_partitioned(exported, records):
    folder = exported("parquet", "by_type", partition_by="title_type")
    assert {path.name for path in folder.iterdir()} == {f"title_type={record['title_type']}" for record in records}
    table = ds.dataset(folder, partitioning="hive").to_table()
    assert {row["source"]["sha256"] for row in table.to_pylist()} == {each["source"]["sha256"] for each in records}
    (part,) = (folder / "title_type=tv_movie").iterdir()
    assert pq.read_schema(part).field("rating").metadata == {b"description": b"Mean user rating, of 10."}
    films = duckdb.sql(f"SELECT count(*) FROM '{folder}/*/*.parquet' WHERE title_type = 'movie'").fetchall()
    assert films == [(sum(record["title_type"] == "movie" for record in records),)]


def test_partitioned_by_a_field_that_may_be_null(exported, records):
    folder = exported("parquet", "by_year", partition_by="year")
    table = ds.dataset(folder, partitioning=ds.partitioning(flavor="hive", schema=None)).to_table()
    assert table.num_rows == len(records)
    assert (folder / "year=__HIVE_DEFAULT_PARTITION__").is_dir()
