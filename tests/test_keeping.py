from __future__ import annotations

import json

import pytest
from test_output import lines, opened, outcome

from filmspider import runs

NEW, OLD, OLDER = ("2020", "a" * 64), ("2018", "b" * 64), ("2016", "c" * 64)


@pytest.fixture
def merged(tmp_path):
    """Publish captures of one title, merged, and return the record."""

    def make(*captures):
        with opened(tmp_path, keep="merged") as output:
            for (date, sha256), fields in captures:
                output.add(outcome(captured_at=date, sha256=sha256, uri=f"{date}.html", **fields))
            output.publish()
            assert output.duplicates == len(captures) - 1
        (record,) = lines(tmp_path / "titles.jsonl")
        return record

    return make


def test_gaps_are_filled_from_the_latest_that_has_it(merged):
    record = merged(
        (OLDER, {"rating": 5.0, "genres": ["Drama"], "aspect_ratio": "1.85:1"}),
        (NEW, {"rating": 7.0}),
        (OLD, {"rating": 6.0, "genres": ["Comedy"], "field_status": {"aspect_ratio": "not_on_layout"}}),
    )
    assert (record["rating"], record["genres"], record["aspect_ratio"]) == (7.0, ["Comedy"], "1.85:1")
    assert record["field_status"] == {"genres": "merged", "aspect_ratio": "merged"}
    assert [(each["captured_at"], each["fields"]) for each in record["source"]["merged"]] == [
        ("2018", ["genres"]),
        ("2016", ["aspect_ratio"]),
    ]
    assert record["source"]["uri"] == "2020.html"


def test_nothing_to_fill_changes_nothing(merged):
    record = merged((OLD, {"rating": 6.0}), (NEW, {"rating": 7.0}))
    assert (record["source"]["merged"], record["field_status"]) == ([], {})


def test_keys_stay_in_their_order(merged):
    record = merged((OLD, {"genres": ["Comedy"]}), (NEW, {}))
    plain = json.loads(bytes(outcome().payload))
    assert list(record) == list(plain)
    assert list(record["source"]) == list(plain["source"])


def test_merged_corpus_has_all_that_any_capture_has(corpus, tmp_path):
    quiet = {"TWISTED_REACTOR_ENABLED": False, "LOG_LEVEL": "WARNING"}
    sources = [str(corpus / "pages"), str(corpus / "text")]
    for keep in ("all", "merged"):
        runs.crawl(sources, tmp_path / keep, keep=keep, workers=0, settings=quiet)
    records = {row["imdb_id"]: row for row in lines(tmp_path / "merged" / "titles.jsonl")}
    captures = lines(tmp_path / "all" / "titles.jsonl")
    assert len(records) < len(captures)
    apart = {"source", "field_status", "problems"}
    for capture in captures:
        record = records[capture["imdb_id"]]
        origins = {field: each for each in record["source"]["merged"] for field in each["fields"]}
        for field in capture.keys() - apart:
            assert capture[field] in (None, []) or record[field] not in (None, [])
        if capture["source"]["sha256"] in {each["sha256"] for each in origins.values()}:
            for field, each in origins.items():
                if each["sha256"] == capture["source"]["sha256"]:
                    assert record[field] == capture[field]
                    assert record["field_status"][field] == "merged"
