"""``filmspider inspect``."""

from typing import Annotated

import typer
from rich.console import Console

from filmspider.cli.record_table import absent, record_table
from filmspider.cli.where_table import where_lines, where_table
from filmspider.exceptions import RemoteOffError, SourceNotFoundError
from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.sources import PassedOver, Remote, open_sources
from filmspider.tracing import Trace, trace

_REJECTED = 2


def inspect(
    source: Annotated[str, typer.Argument(help="A file, - for standard input, or a source of several pages.")],
    page: Annotated[
        str, typer.Option(metavar="TEXT", help="Of several pages the first with TEXT in its path or address.")
    ] = "",
    where: Annotated[bool, typer.Option("--where", help="Show what stands where on the page, field by field.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the record, or the rejection, as JSON.")] = False,
) -> None:
    """Read one page and show its record: each field with its value, its status and its problems."""
    found = _find(source, page)
    read = trace(found) if isinstance(found, Page) else Trace(found)
    if where:
        _show_where(read, json)
    elif json:
        typer.echo(read.item.model_dump_json())
    elif isinstance(read.item, Title):
        _show(read.item, Console())
    if isinstance(read.item, Rejection):
        if where or not json:
            typer.echo(_rejected(read.item), err=True)
        raise typer.Exit(_REJECTED)


def _find(source: str, wanted: str) -> Page | Rejection:
    for found in open_sources([source]):
        if isinstance(found, Remote):
            raise RemoteOffError(f"inspect reads saved pages only: save it, or use filmspider crawl {found.url}")
        if not isinstance(found, PassedOver) and wanted in f"{found.uri}\n{getattr(found, 'address', '')}":
            return found
    raise SourceNotFoundError(f"no page of {source}" + (f" has {wanted} in its path or address" if wanted else ""))


def _show(title: Title, console: Console) -> None:
    console.print(record_table(title))
    for label, names in absent(title).items():
        if names:
            console.print(f"{label}: {', '.join(names)}", highlight=False)


def _show_where(read: Trace, json: bool) -> None:
    if json:
        for line in where_lines(read):
            typer.echo(line)
    elif read.sights:
        Console().print(where_table(read))


def _rejected(item: Rejection) -> str:
    return f"{item.uri}: rejected as {item.reason}" + (f" ({item.detail})" if item.detail else "")
