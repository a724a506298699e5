"""What all exports share: a format, its package, and a draft that takes its name when it is whole."""

from __future__ import annotations

import importlib
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from filmspider.exceptions import OutputError
from filmspider.extras import Extra

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

    from filmspider.datasets import Record

T = TypeVar("T")


@dataclass(frozen=True)
class Format:
    """A format that a dataset can be written in: a module with ``write(dataset, path)``.

    It may have ``describe(path)``, which returns the path and the text of a file that describes a finished export.
    """

    name: str
    about: str
    """What is written, in a few words."""
    package: str | None = None
    """The package it is written with, where that is not one of filmspider's own requirements."""
    partitions: bool = False
    """Whether ``write`` also takes a field to partition by."""

    def load(self) -> ModuleType:
        """Return its module. Raises :class:`MissingExtraError` where the package is not installed."""
        if self.package:
            Extra(self.package, self.name).check()
        return importlib.import_module(f"filmspider.exports.{self.name}")


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield *values* in lists of *size*, the last one perhaps shorter.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    stream = iter(values)
    while batch := list(islice(stream, size)):
        yield batch


def latest(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the last of the records of each title; those without an id are left out."""
    for imdb_id, captures in groupby(records, itemgetter("imdb_id")):
        if imdb_id:
            *_, last = captures
            yield last


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """Give a place beside *path* to write to, which takes its name at the end; a file of that name is replaced.

    Raises :class:`OutputError` where it cannot be written, where a folder of that name holds something, and where
    something of that name is neither: a device, a pipe.
    """
    try:
        if path.is_dir() and any(path.iterdir()):
            raise OutputError(f"{path} is a folder that holds something: name a new one")
        if path.exists() and not (path.is_dir() or path.is_file()):
            raise OutputError(f"{path} is neither a file nor a folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.absolute().with_name(f".{path.absolute().name}.tmp")
        _remove(unfinished)
        try:
            yield unfinished
            unfinished.replace(path)
        finally:
            _remove(unfinished)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
