from __future__ import annotations

from pathlib import Path

import pytest

from filmspider.verdict import RunResult

WELL = {
    "pages": 3, "records": 2, "duplicates": 0, "passed_over": 0, "rejected": {"empty": 1}, "layouts": {"title2015": 2},
    "resumed": 0, "carried": 0, "remote_blocked": 0, "failures": 0, "seconds": 0.1,
    "finished": True, "interrupted": False,
    "titles_path": Path("titles.jsonl"), "rejected_path": Path("rejected.jsonl"), "run_path": Path("run.json"),
}  # fmt: skip


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
    ],
)
def test_verdict(changes, verdict, exit_code):
    result = RunResult(**WELL | changes)
    assert (result.verdict, result.exit_code) == (verdict, exit_code)
