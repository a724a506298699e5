"""``docs/recipes.md`` from top to bottom: every command and block of code runs, and prints what the page shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = "import sys; from filmspider.cli import app; sys.argv[0] = 'filmspider'; app()"


def blocks(path):
    """Yield the language, the text and the shown output of each block."""
    found = [match.groups() for match in BLOCK.finditer(path.read_text(encoding="utf-8"))]
    for number, (language, text) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else ("", "")
        if language != "text":
            yield language, text, following[1] if following[0] == "text" else ""


def program(path):
    """A program that runs the blocks and parts what they print."""
    for language, text, _ in blocks(path):
        yield text if language == "python" else "".join(map(call, text.splitlines()))
        yield "print('\\x1e', end='')\n"


def call(line):
    name, *arguments = shlex.split(line)
    assert name == "filmspider"
    return (
        f"subprocess.run([sys.executable, '-c', {COMMAND!r}, *{arguments!r}], check=True, stdout=subprocess.DEVNULL)\n"
    )


def test_page(fixtures, tmp_path):
    project = fixtures.parent
    for folder in ("fixtures", "docs"):
        (tmp_path / folder).symlink_to(project / folder)
    path = project / "docs" / "recipes.md"
    script = "import subprocess, sys\n" + "".join(program(path))
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=environment, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    for (_, text, shown), printed in zip(blocks(path), done.stdout.split("\x1e")[:-1], strict=True):
        assert printed == shown, f"prints something else:\n{text}"
    assert {each.name for each in Path(tmp_path).iterdir()} == {"fixtures", "docs", "output"}
