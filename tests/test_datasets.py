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
        (b"{", "line 2: Input data was truncated"),
        (b'"x"', "line 2: Expected `object`"),
        (b'{"title": "\xff"}', "line 2: "),
        (b'{"title": "x"}', "line 2: not a record of this version's schema: no imdb_id, no title_type, no original"),
    ],
)
def test_lines_that_are_no_records(dataset_folder, tmp_path, line, message):
    first = (dataset_folder / "titles.jsonl").read_bytes().splitlines()[0]
    (tmp_path / "titles.jsonl").write_bytes(first + b"\n" + line + b"\n")
    with pytest.raises(DatasetError, match=message):
        list(Dataset(tmp_path).records())
    with pytest.raises(DatasetError, match="line 2: "):
        list(Dataset(tmp_path).titles())


def test_keys_that_are_not_in_the_schema(dataset_folder, tmp_path):
    record = json.loads((dataset_folder / "titles.jsonl").read_bytes().splitlines()[0])
    for changed, message in (
        (record | {"colour": 1}, "unknown colour"),
        (dict(reversed(record.items())), "its keys are in another order"),
    ):
        (tmp_path / "titles.jsonl").write_text(json.dumps(changed) + "\n")
        with pytest.raises(DatasetError, match=message):
            list(Dataset(tmp_path).records())


def test_manifest(dataset_folder, tmp_path):
    assert Dataset(dataset_folder).manifest == {}
    (tmp_path / "titles.jsonl").write_bytes(b"")
    (tmp_path / "run.json").write_text('{"keep": "all"}')
    assert Dataset(tmp_path).manifest == {"keep": "all"}
    (tmp_path / "run.json").write_text("{")
    with pytest.raises(DatasetError, match=r"run\.json"):
        _ = Dataset(tmp_path).manifest
