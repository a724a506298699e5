from __future__ import annotations

import json

import pytest

from filmspider.datasets import Dataset
from filmspider.differences import Comparison
from filmspider.exceptions import DatasetError, UnsortedError


@pytest.fixture
def changed(dataset_folder, tmp_path):
    """The dataset of the fixtures, changed by a function on its records."""

    def write(change):
        lines = (dataset_folder / "titles.jsonl").read_text(encoding="utf-8").splitlines()
        records = change([json.loads(line) for line in lines])
        (tmp_path / "titles.jsonl").write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
        return Dataset(tmp_path)

    return write


def first(**changes):
    return lambda records: [records[0] | changes, *records[1:]]


def compared(old, new):
    comparison = Comparison(old, new)
    return comparison, list(comparison.differences())


def test_a_dataset_is_the_same_as_itself(dataset_folder):
    comparison, found = compared(Dataset(dataset_folder), Dataset(dataset_folder))
    assert (found, comparison.differs) == ([], False)
    assert comparison.same == sum(1 for _ in Dataset(dataset_folder).records())


def test_bytes_may_differ_where_values_do_not(dataset_folder, changed):
    assert not compared(Dataset(dataset_folder), changed(list))[0].differs  # json.dumps puts blanks after colons


def test_where_a_record_comes_from_is_no_difference(dataset_folder, changed):
    old = Dataset(dataset_folder)
    source = next(old.records())["source"]
    assert not compared(old, changed(first(source=source | {"extractor": "9.9", "uri": "elsewhere"})))[0].differs


def test_new_and_gone_titles(dataset_folder, changed):
    old, fewer = Dataset(dataset_folder), changed(lambda records: records[1:])
    comparison, (gone,) = compared(old, fewer)
    assert (gone.change, gone.imdb_id, comparison.gone.titles) == ("gone", next(old.records())["imdb_id"], 1)
    comparison, (new,) = compared(fewer, old)
    assert (new.change, new.title, comparison.new.examples) == ("new", gone.title, [new])


def test_changed_fields(dataset_folder, changed):
    old = Dataset(dataset_folder)
    comparison, found = compared(old, changed(first(rating=1.5, genres=["Opera"])))
    assert [(each.field, each.new) for each in found] == [("rating", 1.5), ("genres", ["Opera"])]
    assert found[0].old == next(old.records())["rating"]
    assert (comparison.changed, comparison.fields["rating"].titles) == (1, 1)
    assert comparison.fields["year"].titles == 0


def test_fields_that_one_page_would_not_show(dataset_folder, changed):
    change = first(rating=None, field_status={"rating": "not_on_layout"})
    comparison, (difference,) = compared(Dataset(dataset_folder), changed(change))
    assert (difference.known, comparison.fields["rating"].unknown) == (False, 1)


def test_examples_are_few(dataset_folder, changed):
    comparison, found = compared(
        Dataset(dataset_folder), changed(lambda records: [each | {"plot": "Changed."} for each in records])
    )
    assert len(comparison.fields["plot"].examples) == 3
    assert comparison.fields["plot"].titles == len(found)


def test_the_latest_capture_counts(dataset_folder, changed):
    comparison, found = compared(
        Dataset(dataset_folder), changed(lambda records: [records[0] | {"rating": 1.5}, *records])
    )
    assert (found, comparison.differs) == ([], False)


def test_files_that_cannot_be_compared(dataset_folder, changed):
    old = Dataset(dataset_folder)
    with pytest.raises(UnsortedError):
        compared(old, changed(lambda records: records[::-1]))
    broken = changed(list)
    broken.titles_path.write_text("{\n")
    with pytest.raises(DatasetError, match=f"a line of {old.titles_path} or .* is no record"):
        compared(old, broken)
