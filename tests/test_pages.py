from __future__ import annotations

import gzip
import hashlib

import pytest
from lxml import etree

from filmspider.pages import Page, PageError

HTML = b'<html><head><link rel="canonical" href="https://www.imdb.com/title/tt9000001/"></head><body><h1>X</h1></body>'


def test_unpack_keeps_what_the_caller_knows():
    page = Page.unpack(gzip.compress(HTML), uri="a.html.gz", captured_at="2018-08-19", captured_from="file")
    assert (page.body, page.uri, page.captured_at, page.captured_from) == (HTML, "a.html.gz", "2018-08-19", "file")
    assert page.sha256 == hashlib.sha256(HTML).hexdigest()


def test_recorded_headers_date_the_page():
    page = Page.unpack(b"HTTP/1.0 403 Forbidden\r\nDate: Sun, 19 Aug 2018 01:02:03 GMT\r\n\r\nno")
    assert (page.status, page.captured_at, page.captured_from) == (403, "2018-08-19T01:02:03Z", "http")


def test_a_known_date_outranks_the_recorded_one():
    page = Page.unpack(
        b"HTTP/1.0 200 OK\r\nDate: Sun, 19 Aug 2018 01:02:03 GMT\r\n\r\nno",
        captured_at="2017",
        captured_from="argument",
    )
    assert (page.captured_at, page.captured_from) == ("2017", "argument")


def test_what_cannot_be_unpacked_has_a_reason():
    with pytest.raises(PageError, match="undecodable: gzip"):
        Page.unpack(b"\x1f\x8bno gzip at all")


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (HTML, "html"),
        (b"\n\n<!DOCTYPE html>\n<p>", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>', "html"),
        (b"12</td></tr><tr><td>the rest of a page</td>", "html"),
        (b'": "the rest of a script"}' * 9_000 + b"</script></body></html>", "html"),
        (b"7.7/10\n3,234\nLast Train Home (2009)\n", "text"),
        (b"I <3 this film, 5 < 6 and 7 > 2", "text"),
        (b"", "text"),
    ],
)
def test_media_is_told_by_content(body, media):
    assert Page(body=body).media == media


def test_xhtml_prolog_is_read_as_html():
    page = Page(body=b'<?xml version="1.0" encoding="UTF-8"?><html><body><br>caf\xc3\xa9</body></html>')
    assert page.selector.css("body").xpath("string()").get() == "café"


def test_empty_document_is_a_parser_error():
    with pytest.raises(etree.ParserError):
        _ = Page(body=b" ").root


@pytest.mark.parametrize(
    ("body", "address"),
    [
        (HTML, "https://www.imdb.com/title/tt9000001/"),
        (b"<link href=http://www.imdb.com/find rel=canonical>", "http://www.imdb.com/find"),
        (b"<LINK REL='canonical' HREF='/chart/top'>", "/chart/top"),
        (b"<p>canonical</p><script>canonical</script>", "captured"),
    ],
)
def test_own_address_outranks_the_captured_one(body, address):
    assert Page(body=body, address="captured").own_address == address


def test_endless_tags_cost_no_time_and_no_text():
    attributes = b"".join(b'a%d="b" ' % number for number in range(100_000))
    root = Page(body=b"<html><body><p>one</p><svg " + attributes + b"><p>two</p></body></html>").root
    assert [p.text for p in root.iter("p")] == ["one", "two"]


def test_linked_data_reads_every_block_that_can_be_read():
    body = (
        b'<script type="application/ld+json">{"name": "One"}</script><script type=application/ld+json>[1]</script>'
        b'<p>application/ld+json</p><script type="application/ld+json">{"name": </script>'
        b'<script type="application/ld+json">{"name": "Four",}</script><script type="application/ld+json">{"cut": 1'
    )
    assert Page(body=body).linked_data == [{"name": "One"}, {"name": "Four"}]
