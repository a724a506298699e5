"""Pages kept as files, one a page."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Self

from filmspider.items import Rejection
from filmspider.pages import Page, PageError
from filmspider.sources.capture import captured_at

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_PAGE_SUFFIXES = {"", ".htm", ".html", ".txt"}
_PACKED_SUFFIXES = {".gz", ".zst"}


@dataclass(frozen=True)
class PageFile:
    """A file that is read as a page whatever it is called. *uri* is its path as it was given."""

    path: Path
    uri: str

    def pages(self, _: re.Pattern[str], /) -> Iterator[Page | Rejection]:
        """Yield the one page."""
        try:
            raw = self.path.read_bytes()
        except OSError as error:
            yield unreadable(self.uri, error)
        else:
            yield unpacked(raw, self.uri)

    def parts(self) -> Iterator[Self]:
        """Yield the file itself."""
        yield self


class StandardInput:
    """The one page on standard input."""

    def pages(self, _: re.Pattern[str], /) -> Iterator[Page | Rejection]:
        """Yield the one page; its uri is ``-``."""
        yield unpacked(sys.stdin.buffer.read(), "-")


def is_page_name(name: str) -> bool:
    """Whether a file of that name in a folder is taken for a page.

    >>> [is_page_name(name) for name in ("page.html", "a.HTM.gz", "tt0111161.zst", "meta.json", "pages.warc.gz")]
    [True, True, True, False, False]
    """
    path = PurePosixPath(name.lower())
    if path.suffix in _PACKED_SUFFIXES:
        return PurePosixPath(path.stem).suffix in _PAGE_SUFFIXES
    return path.suffix in _PAGE_SUFFIXES - {""}


def unpacked(raw: bytes, uri: str, **known: Any) -> Page | Rejection:
    """Make a page of what was stored, with the fields that are *known*.

    The date in the file's name counts where the page has no recorded one.
    """
    try:
        page = Page.unpack(raw, uri=uri, **known)
    except PageError as error:
        return Rejection(reason=error.reason, detail=error.detail, uri=uri)
    if page.captured_at is None and (date := captured_at(PurePosixPath(uri).name)):
        return replace(page, captured_at=date, captured_from="file")
    return page


def unreadable(uri: str, error: OSError) -> Rejection:
    """Reject what the file system does not give."""
    return Rejection(reason="error", detail=f"{type(error).__name__}: {error.strerror}", uri=uri)
