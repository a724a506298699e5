from __future__ import annotations

import duckdb
import pytest

from filmspider.datasets import Dataset
from filmspider.exceptions import DatasetError
from filmspider.exports import export
from filmspider.fields import record_fields


def test_duckdb_reads_every_value(exported, records):
    with duckdb.connect(exported("duckdb"), read_only=True) as database:
        names = [field.name for field in record_fields()]
        rows = [dict(zip(names, row, strict=True)) for row in database.sql("FROM titles").fetchall()]
    assert rows == records


def test_comments_say_what_columns_mean(exported):
    with duckdb.connect(exported("duckdb"), read_only=True) as database:
        said = dict(database.sql("SELECT column_name, comment FROM duckdb_columns() WHERE NOT internal").fetchall())
    assert said == {field.name: field.meaning for field in record_fields()}


def test_a_path_with_signs_of_a_pattern(dataset, tmp_path):
    folder = tmp_path / "run [1] it's*"
    folder.mkdir()
    (folder / "titles.jsonl").write_bytes(dataset.titles_path.read_bytes())
    export(Dataset(folder), "duckdb", folder / "titles.duckdb")
    with duckdb.connect(folder / "titles.duckdb") as database:
        assert database.sql("SELECT count(*) > 1 FROM titles").fetchall() == [(True,)]


def test_lines_that_are_no_records(tmp_path):
    (tmp_path / "titles.jsonl").write_text('{"year": "soon"}\n')
    with pytest.raises(DatasetError, match=r"titles\.jsonl"):
        export(Dataset(tmp_path), "duckdb", tmp_path / "titles.duckdb")
    assert [path.name for path in tmp_path.iterdir()] == ["titles.jsonl"]
