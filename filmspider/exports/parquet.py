"""Parquet: one row a record, with lists and objects kept as they are, and what each field means in its metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from filmspider.exports.base import batches
from filmspider.fields import Field, record_fields
from filmspider.items import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filmspider.datasets import Dataset, Record

_BATCH = 1000
"""Records of a row group. They are wide: some 5 MB."""
_LEAST_PARTITION = 500
_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
_MAPS = [field.name for field in record_fields() if field.kind == "map"]
_ENTRY = pa.struct([pa.field("field", pa.string(), nullable=False), pa.field("status", pa.string(), nullable=False)])
"""Of a map. Arrow's own map type is one that many readers do not know."""


def write(dataset: Dataset, path: Path, partition_by: str | None = None) -> None:
    """Write the records to a file or, with *partition_by*, to a folder that has one for each value of that field."""
    reader = pa.RecordBatchReader.from_batches(arrow_schema(), _batches(dataset))
    if partition_by is None:
        with pq.ParquetWriter(path, arrow_schema(), compression="zstd") as writer:
            for batch in reader:
                writer.write_batch(batch)
        return
    parquet = ds.ParquetFileFormat()
    ds.write_dataset(
        reader,
        path,
        format=parquet,
        file_options=parquet.make_write_options(compression="zstd"),
        partitioning=ds.partitioning(pa.schema([arrow_schema().field(partition_by)]), flavor="hive"),
        min_rows_per_group=_LEAST_PARTITION,
        use_threads=False,
    )


def arrow_schema() -> pa.Schema:
    """Return the schema of the file; the metadata of a field has its ``description``."""
    return pa.schema(map(_arrow_field, record_fields()), metadata={"schema_version": SCHEMA_VERSION})


def _arrow_field(field: Field) -> pa.Field:
    kind: pa.DataType
    if field.kind == "map":
        kind = pa.list_(_ENTRY)
    else:
        kind = pa.struct(map(_arrow_field, field.parts)) if field.parts else _TYPES[field.kind]
        kind = pa.list_(pa.field("element", kind, nullable=False)) if field.many else kind
    return pa.field(field.name, kind, nullable=field.nullable, metadata={"description": field.meaning})


def _batches(dataset: Dataset) -> Iterator[pa.RecordBatch]:
    for records in batches(dataset.records(), _BATCH):
        yield pa.RecordBatch.from_pylist([_with_entries(record) for record in records], schema=arrow_schema())


def _with_entries(record: Record) -> dict[str, Any]:
    """Return *record* with maps as lists of their entries."""
    entries = {name: [{"field": key, "status": value} for key, value in record[name].items()] for name in _MAPS}
    return record | entries
