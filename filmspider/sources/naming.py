"""From what the user wrote to the sources meant by it: file, folder, pattern, list, address, id."""

from __future__ import annotations

import glob
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from filmspider.exceptions import RemoteOffError, SourceNotFoundError, UnsupportedAddressError
from filmspider.sources.base import Remote, Source, uri_of
from filmspider.sources.containers import open_file
from filmspider.sources.folders import Folder
from filmspider.sources.standard_input import StandardInput
from filmspider.sources.stores import open_stored

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_TITLE_ID = re.compile(r"tt\d{7,}")
_WEB = {"http", "https"}
_LOCAL = {"file", "local"}
"""Schemes of this machine's files, which a list from elsewhere must not name."""
_LISTS = {".lst", ".list"}
_MAYBE_LISTS = {".txt"}


@dataclass(frozen=True)
class Address:
    """One page to fetch."""

    remote: Remote

    def pages(self, _: re.Pattern[str], /) -> Iterator[Remote]:
        """Yield the one address."""
        yield self.remote


def resolve(names: Sequence[str], *, remote: bool = False) -> list[Source]:
    """Return the sources that *names* stand for, in their order.

    A name is ``-`` (standard input), a file (a page or an archive of pages), a folder, a glob pattern, an ``http(s)``
    address, a file, folder or pattern in a store that fsspec reads (``s3://…``), a bare title id such as ``tt0111161``
    (only if *remote*; a file of that name wins), or a list: a ``.lst`` or ``.list`` file with one name a line, or a
    ``.txt`` file each of whose lines is such a name (any other ``.txt`` is a page). Paths in a list are relative to the
    current folder, as those on the command line; stores and patterns cannot be named in one. Raises
    :class:`SetupError` for what cannot be meant.
    """
    return [source for name in names for source in _resolve(name, remote=remote)]


def _resolve(name: str, *, remote: bool) -> list[Source]:
    path = Path(name)
    if path.suffix.lower() in _LISTS | _MAYBE_LISTS and path.is_file():
        names = _lines(path)
        if path.suffix.lower() in _LISTS or (names and all(map(_is_name, names))):
            return [_one(each, remote=remote) for each in names]
    if not path.exists() and glob.has_magic(name) and not _SCHEME.match(name):
        return _matches(name)
    return _named(name, remote=remote)


def _named(name: str, *, remote: bool) -> list[Source]:
    scheme = _SCHEME.match(name)
    if scheme and scheme[1].lower() not in _WEB | _LOCAL:
        return open_stored(name, scheme[1].lower())
    return [_one(name, remote=remote)]


def _one(name: str, *, remote: bool) -> Source:
    if name == "-":
        return StandardInput()
    if scheme := _SCHEME.match(name):
        return _address(name, scheme.group(1).lower())
    if local := _local(name):
        return local
    if not _TITLE_ID.fullmatch(name):
        raise SourceNotFoundError(f"no such file or folder: {name}")
    if not remote:
        raise RemoteOffError(f"{name} is a title id: add --remote (remote=true) to fetch it")
    return Address(Remote(f"https://www.imdb.com/title/{name}/"))


def _local(name: str) -> Source | None:
    path = Path(name)
    if path.is_dir():
        return Folder(path, uri_of(name))
    return open_file(path, uri_of(name)) if path.exists() else None


def _address(name: str, scheme: str) -> Address:
    if scheme in _LOCAL:
        raise UnsupportedAddressError(f"{name}: give files of this machine by their path")
    if scheme not in _WEB:
        raise UnsupportedAddressError(f"{name}: of addresses, a list may name those of pages to fetch")
    try:
        name.encode()
        host = urlsplit(name).hostname
    except ValueError:
        host = None
    if not host:
        raise UnsupportedAddressError(f"{name}: not an address")
    return Address(Remote(name))


def _matches(pattern: str) -> list[Source]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    found = [source for match in matches if (source := _local(match))]
    if not found:
        raise SourceNotFoundError(f"nothing matches {pattern}")
    return found


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    return [line.strip() for line in text.splitlines() if line.strip()]


def _is_name(line: str) -> bool:
    if _SCHEME.match(line) or _TITLE_ID.fullmatch(line):
        return True
    try:
        return Path(line).exists()
    except (OSError, ValueError):
        return False
