from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("parse_page.py",), "median ratio"),
        (("parse_page.py", "--profile", "title2015"), "(parse_page)"),
        (("drift.py", "--nights", "20", "--pages", "100"), "drift is raised in 0 of 20 nights"),
    ],
)
def test_benchmark_runs_on_the_fixtures(fixtures, arguments, shown):
    script, *options = arguments
    command = [sys.executable, "-W", "error", f"benchmarks/{script}", *options]
    environment = os.environ | {"FILMSPIDER_CORPUS": "nonesuch", "PYTHONPATH": ".", "COLUMNS": "120"}
    done = subprocess.run(command, cwd=fixtures.parent, env=environment, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert shown in done.stdout
