"""A dataset that a run has written, read as a stream."""

from __future__ import annotations

from hashlib import file_digest
from typing import TYPE_CHECKING, Any

import msgspec
from pydantic import ValidationError

from filmspider.exceptions import DatasetError
from filmspider.items import Title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Record = dict[str, Any]
"""A line of ``titles.jsonl``, decoded."""

_FIELDS = tuple(Title.model_fields)


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
        """Yield each record, whose keys are those of this version's schema, as plain values.

        Raises :class:`DatasetError` at a line that is none; :func:`titles` looks at the values too.
        """
        decode = msgspec.json.Decoder(Record).decode
        for number, line in self.lines():
            try:
                record = decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise DatasetError(f"{self.titles_path}, line {number}: {error}") from error
            if tuple(record) != _FIELDS:
                raise DatasetError(f"{self.titles_path}, line {number}: {_mismatch(record)}")
            yield record

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


def _mismatch(record: Record) -> str:
    """Say in what the keys of *record* are not those of the schema."""
    missing = [name for name in _FIELDS if name not in record]
    unknown = [name for name in record if name not in _FIELDS]
    what = [f"no {name}" for name in missing] + [f"unknown {name}" for name in unknown]
    return f"not a record of this version's schema: {', '.join(what[:3]) or 'its keys are in another order'}"
