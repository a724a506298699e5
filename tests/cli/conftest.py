"""Ways to run commands."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from filmspider.cli import app

START = "import sys; from filmspider.cli import app; sys.argv[0] = 'filmspider'; app()"


@pytest.fixture
def run():
    """Run a command in this process, on a wide terminal."""

    def invoke(*arguments, **options):
        return CliRunner(env={"COLUMNS": "200"}).invoke(app, list(map(str, arguments)), **options)

    return invoke


@pytest.fixture
def start():
    """Run a command as a user would; its exit code, output and errors are in what this returns."""

    def begin(*arguments, **options):
        environment = os.environ | {"COLUMNS": "200"}
        command = [sys.executable, "-W", "error", "-c", START, *map(str, arguments)]
        return subprocess.run(command, env=environment, text=True, capture_output=True, check=False, **options)

    return begin
