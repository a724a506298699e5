"""``filmspider report``."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from filmspider.report import write_report


def report(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Output folder of a run.")],
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write report.html: how a run went, what its pages hold, and how that has changed, in one file."""
    path = write_report(run)
    typer.echo(path)
    if show:
        webbrowser.open(path.resolve().as_uri())
