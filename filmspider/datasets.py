"""A dataset that a run has written, read as a stream."""

from __future__ import annotations

from hashlib import file_digest
from typing import TYPE_CHECKING, Any

import msgspec
from pydantic import ValidationError

from filmspider.exceptions import DatasetError
from filmspider.items import SCHEMA_VERSION, Title
from filmspider.record_type import record_type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Record = dict[str, Any]
"""A line of ``titles.jsonl``, decoded."""


class Dataset:
    """The records of a run, given its folder or its ``titles.jsonl``. Raises :class:`DatasetError` if there are none.

    Only one record is in memory at a time.
    """

    def __init__(self, path: Path) -> None:
        self.titles_path = path / "titles.jsonl" if path.is_dir() else path
        if not self.titles_path.is_file():
            raise DatasetError(f"no dataset in {path}: name the folder of a run or its titles.jsonl")

    @property
    def manifest(self) -> dict[str, Any]:
        """What ``run.json`` beside the records says of the run; empty where there is none."""
        path = self.titles_path.with_name("run.json")
        try:
            manifest: dict[str, Any] = msgspec.json.decode(path.read_bytes(), type=dict)
        except FileNotFoundError:
            return {}
        except msgspec.DecodeError as error:
            raise DatasetError(f"{path}: {error}") from error
        return manifest

    def records(self) -> Iterator[Record]:
        """Yield each record, in the order of the schema's keys, as plain values.

        Raises :class:`DatasetError` at a line that is not as this version's schema says.
        """
        decode = msgspec.json.Decoder(record_type()).decode
        for number, line in self.lines():
            try:
                record = decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                place = f"{self.titles_path}, line {number}"
                raise DatasetError(f"{place}: no record of schema {SCHEMA_VERSION}: {error}") from error
            yield msgspec.to_builtins(record)

    def check(self) -> None:
        """Raise :class:`DatasetError` at the first line that is no record; for what reads the file by itself."""
        for _ in self.records():
            pass

    def titles(self) -> Iterator[Title]:
        """Yield each record as a :class:`Title`. Raises :class:`DatasetError` where one is not as the schema says."""
        for number, line in self.lines():
            try:
                yield Title.model_validate_json(line)
            except ValidationError as error:
                where = ".".join(map(str, error.errors()[0]["loc"]))
                message = f"{where}: {error.errors()[0]['msg']}"
                raise DatasetError(f"{self.titles_path}, line {number}: {message}") from error

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield each line with its number."""
        with self.titles_path.open("rb") as file:
            yield from enumerate(file, 1)

    def sha256(self) -> str:
        """Return the digest of the file of records."""
        with self.titles_path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
