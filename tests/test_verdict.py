from __future__ import annotations

from pathlib import Path

import pytest

from filmspider.drift import Finding
from filmspider.significance import Share
from filmspider.verdict import RunResult

WELL = {
    "pages": 3, "records": 2, "duplicates": 0, "passed_over": 0, "rejected": {"empty": 1}, "layouts": {"title2015": 2},
    "resumed": 0, "carried": 0, "remote_blocked": 0, "failures": 0, "seconds": 0.1,
    "finished": True, "interrupted": False,
    "titles_path": Path("titles.jsonl"), "rejected_path": Path("rejected.jsonl"), "run_path": Path("run.json"),
}  # fmt: skip
DRIFT = (Finding("field_fell", "title2015", "budget", Share(180, 200), Share(90, 200), 0.0),)


@pytest.mark.parametrize(
    ("changes", "verdict", "exit_code"),
    [
        ({}, "well", 0),
        ({"records": 0, "rejected": {"empty": 3}}, "nothing_written", 2),
        ({"records": 0, "rejected": {"error": 3}}, "errors", 2),
        ({"rejected": {"error": 1}}, "errors", 2),
        ({"pages": 4}, "errors", 2),
        ({"pages": 9, "passed_over": 6}, "well", 0),
        ({"pages": 1, "carried": 2}, "well", 0),
        ({"failures": 1}, "errors", 2),
        ({"finished": False}, "errors", 2),
        ({"remote_blocked": 1, "rejected": {"blocked": 1}}, "blocked", 3),
        ({"rejected": {"blocked": 1}}, "well", 0),
        ({"interrupted": True, "finished": False}, "interrupted", 130),
        ({"drift": DRIFT}, "drift", 4),
        ({"drift": DRIFT, "records": 0, "rejected": {"unknown_layout": 3}}, "nothing_written", 2),
        ({"drift": DRIFT, "rejected": {"error": 1}}, "errors", 2),
        ({"drift": DRIFT, "remote_blocked": 1, "rejected": {"blocked": 1}}, "blocked", 3),
    ],
)
def test_verdict(changes, verdict, exit_code):
    result = RunResult(**WELL | changes)
    assert (result.verdict, result.exit_code) == (verdict, exit_code)
