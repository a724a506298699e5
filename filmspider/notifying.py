"""Telling somebody that a run did not go well."""

from __future__ import annotations

import json
import logging
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

from filmspider.exceptions import UnknownArgumentError

if TYPE_CHECKING:
    from filmspider.verdict import RunResult

logger = logging.getLogger(__name__)

_PATIENCE = 60
"""Seconds that the command may take."""


def check_command(command: str | None) -> None:
    """Raise :class:`SetupError` for a command that is not there: better now than when it is needed."""
    if command is None:
        return
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UnknownArgumentError(f"notify={command}: {error}") from None
    if not words or shutil.which(words[0]) is None:
        raise UnknownArgumentError(f"notify={command}: no such command")


def notify(result: RunResult, command: str) -> None:
    """Run *command*, without a shell, with ``run.json`` on its standard input, unless the verdict is well.

    Where there is no such file, as on a full disk, it is the verdict and the exit code alone. That the command fails is
    logged, and changes nothing about the run.
    """
    if result.verdict == "well":
        return
    verdict = {"verdict": result.verdict, "exit_code": result.exit_code}
    manifest = result.run_path.read_bytes() if result.told else json.dumps(verdict).encode()
    try:
        subprocess.run(shlex.split(command), input=manifest, check=True, timeout=_PATIENCE)  # noqa: S603 - it is what the user asked for
    except (OSError, subprocess.SubprocessError) as error:
        logger.error("notifying failed: %s", error, extra={"event": "notify_failed"})  # noqa: TRY400 - the reason is said
