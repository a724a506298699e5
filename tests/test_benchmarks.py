from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(("arguments", "shown"), [((), "median ratio"), (("--profile", "title2015"), "(parse_page)")])
def test_benchmark_runs_on_the_fixtures(fixtures, arguments, shown):
    command = [sys.executable, "-W", "error", "benchmarks/parse_page.py", *arguments]
    environment = os.environ | {"FILMSPIDER_CORPUS": "nonesuch", "PYTHONPATH": ".", "COLUMNS": "120"}
    done = subprocess.run(command, cwd=fixtures.parent, env=environment, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert shown in done.stdout
