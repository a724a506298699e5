from __future__ import annotations

import json

import pytest

from filmspider.datasets import Dataset
from filmspider.exceptions import DatasetError
from filmspider.items import Title


def test_a_folder_and_its_file_are_the_same(dataset_folder):
    one, other = Dataset(dataset_folder), Dataset(dataset_folder / "titles.jsonl")
    assert list(one.records()) == list(other.records())
    assert one.sha256() == other.sha256()


def test_titles_are_the_records(dataset_folder):
    dataset = Dataset(dataset_folder)
    titles = list(dataset.titles())
    assert {type(title) for title in titles} == {Title}
    assert [title.model_dump(mode="json") for title in titles] == list(dataset.records())


def test_nothing_there(tmp_path):
    with pytest.raises(DatasetError, match="no dataset in"):
        Dataset(tmp_path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "line 2: no record of schema 1.0: Input data was truncated"),
        (b'"x"', "line 2: no record of schema 1.0: Expected `object`"),
        (b'{"imdb_id": "\xff"}', "line 2: "),
        (b'{"title": "x"}', "line 2: no record of schema 1.0: Object missing required field `imdb_id`"),
    ],
)
def test_lines_that_are_no_records(dataset_folder, tmp_path, line, message):
    first = (dataset_folder / "titles.jsonl").read_bytes().splitlines()[0]
    (tmp_path / "titles.jsonl").write_bytes(first + b"\n" + line + b"\n")
    with pytest.raises(DatasetError, match=message):
        list(Dataset(tmp_path).records())
    with pytest.raises(DatasetError, match="line 2: "):
        list(Dataset(tmp_path).titles())


def without_names(record):
    return record | {"directors": [{"imdb_id": None, "notes": []}]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda record: record | {"colour": 1}, "Object contains unknown field `colour`"),
        (lambda record: record | {"budget": {"sum": 1}}, r"unknown field `sum` - at `\$\.budget`"),
        (without_names, r"missing required field `name` - at `\$\.directors\[0\]`"),
        (lambda record: record | {"rating": "7.6"}, r"Expected `float \| null`, got `str` - at `\$\.rating`"),
        (lambda record: record | {"rating": 11}, r"Expected `float` <= 10.0 - at `\$\.rating`"),
        (lambda record: record | {"year": 2016.5}, r"Expected `int \| null`, got `float` - at `\$\.year`"),
        (lambda record: record | {"rating_count": 2**63}, r"out of range|<= 9223372036854775807"),
        (lambda record: record | {"genres": None}, r"Expected `array`, got `null` - at `\$\.genres`"),
        (lambda record: record | {"genres": "Drama"}, r"Expected `array`, got `str` - at `\$\.genres`"),
        (lambda record: record | {"title_type": "opera"}, r"Invalid enum value 'opera' - at `\$\.title_type`"),
        (lambda record: record | {"date_published": "2018-13"}, r"matching regex .* - at `\$\.date_published`"),
        (
            lambda record: record | {"field_status": {"year": "lost"}},
            r"Invalid enum value 'lost' - at `\$\.field_status",
        ),
    ],
)
def test_values_that_are_not_as_the_schema_says(dataset_folder, tmp_path, change, message):
    record = json.loads((dataset_folder / "titles.jsonl").read_bytes().splitlines()[0])
    (tmp_path / "titles.jsonl").write_text(json.dumps(change(record)) + "\n")
    with pytest.raises(DatasetError, match=f"line 1: no record of schema 1.0: .*{message}"):
        list(Dataset(tmp_path).records())


def test_the_order_of_keys_does_not_matter(dataset_folder, tmp_path):
    record = json.loads((dataset_folder / "titles.jsonl").read_bytes().splitlines()[0])
    (tmp_path / "titles.jsonl").write_text(json.dumps(dict(reversed(record.items()))) + "\n")
    assert [list(read.items()) for read in Dataset(tmp_path).records()] == [list(record.items())]


def test_manifest(dataset_folder, tmp_path):
    assert Dataset(dataset_folder).manifest == {}
    (tmp_path / "titles.jsonl").write_bytes(b"")
    (tmp_path / "run.json").write_text('{"keep": "all"}')
    assert Dataset(tmp_path).manifest == {"keep": "all"}
    (tmp_path / "run.json").write_text("{")
    with pytest.raises(DatasetError, match=r"run\.json"):
        _ = Dataset(tmp_path).manifest
