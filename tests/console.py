"""The commands that a page of the documentation shows, and running them as a reader would.

A ``console`` block has commands behind ``$`` and what they print; ``…`` stands for anything on a line, and alone for
any number of lines. A line ``% not run: REASON`` before a block keeps it from being run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(r"(?:^% not run: (?P<reason>[^\n]+)\n)?^```console\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"^```\{code-block\} \w+\n:caption: (?P<name>\S+)\n\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_MARK = "\x1e"
_OFFLINE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1"}


class Command(NamedTuple):
    """A command and what the page says that it prints."""

    text: str
    shown: str
    reason: str | None
    """Why it cannot be run in a test."""


def commands(page: str) -> list[Command]:
    """Return the commands of a page in its order."""
    return [
        Command(text, shown, block["reason"])
        for block in _BLOCK.finditer(page)
        for text, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block["text"], re.MULTILINE)
    ]


def files(page: str) -> dict[str, str]:
    """Return the files that the page has its reader save, by name."""
    return {found["name"]: found["text"] for found in _FILE.finditer(page)}


class Done(NamedTuple):
    """What came of a command."""

    printed: str
    code: int


def run(texts: list[str], folder: Path) -> list[Done]:
    """Run commands in one shell in *folder*, which is the reader's home too, with no network but the machine's own."""
    script = "".join(f"{text}\nstatus=$?; printf '{_MARK}%s{_MARK}' $status; (exit $status)\n" for text in texts)
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    reader = {"PATH": programs, "HOME": str(folder), "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", f"trap 'kill $(jobs -p) 2>/dev/null' EXIT\n{script}"],  # noqa: S607 - the reader's own shell
        cwd=folder,
        env=os.environ | _OFFLINE | reader,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    printed, codes = (done.stdout.split(_MARK)[start::2] for start in (0, 1))
    return [Done(text, int(code)) for text, code in zip(printed, codes, strict=False)]


def matches(printed: str, shown: str) -> bool:
    """Return whether *printed* is what the page shows.

    >>> matches("│ 12 │\\nb\\nc\\nd\\n", "│  … │\\n…\\nd\\n"), matches("a 1\\nb\\n", "a 1\\n")
    (True, False)
    """
    return re.fullmatch("".join(map(_pattern, shown.splitlines())), printed) is not None


def _pattern(line: str) -> str:
    return "(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, re.split(" *… *", line))) + "\n"
