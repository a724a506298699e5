"""``filmspider labels``."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from filmspider.cli.pages import saved_pages
from filmspider.cli.record_table import readable
from filmspider.items import Rejection
from filmspider.labels import unread
from filmspider.pages import Page
from filmspider.tracing import Trace, trace

_UNREADABLE = 2


def labels(source: Annotated[str, typer.Argument(help="A saved page, - for standard input, or several.")]) -> None:
    """List the labels and headings on a page that no rule of its layout reads, of an unknown layout all."""
    rejected = False
    for page in saved_pages([source]):
        if isinstance(page, Rejection):
            typer.echo(f"{page.uri}: {page.reason} ({page.detail})", err=True)
            rejected = True
        else:
            _show(page, trace(page), Console())
    if rejected:
        raise typer.Exit(_UNREADABLE)


def _show(page: Page, found: Trace, console: Console) -> None:
    table = Table(*(Column(name, overflow="fold") for name in ("label", "element", "followed by")))
    for label in unread(found, page):
        # Text, not str: a page's own brackets and colons are no markup.
        table.add_row(*(Text(readable(text)) for text in (label.text, label.element, label.value)))
    about = found.layout.name if found.layout else "no known layout"
    console.print(f"{page.uri}: {about}", highlight=False, markup=False, soft_wrap=True)
    console.print(table)
