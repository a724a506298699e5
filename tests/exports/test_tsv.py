from __future__ import annotations

import gzip
import json

import duckdb
import pandas as pd
import polars as pl
import pytest

from filmspider.exports.tsv import FILES

# As https://developer.imdb.com/non-commercial-datasets/ lists them.
PUBLIC = {
    "title.akas": "titleId ordering title region language types attributes isOriginalTitle",
    "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "title.ratings": "tconst averageRating numVotes",
}


@pytest.fixture
def folder(exported):
    return exported("tsv", "imdb")


def lines(folder, name):
    text = gzip.decompress((folder / f"{name}.tsv.gz").read_bytes()).decode()
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


def of(rows, imdb_id):
    return [row for row in rows if row[0] == imdb_id]


@pytest.mark.parametrize("name", PUBLIC)
def test_columns_are_those_of_the_public_files(folder, name):
    header, *rows = lines(folder, name)
    assert header == PUBLIC[name].split()
    assert {len(row) for row in rows} == {len(header)}
    assert "" not in {cell for row in rows for cell in row}


def test_no_other_files(folder):
    assert {path.name for path in folder.iterdir()} == {f"{name}.tsv.gz" for name in PUBLIC}
    assert set(FILES) == set(PUBLIC)


def test_one_line_a_title(folder, records):
    ids = [row[0] for row in lines(folder, "title.basics")[1:]]
    assert ids == sorted({record["imdb_id"] for record in records if record["imdb_id"]})
    rated = {each["imdb_id"] for each in records if each["rating"] is not None and each["rating_count"] is not None}
    assert {row[0] for row in lines(folder, "title.ratings")[1:]} == rated - {None}


def test_values(folder, film):
    (basics,) = of(lines(folder, "title.basics"), "tt9000001")
    runtime, genres = str(film["runtime_minutes"]), ",".join(film["genres"])
    assert basics[1:] == ["movie", film["title"], film["original_title"], "0", "2016", r"\N", runtime, genres]
    (crew,) = of(lines(folder, "title.crew"), "tt9000001")
    assert crew[1] == film["directors"][0]["imdb_id"]
    (ratings,) = of(lines(folder, "title.ratings"), "tt9000001")
    assert ratings[1:] == ["7.6", "48213"]


def test_akas(folder, film):
    original, *others = of(lines(folder, "title.akas"), "tt9000001")
    assert original[1:] == ["1", film["original_title"], r"\N", r"\N", "original", r"\N", "1"]
    assert [row[2] for row in others] == [aka["title"] for aka in film["akas"]]


def test_principals(folder, film):
    rows = of(lines(folder, "title.principals"), "tt9000001")
    assert [int(row[1]) for row in rows] == list(range(1, len(rows) + 1))
    played = next(row for row in rows if row[3] == "actor" and row[5] != r"\N")
    member = next(each for each in film["cast"] if each["imdb_id"] == played[2])
    assert json.loads(played[5]) == member["characters"]
    assert [row[2] for row in rows if row[3] == "director"] == [each["imdb_id"] for each in film["directors"]]
    jobs = {row[4] for row in rows if row[3] == "writer"}
    assert jobs == {", ".join(each["notes"]) or r"\N" for each in film["writers"] if each["imdb_id"]}


def test_readers_agree(folder):
    path = folder / "title.basics.tsv.gz"
    rows = len(lines(folder, "title.basics")) - 1
    frame = pd.read_csv(path, sep="\t", na_values=r"\N", quoting=3)
    assert (len(frame), frame.set_index("tconst").loc["tt9000001"].startYear) == (rows, 2016)
    polars_frame = pl.read_csv(path, separator="\t", null_values=r"\N", quote_char=None)
    assert polars_frame.filter(pl.col("tconst") == "tt9000001")["startYear"].to_list() == [2016]
    query = f"SELECT count(*), min(startYear) FROM read_csv('{path}', delim='\t', nullstr='\\N', quote='')"
    assert duckdb.sql(query).fetchall() == [(rows, int(frame.startYear.min()))]
