from __future__ import annotations

import json


def test_a_run(run, dataset_folder):
    done = run("check", dataset_folder)
    text = " ".join(done.stdout.split())
    records = len((dataset_folder / "titles.jsonl").read_bytes().splitlines())
    assert f"│ title │ {records} │ 100.0% │" in text
    assert done.stderr.startswith(f"records: {records}, problems: ")
    assert (done.exit_code == 0) == done.stderr.endswith("problems: 0, impossible: 0\n")


def test_names_are_whole_and_outliers_apart(run, dataset_folder, tmp_path):
    record = json.loads((dataset_folder / "titles.jsonl").read_bytes().splitlines()[0])
    review = {"title": None, "author": None, "date": None, "rating": None, "text": "t", "total_votes": None}
    rest = {"imdb_id": None, "budget": {"amount": 12215500000, "currency": "KRW", "estimated": False, "raw": None}}
    records = [
        record | rest | {"featured_review": review | {"helpful_votes": votes}} for votes in (*range(40, 80), 10**9)
    ]
    (tmp_path / "titles.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in records))
    text = " ".join(run("check", tmp_path, env={"COLUMNS": "80"}).stdout.split())
    assert "│ featured_review.helpful_votes │ 41 │ 100.0% │" in text
    assert "│ featured_review.helpful_votes │ 1 │ no id: 1000000000 │" in text
    assert "│ budget.amount │ 41 │ 100.0% │ 1 │ 12215500000 │" in text


def test_what_is_found(run, dataset_folder, tmp_path):
    record = json.loads((dataset_folder / "titles.jsonl").read_bytes().splitlines()[0])
    problem = {"code": "unparsed", "field": "budget", "detail": "a [b]fortune[/b]"}
    changes = {"problems": [problem], "end_year": 2019}
    (tmp_path / "titles.jsonl").write_text(json.dumps(record | changes) + "\n")
    done = run("check", tmp_path)
    text = " ".join(done.stdout.split())
    assert (done.exit_code, done.stderr) == (2, "records: 1, problems: 1, impossible: 1\n")
    assert "│ unparsed │ budget │ 1 │ tt9000001: a [b]fortune[/b] │" in text
    assert "implausible (not among the problems) │ end_year │ 1 │ tt9000001: of a movie │" in text


def test_json(run, dataset_folder):
    done = run("check", "--json", dataset_folder / "titles.jsonl")
    data = json.loads(done.stdout)
    assert set(data) == {"records", "fields", "problems", "impossible"}
    assert data["impossible"] == []


def test_a_sound_run(run, dataset_folder, tmp_path):
    lines = (dataset_folder / "titles.jsonl").read_bytes().splitlines(keepends=True)
    sound = [line for line in lines if json.loads(line)["problems"] == []]
    (tmp_path / "titles.jsonl").write_bytes(b"".join(sound))
    done = run("check", tmp_path)
    assert (done.exit_code, done.stderr) == (0, f"records: {len(sound)}, problems: 0, impossible: 0\n")


def test_an_empty_run(run, tmp_path):
    (tmp_path / "titles.jsonl").write_bytes(b"")
    assert run("check", tmp_path).exit_code == 2


def test_lines_that_are_no_records(run, tmp_path):
    (tmp_path / "titles.jsonl").write_text("{}\n")
    done = run("check", tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "titles.jsonl, line 1: title: Field required" in done.stderr
