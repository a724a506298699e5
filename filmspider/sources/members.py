"""Files inside of an archive: pages, and web archives. Nothing is written to disk, so no name can do harm."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple, cast

import zstandard

from filmspider.items import Rejection
from filmspider.packing import MAX_BODY
from filmspider.sources.base import uri_of
from filmspider.sources.bounds import BombError
from filmspider.sources.files import is_page_name, unpacked, unreadable
from filmspider.sources.warc import is_warc_name, warc_pages

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from typing import IO, BinaryIO

    from filmspider.sources.base import Found

DAMAGES = (
    OSError, EOFError, ValueError, RuntimeError, OverflowError, MemoryError, zipfile.BadZipFile, tarfile.TarError,
    zlib.error, lzma.LZMAError, zstandard.ZstdError,
)  # fmt: skip
"""What reading a damaged, encrypted or strangely packed archive raises."""


class Member(NamedTuple):
    """A file inside of an archive."""

    archive: str
    """The archive's uri."""
    name: str
    size: int
    open: Callable[[], IO[bytes]]
    searchable: bool
    """Whether going back in it costs nothing."""

    @property
    def uri(self) -> str:
        """Archive and name: ``pages.zip!/2018/tt0111161.html``."""
        return f"{self.archive}!/{uri_of(self.name)}"


def is_read(name: str) -> bool:
    """Whether a file of that name inside of an archive is read; hidden ones are not.

    >>> [is_read(name) for name in ("./a/b.html", "archive/data.warc.gz", "__MACOSX/._b.html", "datapackage.json")]
    [True, True, False, False]
    """
    hidden = any(part.startswith(".") and part.strip(".") for part in name.split("/"))
    return not hidden and (is_page_name(name) or is_warc_name(name))


def pages_of(member: Member, match: re.Pattern[str]) -> Iterator[Found]:
    """Yield the pages of a member for which :func:`is_read` holds."""
    try:
        if is_warc_name(member.name):
            with member.open() as stream:
                yield from warc_pages(cast("BinaryIO", stream), member.uri, match, resumable=member.searchable)
        elif member.size > MAX_BODY:
            yield Rejection(reason="too_large", detail=f"{member.size} bytes", uri=member.uri)
        else:
            with member.open() as stream:
                yield unpacked(stream.read(MAX_BODY + 1), member.uri)
    except DAMAGES as error:
        yield lost(member.uri, error)


def lost(uri: str, error: Exception) -> Rejection:
    """Reject what cannot be read: because of what it holds, or because the system or the store does not give it."""
    if isinstance(error, BombError):
        return Rejection(reason="too_large", detail=str(error), uri=uri)
    if isinstance(error, OSError) and error.errno:
        return unreadable(uri, error)
    return Rejection(reason="undecodable", detail=f"damaged: {error}", uri=uri)
