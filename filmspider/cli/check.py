"""``filmspider check``."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from filmspider.agreement import Finding, findings
from filmspider.cli.pages import saved_pages
from filmspider.cli.quality_table import quality_tables
from filmspider.cli.record_table import readable
from filmspider.datasets import Dataset
from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.quality import quality

_FOUND = 2
_DATASET = ".jsonl"


def check(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help="Saved pages: files, folders, patterns, lists of these, or -; or a RUN."
        ),
    ],
    json: Annotated[
        bool, typer.Option("--json", help="Print a JSON object for each finding; of a RUN one for all.")
    ] = False,
) -> None:
    """Report what a person should look at.

    On each page: places that disagree, strings that were not understood, figures that cannot be. Between pages of one
    title: where one states something else than the one before it.

    Of a RUN, the folder of a run or its titles.jsonl: what each field holds, problems by code, and what cannot be.
    """
    run = _run(sources)
    if run:
        _check_run(run, json)
        return
    read: Counter[type] = Counter()
    found: list[Finding] = []
    for finding in findings(_records(sources, read)):
        found.append(finding)
        if json:
            typer.echo(msgspec.json.encode(asdict(finding)).decode())
    if found and not json:
        Console().print(_table(found))
    typer.echo(f"findings: {len(found)}, records: {read[Title]}, pages rejected: {read[Rejection]}", err=True)
    if found or not read[Title]:
        raise typer.Exit(_FOUND)


def _run(sources: list[str]) -> Path | None:
    """Return the one source if it is a dataset."""
    path = Path(sources[0])
    is_dataset = path.suffix == _DATASET or (path / f"titles{_DATASET}").is_file()
    return path if len(sources) == 1 and is_dataset else None


def _check_run(run: Path, json: bool) -> None:
    found = quality(Dataset(run))
    if json:
        typer.echo(msgspec.json.encode(asdict(found)).decode())
    else:
        for table in quality_tables(found):
            Console().print(table)
    problems, impossible = (sum(each.count for each in counted) for counted in (found.problems, found.impossible))
    typer.echo(f"records: {found.records}, problems: {problems}, impossible: {impossible}", err=True)
    if not found.sound:
        raise typer.Exit(_FOUND)


def _records(sources: list[str], read: Counter[type]) -> Iterator[Title]:
    """Yield the records of the sources, and count in *read* what their pages gave."""
    for page in saved_pages(sources):
        item = parse_page(page) if isinstance(page, Page) else page
        read[type(item)] += 1
        if isinstance(item, Title):
            yield item


def _table(found: list[Finding]) -> Table:
    table = Table("what", "title", "field", *(Column(name, overflow="fold") for name in ("detail", "pages")))
    for finding in found:
        pages = "\n".join(
            " ".join(filter(None, [capture.layout, capture.captured_at, capture.uri])) for capture in finding.captures
        )
        # Text, not str: a page's own brackets and colons are no markup.
        detail = Text(readable(finding.detail))
        table.add_row(finding.code, finding.imdb_id or "", finding.field or "", detail, Text(pages))
    return table
