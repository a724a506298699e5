"""``filmspider schedule``."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from filmspider.cli.crawl import crawl
from filmspider.exceptions import OutputError, UnknownArgumentError
from filmspider.scheduling import Schedule

_CONTACT = "FILMSPIDER_CONTACT_URL"
_EXAMPLE = "filmspider schedule --at 03:15 -- titles.list --remote --runs nightly"


def schedule(
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="-- SOURCE... --runs DIR [OPTIONS]",
            help="What `filmspider crawl` is to be given, behind two dashes.",
            show_default=False,
        ),
    ],
    at: Annotated[str, typer.Option(metavar="HH:MM", help="When to run, local time.")] = "03:15",
    name: Annotated[str, typer.Option(metavar="NAME", help="Tells this schedule from others.")] = "nightly",
    only: Annotated[
        Literal["systemd", "cron"] | None, typer.Option(help="Print one of the two.", show_default="both")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the files for systemd there instead of printing them.")
    ] = None,
) -> None:
    """Print what makes systemd or cron run a crawl every day, in this folder.

    Each run gets a folder of its own with dataset, log and archive. `latest` leads to the newest, `last-well` to the
    newest that went well.
    """
    _check(arguments)
    plan = Schedule(name, at, Path.cwd(), [*_program(), "crawl", *arguments])
    if into:
        _write(plan, into)
        return
    if only != "cron":
        for file, text in plan.units().items():
            typer.echo(f"# {file}\n{text}")
    if only != "systemd":
        typer.echo(plan.cron())


def _check(arguments: list[str]) -> None:
    """Find out now, and not at night, what is wrong with a command."""
    app = typer.Typer()
    app.command()(crawl)
    command = typer.main.get_command(app)
    given = command.make_context("filmspider crawl", list(arguments)).params
    if given["runs"] is None:
        raise UnknownArgumentError(f"say --runs DIR, so that no run writes over another: {_EXAMPLE}")


def _program() -> list[str]:
    """Return how to call this program from anywhere, and as whom it is to ask."""
    beside = Path(sys.executable).with_name("filmspider")
    program = str(beside if beside.exists() else Path(sys.argv[0]).resolve())
    contact = os.environ.get(_CONTACT)
    return ["/usr/bin/env", f"{_CONTACT}={contact}", program] if contact else [program]


def _write(plan: Schedule, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in plan.units().items():
            (folder / file).write_text(text, encoding="utf-8")
            typer.echo(str(folder / file))
    except OSError as error:
        raise OutputError(f"cannot write to {folder}: {error.strerror}") from error
    timer = next(file for file in plan.units() if file.endswith(".timer"))
    typer.echo(f"Switch it on: systemctl --user daemon-reload && systemctl --user enable --now {timer}")
