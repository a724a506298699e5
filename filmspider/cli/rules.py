"""``filmspider rules``."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from filmspider.cli.pages import saved_pages
from filmspider.pages import Page
from filmspider.rule_use import RuleUse, RuleUses
from filmspider.tracing import trace


def rules(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Saved pages: files, folders, patterns, lists of these, or -."),
    ],
) -> None:
    """Count how often each rule gives a value, layout by layout; those that never do come last."""
    uses = RuleUses()
    for page in saved_pages(sources):
        if isinstance(page, Page):
            uses.add(trace(page))
    counted = list(uses)
    dead = [use for use in counted if not use.values]
    console = Console()
    console.print(_table("rules that gave a value", [use for use in counted if use.values]))
    if dead:
        console.print(_table("rules that never gave a value", dead))
    console.print(f"{len(dead)} of {len(counted)} rules never gave a value", highlight=False)


def _table(title: str, uses: list[RuleUse]) -> Table:
    numbers = (Column(name, justify="right") for name in ("values", "of pages"))
    table = Table("layout", *numbers, "field", Column("read from", overflow="fold"), title=title)
    for use in uses:
        table.add_row(use.layout, str(use.values), str(use.pages), use.field, Text(use.place))
    return table
