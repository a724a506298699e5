"""Runs that are repeated: a folder for each, and links to the newest."""

from __future__ import annotations

import fcntl
import json
import re
import shutil
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from filmspider.exceptions import OutputError
from filmspider.output import PARTIAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filmspider.verdict import RunResult

LATEST = "latest"
"""Link to the newest run that went through, whatever its verdict."""
LAST_WELL = "last-well"
"""Link to the newest run that went well."""
LOG = "run.log"
_RETIRED = (
    "titles.jsonl", "rejected.jsonl", "duplicates.jsonl", "changes.jsonl", "runs.jsonl", ".journal.jsonl",
    ".index.sqlite", LOG,
)  # fmt: skip
_NAME = re.compile(r"\d{8}T\d{6}Z")
_FORM = "%Y%m%dT%H%M%SZ"
_HELD = "the folder of runs {} is in use by another run: wait for it"


@contextmanager
def run_folder(runs: Path) -> Iterator[Path]:
    """Give the folder in *runs* that a run is to write to, called by its time in UTC, and keep others out meanwhile.

    A run of the same day (UTC) that was broken off is taken up; an older one is left as it is, since its pages are of
    another day. Raises :class:`SetupError` if another run is under way or *runs* cannot be written.
    """
    try:
        runs.mkdir(parents=True, exist_ok=True)
        lock = (runs / ".lock").open("ab")
    except OSError as error:
        raise OutputError(f"cannot write to {runs}: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(_HELD.format(runs)) from None
        now = datetime.now(UTC).strftime(_FORM)
        folder = _broken_off(runs, now[:8]) or runs / now
        folder.mkdir(exist_ok=True)
        try:
            yield folder
        finally:
            with suppress(OSError):
                folder.rmdir()  # it is empty where the run could not start


def link(runs: Path, result: RunResult) -> None:
    """Let the links in *runs* lead to a run that has ended, as far as it deserves."""
    if result.finished:
        _point(runs / LATEST, result.run_path.parent.name)
    if result.verdict == "well":
        _point(runs / LAST_WELL, result.run_path.parent.name)


def earlier_run(runs: Path, folder: Path) -> str | None:
    """Return the newest run in *runs* that went through, but for the one in *folder*."""
    return next((str(path) for path in reversed(_folders(runs)) if path != folder and _is_through(path)), None)


def retire(runs: Path, keep: int) -> None:
    """Remove log, dataset and rejections of all but the newest *keep* runs, and of those that the links lead to.

    ``run.json`` and the archive stay: with them the dataset can be made again. Nobody takes up the older of the runs
    that were broken off.
    """
    linked = {(runs / name).resolve().name for name in (LATEST, LAST_WELL)}
    for folder in _folders(runs)[:-keep] if keep else []:
        if folder.name not in linked:
            shutil.rmtree(folder / PARTIAL, ignore_errors=True)
            for name in _RETIRED:
                (folder / name).unlink(missing_ok=True)


def _folders(runs: Path) -> list[Path]:
    return sorted(path for path in runs.iterdir() if _NAME.fullmatch(path.name) and path.is_dir())


def _broken_off(runs: Path, day: str) -> Path | None:
    newest = _folders(runs)[-1:]
    return next((folder for folder in newest if folder.name.startswith(day) and not _is_through(folder)), None)


def _is_through(folder: Path) -> bool:
    try:
        return "verdict" in json.loads((folder / "run.json").read_bytes())
    except (OSError, ValueError):
        return False


def _point(path: Path, target: str) -> None:
    """Replace a link in one step."""
    draft = path.with_name(f".{path.name}.tmp")
    draft.unlink(missing_ok=True)
    draft.symlink_to(target)
    draft.replace(path)
