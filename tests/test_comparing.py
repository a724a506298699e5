from __future__ import annotations

import json

import msgspec
import pytest

from filmspider.changes import ChangeCounts, changes
from filmspider.comparing import field_changes, pairs
from filmspider.exceptions import UnsortedError
from filmspider.items import Title
from filmspider.keys import title_key


def line(number, captured_at="2018-01-01", uri="a.html", **fields):
    source = {"layout": "title2015", "media": "html", "sha256": "0" * 64, "extractor": "1"}
    source |= {"captured_at": captured_at, "uri": uri}
    about = {"imdb_id": number and f"tt{number:07}", "title": "The Salt Lantern", "source": source}
    return Title.model_validate(about | fields).model_dump_json().encode()


def changed(old, new):
    ((_, before, now),) = pairs([old], [new])
    return list(field_changes(before, now))


def test_titles_side_by_side():
    found = list(pairs([line(1), line(2), line(4)], [line(2), line(3), line(4)]))
    assert [(pair.key, pair.old is None, pair.new is None) for pair in found] == [
        ("tt0000001", False, True),
        ("tt0000002", False, False),
        ("tt0000003", True, False),
        ("tt0000004", False, False),
    ]


def test_nothing_against_something():
    assert list(pairs([], [])) == []
    assert [pair.new is None for pair in pairs([line(1)], [])] == [True]
    assert [pair.old is None for pair in pairs([], [line(1)])] == [True]


def test_latest_capture_of_a_title_counts():
    old = [line(1, "2017", year=1999), line(1, "2018", year=2000), line(10, "2016")]
    ((key, before, now), _) = pairs(old, [line(1, "2018", year=2000), line(1, "2019", year=2001), line(10, "2016")])
    assert (key, before.value("year"), now.value("year")) == ("tt0000001", 2000, 2001)


def test_titles_without_an_id_come_last():
    old = [line(1), line(None, title="Ägir", year=1999)]
    keys = [pair.key for pair in pairs(old, old)]
    assert keys == ["tt0000001", title_key(None, "Ägir", 1999, "movie")]


def test_datasets_out_of_order():
    with pytest.raises(UnsortedError, match="tt0000001 comes after tt0000002"):
        list(pairs([line(2), line(1)], []))


@pytest.mark.parametrize("text", [b"{}", b"", b"[1]", b'{"imdb_id": 1'])
def test_lines_that_are_no_records(text):
    with pytest.raises((msgspec.DecodeError, UnsortedError)):
        list(pairs([line(1), text], []))


def test_where_a_record_comes_from_is_no_change():
    old = line(1, "2017", "a.html", problems=[{"code": "rounded", "field": "rating_count", "detail": "11.4K"}])
    assert changed(old, line(1, "2018", "b.html", field_status={"year": "conflict"})) == []


def test_fields_that_changed():
    old, new = line(1, rating=7.6, genres=["Drama"]), line(1, rating=7.7, genres=["Drama", "War"], plot="Salt.")
    assert changed(old, new) == [
        ("rating", 7.6, 7.7, True),
        ("genres", ["Drama"], ["Drama", "War"], True),
        ("plot", None, "Salt.", True),
    ]


def test_spelling_of_json_is_no_change():
    assert changed(line(1, plot="é"), line(1, plot="é").replace("é".encode(), rb"\u00e9")) == []


@pytest.mark.parametrize("state", ["not_on_layout", "unparsed", "truncated"])
def test_what_a_page_could_not_tell_is_not_known_to_have_changed(state):
    told, silent = line(1, metascore=61), line(1, field_status={"metascore": state})
    assert changed(told, silent) == [("metascore", 61, None, False)]
    assert changed(silent, told) == [("metascore", None, 61, False)]
    cut = line(1, plot="Salt …", field_status={"plot": "truncated"})
    assert [each.known for each in changed(cut, line(1, plot="Light."))] == [True]


def test_field_that_older_records_do_not_have():
    record = json.loads(line(1, metascore=61))
    del record["metascore"]
    assert changed(json.dumps(record).encode(), line(1, metascore=61)) == [("metascore", None, 61, True)]


def test_lines_of_changes():
    old = [line(1), line(2, "2017", rating=7.6), line(3, rating=5.0)]
    new = [line(2, "2018", "b.html", rating=7.7), line(3, rating=5.0), line(4)]
    counts = ChangeCounts()
    rows = [json.loads(each) for each in changes(old, new, counts)]
    assert [(row["imdb_id"], row["change"]) for row in rows] == [
        ("tt0000001", "gone"),
        ("tt0000002", "changed"),
        ("tt0000004", "new"),
    ]
    assert rows[1] == {
        "imdb_id": "tt0000002",
        "title": "The Salt Lantern",
        "change": "changed",
        "field": "rating",
        "old": 7.6,
        "new": 7.7,
        "captures": {
            "old": {"uri": "a.html", "captured_at": "2017"},
            "new": {"uri": "b.html", "captured_at": "2018"},
        },
    }
    assert rows[0]["captures"]["new"] is rows[2]["captures"]["old"] is None
    assert counts == ChangeCounts(new=1, gone=1, changed=1, fields={"rating": 1})
    assert str(counts) == "1 titles new, 1 gone, 1 changed"


def test_what_was_not_known_is_not_among_the_changes():
    counts = ChangeCounts()
    silent = line(1, field_status={"metascore": "not_on_layout"})
    assert list(changes([line(1, metascore=61)], [silent], counts)) == []
    assert counts == ChangeCounts()
