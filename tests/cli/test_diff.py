from __future__ import annotations

import json

import pytest


@pytest.fixture
def other(dataset_folder, tmp_path):
    records = [json.loads(line) for line in (dataset_folder / "titles.jsonl").read_bytes().splitlines()]
    records[0] |= {"rating": 1.5, "title": "The [b]Salt[/b] Lantern"}
    (tmp_path / "titles.jsonl").write_text("".join(json.dumps(each) + "\n" for each in records[:-1]))
    return tmp_path


def test_the_same(run, dataset_folder):
    done = run("diff", dataset_folder, dataset_folder / "titles.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "0 new, 0 gone, 0 changed" in done.stderr


def test_a_table_of_what_differs(run, dataset_folder, other):
    done = run("diff", dataset_folder, other)
    text = " ".join(done.stdout.split())
    assert done.exit_code == 2
    assert "│ rating │ 1 │ │ tt9000001: 7.6 → 1.5 │" in text
    assert "The [b]Salt[/b] Lantern" in text
    assert "gone titles │ 1" in text
    assert "0 new, 1 gone, 1 changed" in done.stderr


def test_json_lines(run, dataset_folder, other):
    rows = [json.loads(line) for line in run("diff", "--json", dataset_folder, other).stdout.splitlines()]
    assert [(row["change"], row["field"]) for row in rows] == [
        ("changed", "title"),
        ("changed", "rating"),
        ("gone", None),
    ]
    assert (rows[1]["old"], rows[1]["new"], rows[1]["known"]) == (7.6, 1.5, True)


def test_what_is_no_dataset(run, dataset_folder, tmp_path):
    done = run("diff", dataset_folder, tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"filmspider: no dataset in {tmp_path}")
