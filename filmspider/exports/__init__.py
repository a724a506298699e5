"""Formats that other tools load, each made from ``titles.jsonl`` as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.exceptions import ExportError
from filmspider.exports.base import Format, draft
from filmspider.fields import record_fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from filmspider.datasets import Dataset

__all__ = ["FORMATS", "export"]

FORMATS = {
    format_.name: format_
    for format_ in (
        Format("parquet", "a Parquet file, nested as the records are", package="pyarrow", partitions=True),
        Format("sqlite", "a SQLite database of linked tables, with full-text search and a description for Datasette"),
        Format("duckdb", "a DuckDB database, nested as the records are", package="duckdb"),
        Format("csv", "one flat CSV file, with a Table Schema that describes its columns"),
        Format("tsv", "a folder of files like IMDb's public ones, title.basics.tsv.gz and others"),
        Format("jsonld", "one JSON-LD file of schema.org's Movie, TVSeries and the like"),
        Format("datapackage", "a folder of linked CSV tables with a Frictionless datapackage.json"),
        Format("croissant", "a Croissant file that describes titles.jsonl"),
    )
}


def export(dataset: Dataset, name: str, path: Path, *, partition_by: str | None = None) -> list[Path]:
    """Write *dataset* to *path* in the format *name*, and return what was written.

    A file of that name is replaced when the new one is whole; a folder must be new or empty. Raises
    :class:`SetupError` where the format is not known, its package is missing or the path cannot be written.
    """
    if name not in FORMATS:
        raise ExportError(f"no format {name}: there are {', '.join(FORMATS)}")
    if path.exists() and path.samefile(dataset.titles_path):
        raise ExportError(f"{path} is the dataset itself: name another file")
    options = {} if partition_by is None else {"partition_by": _partition(FORMATS[name], partition_by)}
    module = FORMATS[name].load()
    with draft(path) as unfinished:
        module.write(dataset, unfinished, **options)
    return [path, *_describe(module, path)]


def _describe(module: ModuleType, path: Path) -> Iterator[Path]:
    """Write the file that describes a finished export, where its format has one, and yield where."""
    if hasattr(module, "describe"):
        described, text = module.describe(path)
        with draft(described) as unfinished:
            unfinished.write_text(text, encoding="utf-8")
        yield described


def _partition(chosen: Format, name: str) -> str:
    if not chosen.partitions:
        raise ExportError(f"{chosen.name} cannot be partitioned")
    single = [field.name for field in record_fields() if not (field.parts or field.many or field.kind == "map")]
    if name not in single:
        raise ExportError(f"cannot partition by {name}: it must be a field with one value, as year or title_type")
    return name
