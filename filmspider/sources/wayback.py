"""Copies out of the Wayback Machine: where and when a page was captured, as its address there or its path says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from filmspider.sources.capture import captured_at
from filmspider.sources.matching import HOST

if TYPE_CHECKING:
    from filmspider.items import CapturedFrom

_IN_ARCHIVE = re.compile(
    r"https?://(?:web|wayback)\.archive\.org(?::\d+)?/web/(?P<stamp>\d{4,14})(?:[a-z]{2}_)*/(?P<address>.+)",
    re.IGNORECASE,
)
_PATHS = tuple(
    re.compile(rf"(?:\A|/){form}\Z", re.IGNORECASE)
    for form in (
        rf"(?P<host>{HOST})/(?P<stamp>\d{{14}})/(?P<path>.+)",  # wayback_machine_downloader
        rf"(?P<stamp>\d{{14}})/(?P<host>{HOST})/(?P<path>.+)",  # waybackpack
        rf"web/(?P<stamp>\d{{14}})(?:[a-z]{{2}}_)?/https?:/{{1,2}}(?P<host>{HOST})/(?P<path>.+)",  # wget
        rf"(?P<host>{HOST})/(?P<path>.+)/(?P<stamp>\d{{14}})\.snapshot",  # wayback-machine-scraper
    )
)
_FILE_NAME = re.compile(r"(?:(?<=/)index)?\.html?(?:\.gz|\.zst)?(?:[?@].*)?\Z", re.IGNORECASE)
"""What such tools add to an address to make it a file's name."""


class Known(NamedTuple):
    """What is known of a page's capture before the page is read; the fields are called as those of a page."""

    address: str
    captured_at: str | None = None
    captured_from: CapturedFrom | None = None


def published(address: str) -> Known:
    """Return where a page at *address* was published: for one in the Wayback Machine the address it was captured from.

    >>> published("https://web.archive.org/web/20100125173015id_/http://www.imdb.com/title/tt0330508/")[:2]
    ('http://www.imdb.com/title/tt0330508/', '2010-01-25T17:30:15Z')
    >>> published("http://www.imdb.com/title/tt0330508/").captured_at
    """
    found = _IN_ARCHIVE.fullmatch(address)
    return _capture(found["address"], found["stamp"]) if found else Known(address)


def exported(path: str) -> Known | None:
    """Return what the path says of a file that was copied out of the Wayback Machine; ``None`` if it may be no copy.

    >>> exported("websites/www.imdb.com/20100125173015/title/tt0330508/index.html")[:2]
    ('http://www.imdb.com/title/tt0330508/', '2010-01-25T17:30:15Z')
    >>> exported("pages/20100125173015/title/tt0330508/index.html")
    """
    for form in _PATHS:
        if (found := form.search(path)) and captured_at(found["stamp"]):
            return _capture(f"http://{found['host']}/{_FILE_NAME.sub('', found['path'])}", found["stamp"])
    return None


def _capture(address: str, stamp: str) -> Known:
    date = captured_at(stamp)
    return Known(address, date, "wayback" if date else None)
