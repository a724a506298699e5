"""``filmspider diff``."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from filmspider.cli.record_table import readable
from filmspider.datasets import Dataset
from filmspider.differences import Comparison, Counted, Difference

_DIFFER = 2
_LONGEST = 80
_RUN = "Folder of a run, or its titles.jsonl."


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=_RUN)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=_RUN)],
    json: Annotated[bool, typer.Option("--json", help="Print a JSON object for each difference.")] = False,
) -> None:
    """Compare two datasets: titles that are new or gone, and fields that changed, with examples.

    Of several captures of a title the latest counts. Where a record comes from, and what is said of its fields, is not
    compared.
    """
    comparison = Comparison(Dataset(old), Dataset(new))
    for difference in comparison.differences():
        if json:
            typer.echo(msgspec.json.encode(asdict(difference)).decode())
    if comparison.differs and not json:
        Console().print(_table(comparison))
    typer.echo(
        f"titles: {comparison.new.titles} new, {comparison.gone.titles} gone, {comparison.changed} changed, "
        f"{comparison.same} the same",
        err=True,
    )
    if comparison.differs:
        raise typer.Exit(_DIFFER)


def _table(comparison: Comparison) -> Table:
    table = Table(
        "what",
        Column("titles", justify="right"),
        Column("not on one page", justify="right"),
        Column("for example", overflow="fold"),
    )
    for what, counted in (("new titles", comparison.new), ("gone titles", comparison.gone), *comparison.fields.items()):
        if counted.titles:
            # Text, not str: a page's own brackets and colons are no markup.
            table.add_row(what, str(counted.titles), str(counted.unknown or ""), Text("\n".join(_examples(counted))))
    return table


def _examples(counted: Counted) -> Iterator[str]:
    for each in counted.examples:
        yield f"{each.imdb_id or each.title}: {_change(each)}"


def _change(difference: Difference) -> str:
    if difference.field is None:
        return difference.title
    return " → ".join(_short(readable(value)) or "nothing" for value in (difference.old, difference.new))


def _short(words: str) -> str:
    words = "; ".join(words.split("\n"))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
