"""Files in stores that fsspec reads: object stores, other hosts, memory. They are read as they are needed."""

from __future__ import annotations

import glob
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from filmspider.exceptions import MissingExtraError, SetupError, SourceNotFoundError, UnsupportedAddressError
from filmspider.extras import FSSPEC
from filmspider.sources.containers import open_file, reader_of
from filmspider.sources.folders import Entries, walk
from filmspider.sources.store_files import StoredFile, as_os_error, words_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from filmspider.sources.base import Found, Part, Source, Stored


@dataclass(frozen=True)
class StoredFolder:
    """A folder in a store and all below it. Links are not followed."""

    filesystem: Any
    path: str
    uri: str

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages of the folder."""
        for stored in walk(_StoredTree(self.filesystem, self.path), self.uri):
            yield from stored.pages(match)

    def parts(self) -> Iterator[Part]:
        """Yield the files of the folder, and the parts of the archives in it."""
        for stored in walk(_StoredTree(self.filesystem, self.path), self.uri):
            yield from stored.parts()


@dataclass(frozen=True)
class _InMemory:
    """A source that only this process can read."""

    stored: Stored

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        return self.stored.pages(match)


@dataclass(frozen=True)
class _StoredTree:
    filesystem: Any
    path: str

    def entries(self) -> Entries:
        with as_os_error():
            entries = self.filesystem.ls(self.path, detail=True)
        paths = {kind: [_path(entry) for entry in entries if entry["type"] == kind] for kind in ("file", "directory")}
        below = [path for path in paths["directory"] if path != self.path.rstrip("/")]  # some list the folder itself
        return Entries(
            {PurePosixPath(path).name: StoredFile(self.filesystem, path) for path in paths["file"]},
            {PurePosixPath(path).name: _StoredTree(self.filesystem, path) for path in below},
        )


def open_stored(address: str, scheme: str) -> list[Source]:
    """Return the sources at *address*: a file, a folder, or what a pattern matches; their uris begin as it does.

    Raises :class:`SetupError` for what is not there or cannot be reached.
    """
    FSSPEC.check()
    import fsspec  # noqa: PLC0415 - an extra

    try:
        fsspec.get_filesystem_class(scheme)
    except ImportError as error:
        raise MissingExtraError(f"{address}: {error}") from None
    except ValueError:
        raise UnsupportedAddressError(f"{address}: no store is known by {scheme}://") from None
    try:
        filesystem, path = fsspec.core.url_to_fs(address)
        found = _found(filesystem, path, address)
    except SetupError:
        raise
    except Exception as error:  # each store raises its own
        raise SourceNotFoundError(f"{address}: {words_of(error)}") from error
    return [_InMemory(stored) for stored in found] if scheme == "memory" else list(found)


def _found(filesystem: Any, path: str, address: str) -> list[Stored]:
    if filesystem.isdir(path):
        return [StoredFolder(filesystem, path, address)]
    if filesystem.exists(path):
        return [open_file(StoredFile(filesystem, path), address)]
    matches = sorted(filesystem.glob(path)) if glob.has_magic(path) else []
    if not matches:
        raise SourceNotFoundError(f"no such file or folder: {address}")
    start = address.removesuffix(path) if address.endswith(path) else ""
    return [_match(filesystem, match, start + match) for match in matches]


def _match(filesystem: Any, path: str, uri: str) -> Stored:
    """Many files may match: they are told by their names, and only looked into where these do not tell."""
    if filesystem.isdir(path):
        return StoredFolder(filesystem, path, uri)
    file, reader = StoredFile(filesystem, path), reader_of(uri)
    return reader(file, uri) if reader else open_file(file, uri)


def _path(entry: dict[str, Any]) -> str:
    return cast("str", entry["name"]).rstrip("/")
