"""Folders of pages, read recursively and always in the same order."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filmspider.sources.base import Unreadable, uri_of
from filmspider.sources.containers import reader_of
from filmspider.sources.files import unreadable

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from filmspider.sources.base import Found, Part, Stored

Identity = tuple[int, int]


@dataclass(frozen=True)
class Folder:
    """A folder and all below it, archives too, by name; hidden entries and files that hold no pages are passed over.

    Links are followed, but each folder is read once, so links that lead in a circle do no harm.
    """

    path: Path
    uri: str

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages of the folder."""
        for stored in _walk(self.path, self.uri, set()):
            yield from stored.pages(match)

    def parts(self) -> Iterator[Part]:
        """Yield the files of the folder, and the parts of the archives in it."""
        for stored in _walk(self.path, self.uri, set()):
            yield from stored.parts()


def _walk(folder: Path, uri: str, read: set[Identity]) -> Iterator[Stored]:
    try:
        if not _is_new(folder, read):
            return
        with os.scandir(folder) as scan:
            entries = sorted((entry for entry in scan if not entry.name.startswith(".")), key=lambda e: e.name)
    except OSError as error:
        yield Unreadable(uri, unreadable(uri, error))
        return
    for entry in entries:
        entry_uri = f"{uri.rstrip('/')}/{uri_of(entry.name)}"
        if _is_folder(entry):
            yield from _walk(Path(entry.path), entry_uri, read)
        elif source := _file(entry, entry_uri):
            yield source


def _is_new(folder: Path, read: set[Identity]) -> bool:
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in read:
        return False
    read.add(identity)
    return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _file(entry: os.DirEntry[str], uri: str) -> Stored | None:
    reader = reader_of(entry.name)
    try:  # pipes, sockets and the like are no files: reading one could wait for ever
        return reader(Path(entry.path), uri) if reader and entry.is_file() else None
    except OSError:
        return None
