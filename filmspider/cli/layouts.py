"""``filmspider layouts``."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table

from filmspider.layout_tables import layouts_page
from filmspider.layouts import every


def layouts(
    docs: Annotated[
        bool, typer.Option("--docs", help="Print where each keeps each field, as docs/layouts.md.")
    ] = False,
) -> None:
    """List the page layouts that can be read, in the order in which a page is held against them."""
    if docs:
        typer.echo(layouts_page(), nl=False)
        return
    table = Table("layout", "medium", "seen", Column("fields", justify="right"))
    for layout in every():
        table.add_row(layout.name, layout.media, layout.seen, str(len(layout.fields)))
    Console().print(table)
