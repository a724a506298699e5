from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from filmspider.exceptions import OutputError
from filmspider.runfolders import link, retire, run_folder
from filmspider.verdict import RunResult

TODAY = datetime.now(UTC).strftime("%Y%m%d")


def finished(folder, verdict="well"):
    folder.mkdir(parents=True)
    (folder / "run.json").write_text(json.dumps({"verdict": verdict}))
    for name in ("titles.jsonl", "rejected.jsonl", "run.log"):
        (folder / name).write_text("x")
    (folder / "archive").mkdir()
    return folder


def result(folder, **changed):
    counts = {
        "pages": 1,
        "records": 1,
        "duplicates": 0,
        "passed_over": 0,
        "resumed": 0,
        "carried": 0,
        "remote_blocked": 0,
    }
    state = {"rejected": {}, "layouts": {}, "failures": 0, "seconds": 1.0, "finished": True, "interrupted": False}
    files = {f"{name}_path": folder / f"{name}.json" for name in ("titles", "rejected", "run")}
    return RunResult(**counts | state | files | changed)


def test_folder_is_called_by_its_time(tmp_path):
    with run_folder(tmp_path / "runs") as folder:
        assert datetime.strptime(folder.name, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) <= datetime.now(UTC)


def test_one_run_at_a_time(tmp_path):
    with run_folder(tmp_path), pytest.raises(OutputError, match="in use by another run"), run_folder(tmp_path):
        pass
    with run_folder(tmp_path):
        pass


@pytest.mark.parametrize(("day", "taken_up"), [(TODAY, True), ("20200101", False)])
def test_run_of_the_same_day_that_was_broken_off_is_taken_up(tmp_path, day, taken_up):
    broken = tmp_path / f"{day}T000000Z"
    broken.mkdir()
    with run_folder(tmp_path) as folder:
        assert (folder == broken) is taken_up


def test_run_that_went_through_is_not(tmp_path):
    done = finished(tmp_path / f"{TODAY}T000000Z")
    with run_folder(tmp_path) as folder:
        assert folder != done


@pytest.mark.parametrize(
    ("changed", "latest", "well"),
    [
        ({}, "b", "b"),
        ({"remote_blocked": 1}, "b", "a"),
        ({"finished": False, "interrupted": True}, "a", "a"),
    ],
)
def test_links(tmp_path, changed, latest, well):
    for name in "ab":
        finished(tmp_path / name)
    link(tmp_path, result(tmp_path / "a"))
    link(tmp_path, result(tmp_path / "b", **changed))
    assert Path(tmp_path / "latest").readlink() == Path(latest)
    assert Path(tmp_path / "last-well").readlink() == Path(well)
    assert (tmp_path / "latest" / "titles.jsonl").read_text() == "x"


def test_old_runs_keep_what_their_dataset_can_be_made_of(tmp_path):
    runs = [finished(tmp_path / f"2020010{day}T000000Z") for day in range(1, 7)]
    (tmp_path / "mine.txt").write_text("x")
    link(tmp_path, result(runs[0]))
    link(tmp_path, result(runs[5], remote_blocked=1))
    retire(tmp_path, 2)
    whole = [run for run in runs if (run / "titles.jsonl").exists()]
    assert whole == [runs[0], runs[4], runs[5]], "what `last-well` leads to stays"
    assert all((run / "run.json").exists() and (run / "archive").exists() for run in runs)
    assert (tmp_path / "mine.txt").exists()


def test_old_runs_that_were_broken_off_are_retired_too(tmp_path):
    old, newest = (finished(tmp_path / f"2020010{day}T000000Z") for day in (1, 2))
    for run in (old, newest):
        (run / "run.json").rename(run / ".journal.jsonl")
        (run / "partial").mkdir()
        (run / "partial" / "titles.jsonl").write_text("x")
    retire(tmp_path, 1)
    assert [path.name for path in old.iterdir()] == ["archive"]
    assert (newest / "partial" / "titles.jsonl").exists()


def test_run_that_could_not_start_leaves_nothing(tmp_path):
    with pytest.raises(OSError, match="no"), run_folder(tmp_path):
        raise OSError("no")
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_nothing_is_retired_unless_asked_for(tmp_path):
    run = finished(tmp_path / "20200101T000000Z")
    retire(tmp_path, 0)
    assert (run / "titles.jsonl").exists()


def test_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError), run_folder(tmp_path / "file"):
        pass
