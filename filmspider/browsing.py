"""Looking through a dataset in a web browser, by Datasette."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from filmspider.exports import export
from filmspider.exports.sqlite import metadata_path
from filmspider.extras import DATASETTE

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.datasets import Dataset

_LOOPBACK = "127.0.0.1"


def serve(dataset: Dataset, port: int) -> None:
    """Become a Datasette that serves *dataset* to this machine alone; does not return.

    Raises :class:`MissingExtraError` where Datasette is not installed.
    """
    DATASETTE.check()
    database = fresh_database(dataset)
    options = ["--metadata", str(metadata_path(database)), "--host", _LOOPBACK, "--port", str(port)]
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(database), *options]
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell


def fresh_database(dataset: Dataset) -> Path:
    """Return the SQLite database beside *dataset*, made if it or its description is missing or the dataset is newer."""
    path = dataset.titles_path.with_suffix(".sqlite")
    made = path.exists() and metadata_path(path).exists()
    if not made or path.stat().st_mtime_ns < dataset.titles_path.stat().st_mtime_ns:
        export(dataset, "sqlite", path)
    return path
