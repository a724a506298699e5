"""Folders of pages, read recursively and always in the same order."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from filmspider.sources.base import Unreadable, uri_of
from filmspider.sources.containers import file_in_folder, folder_reader
from filmspider.sources.files import unreadable

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from filmspider.sources.base import File, Found, Part, Stored

Identity = tuple[int, int]


class Entries(NamedTuple):
    """What is in a folder, by name."""

    files: Mapping[str, File]
    folders: Mapping[str, Tree]


class Tree(Protocol):
    """A folder that can be looked into."""

    def entries(self) -> Entries:
        """Return what is in it. Raises ``OSError``."""


@dataclass(frozen=True)
class Folder:
    """A folder and all below it, archives too, by name; hidden entries and files that hold no pages are passed over.

    Links are followed, but each folder is read once, so links that lead in a circle do no harm.
    """

    path: Path
    uri: str

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages of the folder."""
        for stored in walk(_LocalTree(self.path), self.uri):
            yield from stored.pages(match)

    def parts(self) -> Iterator[Part]:
        """Yield the files of the folder, and the parts of the archives in it."""
        for stored in walk(_LocalTree(self.path), self.uri):
            yield from stored.parts()


def walk(tree: Tree, uri: str) -> Iterator[Stored]:
    """Yield the files in *tree*, a folder that is called *uri*, and in its folders, as sources."""
    try:
        files, folders = tree.entries()
    except OSError as error:
        yield Unreadable(uri, unreadable(uri, error))
        return
    if reader := folder_reader(files):
        yield reader(files, uri)
        return
    for name in sorted(name for name in (*files, *folders) if not name.startswith(".")):
        entry_uri = f"{uri.rstrip('/')}/{uri_of(name)}"
        if name in folders:
            yield from walk(folders[name], entry_uri)
        elif stored := file_in_folder(files[name], entry_uri):
            yield stored


@dataclass(frozen=True)
class _LocalTree:
    path: Path
    read: set[Identity] = field(default_factory=set)

    def entries(self) -> Entries:
        entries = self._scanned() if self._is_new() else ()
        return Entries(
            {entry.name: Path(entry.path) for entry in entries if _is_file(entry)},
            {entry.name: _LocalTree(Path(entry.path), self.read) for entry in entries if _is_folder(entry)},
        )

    def _is_new(self) -> bool:
        status = self.path.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in self.read:
            return False
        self.read.add(identity)
        return True

    def _scanned(self) -> Sequence[os.DirEntry[str]]:
        with os.scandir(self.path) as scan:
            return list(scan)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Pipes, sockets and the like are no files: reading one could wait for ever."""
    try:
        return entry.is_file()
    except OSError:
        return False
