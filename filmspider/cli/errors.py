"""What a user sees when a command cannot do what was asked for."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from filmspider.exceptions import SetupError

SETUP = 1


class ReportingGroup(TyperGroup):
    """Commands whose set-up and usage errors are one line on standard error, and exit code 1.

    Typer's own code for a usage error is 2, which here says that pages were read and something went wrong.
    """

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command, and leave the process with its exit code unless ``standalone_mode`` is off."""
        standalone_mode = options.pop("standalone_mode", True)
        try:
            code = super().main(*args, **{**options, "standalone_mode": False})
        except (SetupError, typer.TyperException) as error:
            typer.echo(f"filmspider: {_message(error)}", err=True)
            code = SETUP
        except typer.Abort:
            code = SETUP
        if standalone_mode:
            sys.exit(code)
        return code


def _message(error: SetupError | typer.TyperException) -> str:
    """Return what is wrong in one line, and for a usage error where to read on."""
    message = " ".join((error.format_message() if isinstance(error, typer.TyperException) else str(error)).split())
    context = getattr(error, "ctx", None)
    if context is None:
        return message
    return f"{message.rstrip('.')}. See: {context.command_path} --help"
