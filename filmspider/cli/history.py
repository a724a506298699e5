"""``filmspider history``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from filmspider.cli.record_table import readable
from filmspider.timelines import Moment, changes, field_called, series, timelines


def history(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The output folder of a run.")],
    imdb_id: Annotated[str | None, typer.Option("--id", metavar="TT", help="Of this title only.")] = None,
    field: Annotated[
        str | None, typer.Option(metavar="NAME", help="All that the captures say of one field, as a time series.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print a JSON object for each change or value.")] = False,
) -> None:
    """Show what changed between the captures of a title, whichever of them were published."""
    moments = _moments(run, imdb_id, field and field_called(field))
    if json:
        for moment in moments:
            typer.echo(msgspec.json.encode(moment._asdict()))
        return
    table = Table("title", "captured", "field", *(Column(name, overflow="fold") for name in ("before", "then")))
    for moment in moments:
        # Text, not str: a page's own brackets and colons are no markup.
        texts = (moment.imdb_id or moment.title, moment.captured_at or "", moment.field)
        table.add_row(*map(Text, (*texts, readable(moment.old), readable(moment.new))))
    Console().print(table if table.row_count else "nothing changed")


def _moments(run: Path, imdb_id: str | None, field: str | None) -> Iterator[Moment]:
    for captures in timelines(run, imdb_id):
        yield from series(captures, field) if field else changes(captures)
