"""``filmspider export``."""

from pathlib import Path
from typing import Annotated

import typer

from filmspider import exports
from filmspider.datasets import Dataset

_FORMATS = "; ".join(f"{name}: {chosen.about}" for name, chosen in exports.FORMATS.items())


def export(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run, or its titles.jsonl.")],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"{_FORMATS}.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="PATH", help="File or new folder to write.")],
    partition_by: Annotated[
        str | None,
        typer.Option(metavar="FIELD", help="Parquet only: write a folder with a part for each value of the field."),
    ] = None,
) -> None:
    """Write a dataset in a format that other tools load."""
    for path in exports.export(Dataset(run), to, output, partition_by=partition_by):
        typer.echo(str(path))
