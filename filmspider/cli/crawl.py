"""``filmspider crawl``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table

from filmspider import runs
from filmspider.keeping import Keep
from filmspider.report import require, write_report
from filmspider.verdict import HINTS, RunResult

_QUIET = {"LOG_LEVEL": "WARNING"}


def crawl(  # noqa: PLR0913, PLR0917 - the options of the command
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, patterns, lists of these, - for standard input, or web addresses.",
            show_default=False,
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write.")] = Path("output"),
    keep: Annotated[
        Keep,
        typer.Option(
            help="The latest capture of a title, all captures, or the latest with its gaps filled from older."
        ),
    ] = "latest",
    remote: Annotated[bool, typer.Option("--remote", help="Fetch bare title ids (tt0111161) from the site.")] = False,
    match: Annotated[
        str | None,
        typer.Option(
            metavar="REGEX",
            help="Of web archives, read the records with this in their address.",
            show_default="title pages",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=0, help="Processes that read pages; 0: this one.", show_default="the cores there are"),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Keep what earlier runs have read, and read only what is new.")
    ] = False,
    baseline: Annotated[
        str | None,
        typer.Option(
            metavar="PATH|last",
            help="Compare with an earlier run, its folder or run.json, or with the last one into the same folder.",
        ),
    ] = None,
    report: Annotated[bool, typer.Option("--report", help="Write report.html too.")] = False,
) -> None:
    """Read pages into a dataset: titles.jsonl, rejected.jsonl and run.json."""
    if report:
        require()
    settings = _QUIET | {"BASELINE": baseline}
    result = runs.crawl(
        sources, output, keep=keep, remote=remote, match=match, workers=workers, update=update, settings=settings
    )
    show(result, Console())
    if report and result.finished:
        typer.echo(write_report(output))
    raise typer.Exit(result.exit_code)


def show(result: RunResult, console: Console) -> None:
    """Print what a run did."""
    console.print(_table(result))
    console.print(f"{_pages(result)}; {HINTS[result.verdict]}", highlight=False, soft_wrap=True)
    if result.changes is not None:
        console.print(f"{result.changes} since the dataset before", highlight=False, soft_wrap=True)
    for finding in result.drift:
        console.print(f"drift: {finding}", highlight=False, soft_wrap=True, markup=False)
    if result.finished:
        for path in (result.titles_path, result.rejected_path, result.run_path):
            console.print(str(path), highlight=False, soft_wrap=True, markup=False)


def _table(result: RunResult) -> Table:
    table = Table("pages that gave", "", Column("count", justify="right"))
    for what, counts in (("a record", result.layouts), ("a rejection", result.rejected)):
        for name, count in (counts or {"": 0}).items():
            table.add_row(what, name, str(count))
        table.add_section()
    table.add_row("a duplicate", "", str(result.duplicates))
    if result.passed_over:
        table.add_row("nothing: passed over", "", str(result.passed_over))
    return table


def _pages(result: RunResult) -> str:
    done = result.pages - result.resumed
    speed = done / result.seconds if result.seconds else 0
    earlier = f", {result.resumed} of them by an earlier run" if result.resumed else ""
    return f"{result.pages} pages{earlier}, {speed:.0f} a second"
