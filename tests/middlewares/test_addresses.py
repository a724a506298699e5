from __future__ import annotations

import asyncio
import ipaddress
import socket

import pytest
from scrapy import Request
from scrapy.http import Response

from filmspider.middlewares.addresses import PublicAddresses, is_public
from filmspider.middlewares.errors import PrivateAddressError


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound
        ("127.1.2.3", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
    ],
)
def test_public(address, expected):
    assert is_public(ipaddress.ip_address(address)) is expected


def refused(url):
    try:
        asyncio.run(PublicAddresses().process_request(Request(url)))
    except PrivateAddressError:
        return True
    return False


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
    ],
)
def test_host_is_looked_up(url):
    assert refused(url)


def test_one_private_address_of_several_is_enough(monkeypatch):
    def names(*addresses):
        async def getaddrinfo(*_, **__):
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]

        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", getaddrinfo)
        return refused("http://www.example.com/")

    assert not names("93.184.215.14")
    assert names("93.184.215.14", "10.0.0.1")


def test_answer_from_elsewhere_than_was_looked_up_is_thrown_away():
    middleware, request = PublicAddresses(), Request("http://rebound.example/")
    good = Response(request.url, ip_address=ipaddress.ip_address("93.184.215.14"))
    assert middleware.process_response(request, good) is good
    with pytest.raises(PrivateAddressError):
        middleware.process_response(request, Response(request.url, ip_address=ipaddress.ip_address("10.0.0.1")))
