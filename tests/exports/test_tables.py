from __future__ import annotations

from filmspider.exports.columns import flat_columns
from filmspider.exports.tables import rows, tables
from filmspider.fields import leaves, record_fields
from filmspider.items import Title


def table(name):
    return next(table for table in tables() if table.name == name)


def names(name):
    return [column.name for column in table(name).columns]


def test_fields_are_those_of_the_record():
    assert [field.name for field in record_fields()] == list(Title.model_fields)
    assert all(field.meaning for way in leaves() for field in way)


def test_every_field_is_in_a_table():
    single = {column.path[0] for column in table("titles").columns[1:]}
    apart = {each.name for each in tables()[3:]}
    credited = set(next(column.field.limits["enum"] for column in table("credits").columns if column.name == "credit"))
    assert single | (apart - {"source_merged"}) | credited == set(Title.model_fields)
    assert not single & apart


def test_names_of_columns_are_distinct():
    assert len({column.name for column in flat_columns()}) == len(flat_columns())
    for each in tables():
        assert len(set(names(each.name))) == len(each.columns)
        assert all(column.field.meaning for column in each.columns)


def test_rows_of_a_record(film):
    made = list(rows(film, 7))
    titles = [row for name, row in made if name == "titles"]
    assert len(titles) == 1
    title = dict(zip(names("titles"), titles[0], strict=True))
    assert (title["title_id"], title["budget_amount"], title["episode_season"]) == (7, 18000000, None)
    assert (title["awards_highlight_event"], title["source_layout"]) == ("Oscar", "title2015")
    assert ("genres", (7, 1, film["genres"][0])) in made
    assert ("release_dates", (7, 1, "2016-09-09", "US", "[]")) in made
    assert {name for name, row in made if row[0] != 7} == {"people"}


def test_a_list_within_an_object_is_a_table_too(film):
    capture = {
        "fields": ["budget", "cast"],
        "uri": "old.html",
        "layout": "tn15",
        "captured_at": None,
        "captured_from": None,
        "sha256": "0" * 64,
    }
    merged = film | {"source": film["source"] | {"merged": [capture]}}
    row = ("source_merged", (1, 1, '["budget","cast"]', "old.html", "tn15", None, None, "0" * 64))
    assert row in list(rows(merged, 1))


def test_a_person_is_in_people_and_in_credits(film):
    made = list(rows(film, 1))
    director = film["directors"][0]
    assert ("people", (director["imdb_id"], director["name"])) in made
    (credit,) = [row for name, row in made if name == "credits" and row[1] == "directors"]
    shown = dict(zip(names("credits"), credit, strict=True))
    assert (shown["person_id"], shown["name"], shown["notes"]) == (director["imdb_id"], director["name"], "[]")
    assert shown["characters"] is None


def test_what_credits_say_means_the_same_as_in_the_record():
    said = {column.name: column.field for column in table("credits").columns}
    parts = [part for each in record_fields() if each.name in said["credit"].limits["enum"] for part in each.parts]
    assert {part.name for part in parts if part.meaning not in said.get(part.name, part).meaning} == set()
    assert "screenplay" in said["notes"].meaning
    assert "voice" in said["notes"].meaning
    assert (said["notes"].nullable, said["characters"].nullable) == (False, True)


def test_credits_of_a_cast_member(film):
    member = film["cast"][0]
    row = next(row for name, row in rows(film, 1) if name == "credits" and row[1] == "cast")
    shown = dict(zip(names("credits"), row, strict=True))
    assert shown["characters"].startswith('["')
    assert shown["episode_count"] == member["episode_count"]
