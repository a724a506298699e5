"""Private addresses: a list of pages from elsewhere must not lead into the network that filmspider runs in."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured
from scrapy.utils.httpobj import urlparse_cached

from filmspider.middlewares.errors import PrivateAddressError

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class PublicAddresses:
    """Downloader middleware that asks hosts on the public internet only, unless the spider has ``allow_private``.

    A name is looked up before it is asked, each of a chain of redirections too. A name that means another address by
    the time the connection is made (DNS rebinding) can draw one request without a body into the private network; its
    answer is thrown away. Behind a proxy it is the proxy's address that answers.
    """

    def __init__(self) -> None:
        self._private: dict[str, bool] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raise ``NotConfigured`` where private addresses are allowed."""
        if getattr(crawler.spider, "allow_private", False):
            raise NotConfigured
        return cls()

    async def process_request(self, request: Request) -> None:
        """Raise :class:`PrivateAddressError` for a host of which any address is not public."""
        host = urlparse_cached(request).hostname or ""
        if host not in self._private:
            self._private[host] = await _is_private(host)
        if self._private[host]:
            raise PrivateAddressError(f"{host} has a private address")

    def process_response(self, request: Request, response: Response) -> Response:
        """Raise :class:`PrivateAddressError` for an answer that came from an address that is not public."""
        address = response.ip_address
        if address is not None and not request.meta.get("proxy") and not is_public(address):
            raise PrivateAddressError(f"{urlparse_cached(request).hostname} has a private address")
        return response


async def _is_private(host: str) -> bool:
    """A name that cannot be looked up is nobody's address: the downloader will say so."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return not all(is_public(ipaddress.ip_address(str(place[0]).split("%")[0])) for *_, place in found)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is one of the public internet, also if it is an IPv4 address in IPv6 clothes.

    >>> [is_public(ipaddress.ip_address(each)) for each in ("93.184.215.14", "10.1.2.3", "::1", "::ffff:169.254.1.1")]
    [True, False, False, False]
    """
    inner = _ipv4_in(address) if isinstance(address, IPv6Address) else None
    return (inner or address).is_global and not (inner or address).is_multicast


def _ipv4_in(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
