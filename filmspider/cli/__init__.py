"""The command line. Every command is thin: it calls the package and shows what came of it."""

from typing import Annotated

import typer

from filmspider import __version__
from filmspider.cli.browse import browse
from filmspider.cli.check import check
from filmspider.cli.crawl import crawl
from filmspider.cli.diff import diff
from filmspider.cli.errors import ReportingGroup
from filmspider.cli.export import export
from filmspider.cli.history import history
from filmspider.cli.inspect import inspect
from filmspider.cli.labels import labels
from filmspider.cli.layouts import layouts
from filmspider.cli.report import report
from filmspider.cli.rules import rules
from filmspider.cli.schedule import schedule
from filmspider.cli.schema import schema
from filmspider.layouts import registered

EXIT_CODES = (
    "Exit codes: 0 all well. 1 usage or set-up: nothing was read. 2 nothing written, or errors on the way. "
    "3 a site refused pages. 4 pages hold less than in the run of --baseline. "
    "130 interrupted: the same command goes on from there."
)

app = typer.Typer(cls=ReportingGroup, epilog=EXIT_CODES, pretty_exceptions_enable=False)
app.command(epilog=EXIT_CODES)(crawl)
app.command(epilog="Exit codes: 0 a record. 1 usage or set-up. 2 the page was rejected.")(inspect)
app.command(epilog="Exit codes: 0 nothing found. 1 usage or set-up. 2 something found, or no page gave a record.")(
    check
)
app.command()(history)
app.command()(schedule)
app.command()(schema)
app.command()(layouts)
app.command()(rules)
app.command()(labels)
app.command()(report)
app.command()(export)
app.command(epilog="Exit codes: 0 the same. 1 usage or set-up. 2 they differ.")(diff)
app.command()(browse)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"filmspider {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def filmspider(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Turn saved film title pages of every layout into one clean dataset."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(1)
    registered()
