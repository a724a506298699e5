"""``filmspider crawl``."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from filmspider import runs as running
from filmspider.cli.summary import show
from filmspider.exceptions import UnknownArgumentError
from filmspider.keeping import Keep
from filmspider.metrics import check_metrics, write_metrics
from filmspider.notifying import check_command, notify
from filmspider.report import require, write_report
from filmspider.run_history import LAST
from filmspider.runfolders import LOG, earlier_run, link, retire, run_folder
from filmspider.verdict import RunResult

_REMOTE = "Pages of a site"
_AGAIN = "Runs that are repeated"
_LEVELS = ("WARNING", "INFO", "DEBUG")


def crawl(  # noqa: PLR0913 - all that a run can be asked for
    *,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, patterns, lists of these, - for standard input, or web addresses.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder to write.", show_default="output")
    ] = None,
    keep: Annotated[
        Keep,
        typer.Option(
            help="The latest capture of a title, all captures, or the latest with its gaps filled from older."
        ),
    ] = "latest",
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
    report: Annotated[bool, typer.Option("--report", help="Write report.html too.")] = False,
    chosen: Annotated[
        list[str] | None,
        typer.Option("-s", metavar="NAME=VALUE", help="A setting of Scrapy's, such as DOWNLOAD_DELAY=3."),
    ] = None,
    verbose: Annotated[
        int,
        typer.Option("--verbose", "-v", count=True, help="Log what happens; twice, every page.", show_default=False),
    ] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what goes wrong.")] = False,
    remote: Annotated[
        bool, typer.Option("--remote", help="Fetch bare title ids (tt0111161).", rich_help_panel=_REMOTE)
    ] = False,
    discover: Annotated[
        list[str] | None,
        typer.Option(
            metavar="URL", help="Fetch the titles that a sitemap or list page names.", rich_help_panel=_REMOTE
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="Titles to discover at most.", rich_help_panel=_REMOTE)
    ] = 1000,
    archive: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Keep every answer in web archives.", rich_help_panel=_REMOTE),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask hosts in a private network, too.", rich_help_panel=_REMOTE)
    ] = False,
    runs: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Instead of --output: a folder a run in DIR, with dataset, log and archive.",
            rich_help_panel=_AGAIN,
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            metavar="PATH|last",
            help="Compare with an earlier run, its folder or run.json, or with the last one of --output or --runs.",
            rich_help_panel=_AGAIN,
        ),
    ] = None,
    retain: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="N",
            help="Keep datasets and logs of N runs; of older ones run.json and the archive stay.",
            show_default="all",
            rich_help_panel=_AGAIN,
        ),
    ] = 0,
    metrics: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write figures of the run for Prometheus.", rich_help_panel=_AGAIN),
    ] = None,
    notify_command: Annotated[
        str | None,
        typer.Option(
            "--notify",
            metavar="COMMAND",
            help="Give run.json to this command unless all is well.",
            rich_help_panel=_AGAIN,
        ),
    ] = None,
) -> None:
    """Read pages into a dataset: titles.jsonl, rejected.jsonl and run.json."""
    if report:
        require()
    check_metrics(metrics)
    check_command(notify_command)
    with _folder(output, runs) as folder:
        before = earlier_run(runs, folder) if runs and baseline == LAST else baseline
        result = running.crawl(
            sources or [],
            folder,
            keep=keep,
            remote=remote,
            match=match,
            workers=workers,
            update=update,
            discover=discover or [],
            limit=limit,
            archive=archive or (folder / "archive" if runs else None),
            allow_private=allow_private,
            settings=_logging(verbose, folder if runs else None)
            | ({"BASELINE": before} if before else {})
            | dict(map(_setting, chosen or [])),
        )
        if runs:
            link(runs, result)
            retire(runs, retain)
    try:
        page = write_report(folder) if report and result.finished else None
    finally:
        _tell(result, metrics, notify_command)
    if not quiet or result.exit_code:
        show(result, Console())
        if page:
            typer.echo(page)
    raise typer.Exit(result.exit_code)


def _folder(output: Path | None, runs: Path | None) -> AbstractContextManager[Path]:
    if output and runs:
        raise UnknownArgumentError("--output and --runs: give one of them")
    return run_folder(runs) if runs else nullcontext(output or Path("output"))


def _logging(verbose: int, folder: Path | None) -> dict[str, Any]:
    """The log of a run in a folder of its own is kept there."""
    if folder is None:
        return {"LOG_LEVEL": _LEVELS[min(verbose, 2)]}
    return {"LOG_LEVEL": _LEVELS[min(max(verbose, 1), 2)], "LOG_FILE": str(folder / LOG)}


def _tell(result: RunResult, metrics: Path | None, command: str | None) -> None:
    if metrics:
        write_metrics(result, metrics)
    if command:
        notify(result, command)


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise UnknownArgumentError(f"-s {text}: use NAME=VALUE")
    return name, value
