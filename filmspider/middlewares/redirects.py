"""Redirections: followed within a site, refused out of it."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from tldextract import TLDExtract

from filmspider.middlewares.errors import OffsiteRedirectError
from filmspider.middlewares.hosts import Hosts

if TYPE_CHECKING:
    from scrapy.http import Response

_split = TLDExtract(suffix_list_urls=(), cache_dir=None)
"""Knows the list of public suffixes that comes with it, and fetches no other."""


class SameSite(RedirectMiddleware):
    """Downloader middleware that follows a redirection to any host of the same registered domain."""

    def process_response(  # type: ignore[override] # the argument that is missing here is deprecated
        self, request: Request, response: Response
    ) -> Request | Response:
        """Return *response* or the request it leads to. Raises :class:`OffsiteRedirectError`."""
        result = super().process_response(request, response)
        if isinstance(result, Request) and site_of(result.url) != site_of(request.url):
            if hosts := self.crawler.get_downloader_middleware(Hosts):
                hosts.of(request).refused()
            raise OffsiteRedirectError(f"redirected to another site: {urlsplit(result.url).hostname}")
        return result


def site_of(url: str) -> str:
    """Return the registered domain of an address, or the host where there is none.

    >>> [site_of(f"http://{host}/") for host in ("www.a.co.uk", "m.a.co.uk", "127.0.0.1", "localhost")]
    ['a.co.uk', 'a.co.uk', '127.0.0.1', 'localhost']
    """
    host = urlsplit(url).hostname or ""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return _split(host).top_domain_under_public_suffix or host
