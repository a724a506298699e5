"""``filmspider inspect``."""

from typing import Annotated

import typer
from rich.console import Console

from filmspider.cli.record_table import absent, record_table
from filmspider.exceptions import RemoteOffError, SourceNotFoundError
from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.sources import Remote, open_sources

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
    if where and isinstance(found, Page):
        _show_where(trace(found), json)
        return
    item = parse_page(found) if isinstance(found, Page) else found
    if json:
        typer.echo(item.model_dump_json())
    elif isinstance(item, Title):
        _show(item, Console())
    else:
        typer.echo(f"{item.uri}: rejected as {item.reason}" + (f" ({item.detail})" if item.detail else ""), err=True)
    if isinstance(item, Rejection):
        raise typer.Exit(_REJECTED)


def _find(source: str, wanted: str) -> Page | Rejection:
    for found in open_sources([source]):
        if isinstance(found, Remote):
            raise RemoteOffError(f"inspect reads saved pages only: save it, or use filmspider crawl {found.url}")
        if wanted in f"{found.uri}\n{getattr(found, 'address', '')}":
            return found
    raise SourceNotFoundError(f"no page of {source}" + (f" has {wanted} in its path or address" if wanted else ""))


def _show(title: Title, console: Console) -> None:
    console.print(record_table(title))
    for label, names in absent(title).items():
        if names:
            console.print(f"{label}: {', '.join(names)}", highlight=False)
