"""``filmspider browse``."""

from pathlib import Path
from typing import Annotated

import typer

from filmspider.browsing import serve
from filmspider.datasets import Dataset


def browse(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a run, or its titles.jsonl.")],
    port: Annotated[int, typer.Option(metavar="PORT", help="Port on this machine; 0 takes a free one.")] = 8001,
) -> None:
    """Look through a dataset in a web browser: tables, filters, search and SQL, by Datasette.

    Its database is made beside the dataset the first time, and again when the dataset is newer. Only this machine can
    reach it. Ctrl-C ends it.
    """
    serve(Dataset(run), port)
