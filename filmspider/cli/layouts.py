"""``filmspider layouts``."""

from rich.console import Console
from rich.table import Column, Table

from filmspider.layouts import LAYOUTS


def layouts() -> None:
    """List the page layouts that can be read, in the order in which a page is held against them."""
    table = Table("layout", "medium", "seen", Column("fields", justify="right"))
    for layout in LAYOUTS:
        table.add_row(layout.name, layout.media, layout.seen, str(len(layout.fields)))
    Console().print(table)
