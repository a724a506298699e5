"""The registry of container kinds: which reader takes a file, by its name or by what it begins with."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import zstandard

from filmspider.sources.files import PageFile, is_page_name
from filmspider.sources.tars import Tar, is_tar_name
from filmspider.sources.warc import Warc, check_fastwarc, is_warc_name
from filmspider.sources.zips import Zip, is_zip_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from filmspider.sources.base import Stored

    Reader = Callable[[Path, str], Stored]

READERS: tuple[tuple[Callable[[str], bool], Reader], ...] = (
    (is_warc_name, Warc),
    (is_zip_name, Zip),
    (is_tar_name, Tar),
    (is_page_name, PageFile),
)
"""A test on the file's name with the reader for it; the first that fits wins. A new container is one line here."""

SIGNS: tuple[tuple[bytes, int, Reader], ...] = (
    (b"WARC/", 0, Warc),
    (b"\x5d\x2a\x4d\x18", 0, Warc),  # the dictionary of a .warc.zst
    (b"PK\x03\x04", 0, Zip),
    (b"ustar", 257, Tar),
)
"""What stands where in a file, unpacked, with the reader for it."""
_BEGIN = 512


def reader_of(name: str) -> Reader | None:
    """Return the reader for a file called *name*, or ``None`` for one that holds no pages."""
    return next((reader for fits, reader in READERS if fits(name)), None)


def open_file(path: Path, uri: str) -> Stored:
    """Return the reader for a file that was named by itself: what it holds counts, then its name.

    Raises :class:`SetupError` if the package that reads such files is not installed.
    """
    reader = _reader_by_sign(path) or reader_of(path.name) or PageFile
    if reader is Warc:
        check_fastwarc()
    return reader(path, uri)


def _reader_by_sign(path: Path) -> Reader | None:
    begin = _begin(path)
    return next((reader for sign, place, reader in SIGNS if begin.startswith(sign, place)), None)


def _begin(path: Path) -> bytes:
    """Return the first bytes of a file, unpacked; none of one that cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as stream:
            raw = stream.read(_BEGIN)
            if raw.startswith(b"\x1f\x8b"):
                return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(raw, _BEGIN)
            if raw.startswith(b"\x28\xb5\x2f\xfd"):
                stream.seek(0)
                return zstandard.ZstdDecompressor().stream_reader(stream).read(_BEGIN)
    except (OSError, zlib.error, zstandard.ZstdError):
        return b""
    return raw
