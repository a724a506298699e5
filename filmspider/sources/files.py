"""Pages kept as files, one a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Self

from filmspider.items import Rejection
from filmspider.packing import MAX_BODY
from filmspider.pages import Page, PageError
from filmspider.sources.capture import captured_at
from filmspider.sources.wayback import exported

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import BinaryIO

    from filmspider.sources.base import File

_PAGE_SUFFIXES = {"", ".htm", ".html", ".txt", ".snapshot"}
_PACKED_SUFFIXES = {".gz", ".zst"}
_PIECE = 256 * 1024


@dataclass(frozen=True)
class PageFile:
    """A file that is read as a page whatever it is called. *uri* is its path as it was given."""

    path: File
    uri: str

    def pages(self, _: re.Pattern[str], /) -> Iterator[Page | Rejection]:
        """Yield the one page."""
        try:
            raw = read_page(self.path)
        except OSError as error:
            yield unreadable(self.uri, error)
        else:
            yield unpacked(raw, self.uri)

    def parts(self) -> Iterator[Self]:
        """Yield the file itself."""
        yield self


def is_page_name(name: str) -> bool:
    """Whether a file of that name, or path, in a folder is taken for a page.

    >>> [is_page_name(name) for name in ("page.html", "a.HTM.gz", "tt0111161.zst", "meta.json", "pages.warc.gz")]
    [True, True, True, False, False]
    """
    path = PurePosixPath(name.lower())
    if path.suffix in _PACKED_SUFFIXES:
        return PurePosixPath(path.stem).suffix in _PAGE_SUFFIXES
    return path.suffix in _PAGE_SUFFIXES and (path.suffix != "" or exported(name) is not None)


def read_page(file: File) -> bytes:
    """Return what a file holds, but no more than shows that it is too large for a page. Raises ``OSError``."""
    with file.open("rb") as stream:
        return b"".join(_pieces(stream))


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Room is made for all that is asked for at once, which takes longer than reading the page."""
    left = MAX_BODY + 1
    while left and (piece := stream.read(min(left, _PIECE))):
        yield piece
        left -= len(piece)


def unpacked(raw: bytes, uri: str, *, stored_at: str | None = None, **known: Any) -> Page | Rejection:
    """Make a page of what was stored, with the fields that are *known*.

    What its path says counts if it is a copy out of the Wayback Machine. Where the page has no recorded date, that when
    it was *stored* counts, or one in the file's name.
    """
    try:
        page = Page.unpack(raw, uri=uri, **known)
    except PageError as error:
        return Rejection(reason=error.reason, detail=error.detail, uri=uri)
    if page.captured_from in {None, "http"} and (export := exported(uri)):
        return replace(page, **{**export._asdict(), "address": page.address or export.address})
    if page.captured_at is None and (date := stored_at or captured_at(PurePosixPath(uri).name)):
        return replace(page, captured_at=date, captured_from="file")
    return page


def unreadable(uri: str, error: OSError) -> Rejection:
    """Reject what the file system does not give."""
    return Rejection(reason="error", detail=f"{type(error).__name__}: {error.strerror}", uri=uri)
