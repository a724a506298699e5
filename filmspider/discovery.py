"""From a sitemap or a list page to the addresses of titles."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from lxml import etree
from scrapy.utils.sitemap import Sitemap

from filmspider import packing
from filmspider.exceptions import UnsupportedAddressError
from filmspider.middlewares.redirects import site_of
from filmspider.sources.base import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAX_LISTS = 100
"""Sitemaps and list pages that are read for one run."""

_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")
_HEAD = 2_000
_TITLE = re.compile(r"/title/(tt\d{7,10})(?!\d)")
_IN_PAGE = re.compile(rb"""["'(=>\s]([^"'()<>\s=]{0,200}/title/tt\d{7,10})(?!\d)""")


class Listed(NamedTuple):
    """What a list names: further lists, and titles' pages, each once and in its order."""

    lists: list[str]
    titles: list[str]


@dataclass(frozen=True)
class Lists:
    """A source that names other pages."""

    address: str

    def pages(self, _: re.Pattern[str], /) -> Iterator[Listing]:
        """Yield the one list that is known from the start."""
        yield Listing(self.address)


class Discovery:
    """The lists of one run, from *addresses* on, which together name at most *limit* titles.

    Raises :class:`SetupError` for an address that is not ``http`` or ``https``.
    """

    def __init__(self, addresses: Sequence[str], limit: int) -> None:
        for address in addresses:
            if not address.startswith(("http://", "https://")):
                raise UnsupportedAddressError(f"{address}: lists of titles are read from http and https addresses")
        self.addresses = list(dict.fromkeys(addresses))
        self._limit = limit
        self._lists = set(self.addresses)
        self._titles: set[str] = set()

    def take(self, listed: Listed) -> Listed:
        """Return what is new in a list, as far as the bounds allow."""
        return Listed(
            _new(listed.lists, self._lists, MAX_LISTS),
            _new(listed.titles, self._titles, self._limit),
        )


def _new(addresses: Sequence[str], known: set[str], limit: int) -> list[str]:
    new = [address for address in addresses if address not in known][: max(0, limit - len(known))]
    known.update(new)
    return new


def read_list(body: bytes, address: str) -> Listed:
    """Return what the list at *address* names of the same site: a sitemap, a sitemap index, or any page with links.

    Sub-pages of a title stand for the title. What cannot be read names nothing.
    """
    try:
        plain = packing.unpack(body).body
    except packing.PackingError:
        return Listed([], [])
    if not _SITEMAP.search(plain, 0, _HEAD):
        return Listed([], _titles((link.decode("ascii", "ignore") for link in _IN_PAGE.findall(plain)), address))
    kind, places = _sitemap(plain)
    if kind == "sitemapindex":
        near = (joined for place in places if (joined := _near(place, address)))
        return Listed(list(dict.fromkeys(near)), [])
    return Listed([], _titles(places, address))


def _sitemap(plain: bytes) -> tuple[str, list[str]]:
    """Return a sitemap's kind and its entries; what stands before the place where it is damaged counts."""
    kind, places = "", list[str]()
    with suppress(etree.XMLSyntaxError, StopIteration):
        sitemap = Sitemap(plain)
        kind = sitemap.type
        places.extend(entry["loc"] for entry in sitemap)
    return kind, places


def _titles(links: Iterable[str], address: str) -> list[str]:
    pages: dict[str, None] = {}
    for link in links:
        found = _TITLE.search(link)
        if found and (url := _near(link, address)):
            pages[urljoin(url, f"/title/{found[1]}/")] = None
    return list(pages)


def _near(link: str, address: str) -> str | None:
    """Return where a *link* leads that stands at *address*, if that is on the same site."""
    try:
        url = urljoin(address, link)
        return url if url.startswith(("http://", "https://")) and site_of(url) == site_of(address) else None
    except ValueError:
        return None
