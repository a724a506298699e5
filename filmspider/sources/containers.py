"""The registry of container kinds: which reader takes a file, by its name or by what it begins with."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from filmspider.extras import WARC, YAML
from filmspider.sources.cassettes import JsonCassette, YamlCassette
from filmspider.sources.files import PageFile, is_page_name
from filmspider.sources.http_cache import CachedAnswer, is_cached_answer
from filmspider.sources.streams import AHEAD, ZSTD, unpacked_begin
from filmspider.sources.tars import Tar, is_tar_name
from filmspider.sources.warc import Warc, is_warc_name
from filmspider.sources.zips import Zip, is_zip_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from filmspider.extras import Extra
    from filmspider.sources.base import File, Stored

    Reader = Callable[[File, str], Stored]
    FolderReader = Callable[[Mapping[str, File], str], Stored]

READERS: tuple[tuple[Callable[[str], bool], Reader], ...] = (
    (is_warc_name, Warc),
    (is_zip_name, Zip),
    (is_tar_name, Tar),
    (is_page_name, PageFile),
)
"""A test on the file's name with the reader for it; the first that fits wins. A new container is one line here."""

SIGNS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (re.compile(rb"WARC/"), Warc),
    (re.compile(rb"\x5d\x2a\x4d\x18"), Warc),  # the dictionary of a .warc.zst
    (re.compile(rb"PK\x03\x04"), Zip),
    (re.compile(rb".{257}ustar", re.DOTALL), Tar),
    (re.compile(rb"(?:---\s*\n|#.*\n)*(?:version: *\d+\s+)?(?:http_)?interactions:"), YamlCassette),
    (re.compile(rb"\s*\{\s*(?:\"version\":\s*\d+,\s*)?\"(?:http_)?interactions\":"), JsonCassette),
)
"""What a file begins with, unpacked, and the reader for it."""

FOLDERS: tuple[tuple[Callable[[Collection[str]], bool], FolderReader], ...] = ((is_cached_answer, CachedAnswer),)
"""A test on the names of the files in a folder with the reader for them together."""

_EXTRAS: dict[Reader, Extra] = {Warc: WARC, YamlCassette: YAML}
_UNTOLD = {".yaml", ".yml", ".json"}
"""Suffixes of files that hold something else, mostly: only what they begin with tells."""
_BEGIN = 512


def reader_of(name: str) -> Reader | None:
    """Return the reader for a file called *name*, or ``None`` for one that holds no pages."""
    return next((reader for fits, reader in READERS if fits(name)), None)


def reader_by_sign(packed: bytes) -> Reader | None:
    """Return the reader for a file that begins with *packed*, or ``None`` for one that may be a page."""
    begin = unpacked_begin(packed, _BEGIN)
    return next((reader for sign, reader in SIGNS if sign.match(begin)), None)


def file_in_folder(path: File, uri: str) -> Stored | None:
    """Return the reader for a file that was found in a folder, or ``None`` for one that holds no pages."""
    reader = reader_of(uri)
    if reader is None and _UNTOLD.intersection(PurePosixPath(uri.lower()).suffixes[-2:]):
        reader = reader_by_sign(_begin(path))
    return reader(path, uri) if reader else None


def folder_reader(names: Collection[str]) -> FolderReader | None:
    """Return the reader for a folder with files of these names, or ``None`` for one that is just a folder."""
    return next((reader for fits, reader in FOLDERS if fits(names)), None)


def open_file(path: File, uri: str) -> Stored:
    """Return the reader for a file that was named by itself: what it holds counts, then its name.

    Raises :class:`SetupError` if the package that reads such files is not installed.
    """
    reader = reader_by_sign(_begin(path)) or reader_of(path.name) or PageFile
    if extra := _EXTRAS.get(reader):
        extra.check()
    return reader(path, uri)


def _begin(path: File) -> bytes:
    """Return the first bytes of a file as they are stored, as many as it takes to unpack some; none if it has none."""
    if isinstance(path, Path) and not path.is_file():  # reading a pipe takes away what is read
        return b""
    try:
        with path.open("rb") as stream:
            begin = stream.read(_BEGIN)
            return begin + stream.read(AHEAD) if begin.startswith(ZSTD) else begin
    except OSError:
        return b""
