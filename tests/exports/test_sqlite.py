from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from filmspider.exports.sqlite import metadata_path
from filmspider.exports.tables import tables


@pytest.fixture
def database(exported):
    with closing(sqlite3.connect(exported("sqlite"))) as connection:
        yield connection


def test_rows_of_each_table(database, records):
    expected = Counter(titles=len(records))
    for record in records:
        expected["credits"] += sum(len(record[name]) for name in ("directors", "writers", "creators", "stars", "cast"))
        expected.update({name: len(record[name]) for name in ("genres", "akas", "grosses", "field_status", "problems")})
    for name, count in expected.items():
        assert database.execute(f"SELECT count(*) FROM {name}").fetchone() == (count,), name


def test_keys_and_references_hold(database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_values_are_of_the_declared_types(database):
    for table in tables():
        for _, name, declared, required, *_ in database.execute(f"PRAGMA table_info({table.name})").fetchall():
            found = {kind for (kind,) in database.execute(f'SELECT DISTINCT typeof("{name}") FROM {table.name}')}
            assert found <= {declared.lower()} | ({"null"} if not required else set()), f"{table.name}.{name}"


def test_what_refers_to_nothing_is_found(database):
    database.execute("DELETE FROM people WHERE name = 'Anton Berle'")
    database.execute("UPDATE genres SET title_id = 999 WHERE title_id = 1 AND position = 1")
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    assert {(table, other) for table, _, other, _ in broken} == {("credits", "people"), ("genres", "titles")}


def test_what_cannot_be_null_is_refused(database):
    with pytest.raises(sqlite3.IntegrityError, match=r"NOT NULL constraint failed: titles\.title"):
        database.execute("UPDATE titles SET title = NULL")


def test_each_person_is_there_once(database, records):
    ids = {
        person["imdb_id"]
        for record in records
        for name in ("directors", "writers", "creators", "stars", "cast")
        for person in record[name]
        if person["imdb_id"]
    }
    assert {row[0] for row in database.execute("SELECT person_id FROM people")} == ids


def test_values(database, film):
    row = database.execute(
        "SELECT title, rating, budget_estimated, source_sha256 FROM titles WHERE imdb_id = 'tt9000001'"
    ).fetchone()
    assert row == (film["title"], film["rating"], int(film["budget"]["estimated"]), film["source"]["sha256"])
    notes = database.execute(
        "SELECT j.value FROM runtimes, titles USING (title_id), json_each(runtimes.notes) AS j WHERE title = ?",
        [film["title"]],
    ).fetchall()
    assert ("director's cut",) in notes


def test_search(database):
    found = database.execute("SELECT title FROM titles WHERE title_id IN (SELECT rowid FROM titles_fts('lanterne'))")
    assert found.fetchone() == ("The Salt Lantern",)
    people = database.execute(
        "SELECT name FROM people WHERE rowid IN (SELECT rowid FROM people_fts WHERE people_fts MATCH 'berle')"
    )
    assert people.fetchall() == [("Anton Berle",)]


@pytest.mark.parametrize("words", ["pa kajen", "PÅ KAJEN", '"ljuset på"'])
def test_search_passes_over_accents_and_case(database, words):
    query = "SELECT title FROM titles WHERE title_id IN (SELECT rowid FROM titles_fts WHERE titles_fts MATCH ?)"
    assert ("Ljuset på kajen",) in database.execute(query, [words]).fetchall()


def test_box_office(database, records):
    kinds = dict(database.execute("SELECT kind, count(*) FROM box_office GROUP BY kind").fetchall())
    assert kinds == {
        "budget": sum(record["budget"] is not None for record in records),
        "opening_weekend": sum(len(record["opening_weekends"]) for record in records),
        "gross": sum(len(record["grosses"]) for record in records),
    }


def test_lookups_use_an_index(database):
    for query in (
        "SELECT * FROM titles WHERE imdb_id = 'tt9000001'",
        "SELECT * FROM credits WHERE person_id = 'nm9000001'",
        "SELECT * FROM genres WHERE value = 'Drama'",
    ):
        plan = " ".join(row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "INDEX" in plan, query


def test_metadata_describes_every_column(exported):
    path = exported("sqlite", "films.sqlite")
    described = json.loads(metadata_path(path).read_text(encoding="utf-8"))["databases"]["films"]["tables"]
    with closing(sqlite3.connect(path)) as database:
        for table in tables():
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")]
            assert list(described[table.name]["columns"]) == columns
            assert all(described[table.name]["columns"].values())
