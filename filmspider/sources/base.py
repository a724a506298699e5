"""What a source is: something that was named on the command line and yields pages."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self, runtime_checkable

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import BinaryIO, Literal

    from filmspider.items import Rejection
    from filmspider.pages import Page


class Remote(NamedTuple):
    """A page that is still to be fetched."""

    url: str


class Listing(Remote):
    """A sitemap or list page that is still to be fetched, for the titles it names. It is no title's page itself."""


class PassedOver(NamedTuple):
    """Records of a web archive that were not read, because nobody asked for their addresses."""

    records: int


if TYPE_CHECKING:
    Found = Page | Rejection | Remote | PassedOver
    """What a source yields."""


class File(Protocol):
    """A file that can be read: a path, or its like elsewhere."""

    @property
    def name(self) -> str:
        """The last part of the path."""

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        """Open it from its beginning. Raises ``OSError``, as reading does."""


class Unreadable(NamedTuple):
    """A place that the file system does not give."""

    uri: str
    rejection: Rejection

    def pages(self, _: re.Pattern[str], /) -> Iterator[Rejection]:
        """Yield the rejection."""
        yield self.rejection

    def parts(self) -> Iterator[Self]:
        """Yield the place itself."""
        yield self


class Source(Protocol):
    """Pages named together: a file, a folder, a container."""

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the pages, always in the same order; of a web archive those whose address *match* is found in.

        What cannot be read is a rejection, never an exception.
        """


class Part(Source, Protocol):
    """A source, or a share of one, that another process can read: it can be pickled."""

    @property
    def uri(self) -> str:
        """What it is called."""


@runtime_checkable
class Divisible(Protocol):
    """A source that other processes can read."""

    def parts(self) -> Iterator[Part]:
        """Yield parts that together give the pages of the source, in their order."""


class Stored(Part, Divisible, Protocol):
    """A file or place on disk."""


def uri_of(path: str) -> str:
    """Return *path* as it stands in a record: with forward slashes, and bytes that are no UTF-8 spelt out.

    >>> uri_of("pages/tt0012349.html")
    'pages/tt0012349.html'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace(os.sep, "/")
