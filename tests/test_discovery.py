from __future__ import annotations

import gzip

import pytest

from filmspider.discovery import Discovery, Listed, read_list
from filmspider.exceptions import UnsupportedAddressError

HOME = "https://www.imdb.com/sitemap.xml"


def titles(body, address=HOME):
    return read_list(body, address).titles


@pytest.mark.parametrize(
    "body",
    [
        b'<a href="/title/tt0111161/?ref_=x">',
        b"<a href='https://m.imdb.com/title/tt0111161/reviews'>",
        b"<a href=/title/tt0111161>",
        b'{"url": "https://www.imdb.com/title/tt0111161/"}',
        gzip.compress(b'<a href="/title/tt0111161/">', mtime=0),
        b"see https://www.imdb.com/title/tt0111161 and tt0068646",
    ],
)
def test_page_with_links(body):
    assert [title[-10:] for title in titles(body)] == ["tt0111161/"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b'<a href="https://elsewhere.example/title/tt0111161/">',
        b'<a href="//imdb.com.elsewhere.example/title/tt0111161/">',
        b'<a href="ftp://www.imdb.com/title/tt0111161/">',
        b'<a href="/title/tt01/">',
        b'<a href="/title/tt01111611111111/">',
        b'<a href="http://[::bad/title/tt0111161/">',
        b"\x1f\x8bno gzip",
    ],
)
def test_page_without(body):
    assert titles(body) == []


def test_torn_sitemap_gives_what_is_whole():
    entries = b"".join(b"<url><loc>https://www.imdb.com/title/tt%07d/</loc></url>" % n for n in range(1, 4))
    assert len(titles(b"<urlset>" + entries + b"<url><loc>https://www.imdb")) == 3


@pytest.mark.parametrize("body", [b"<urlset", b"<urlset>", b"<!-- <urlset> -->", b"\0<urlset></urlset>"])
def test_hardly_a_sitemap(body):
    assert read_list(body, HOME) == Listed([], [])


def test_entities_are_not_resolved():
    bomb = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><urlset><url><loc>&a;</loc></url></urlset>'
    assert read_list(bomb, HOME) == Listed([], [])


def test_bounds():
    discovery = Discovery([HOME], limit=3)
    listed = Listed([HOME, "https://www.imdb.com/a.xml"], [f"https://www.imdb.com/title/tt{n}/" for n in range(5)])
    assert discovery.take(listed) == Listed(["https://www.imdb.com/a.xml"], listed.titles[:3])
    assert discovery.take(listed) == Listed([], [])


def test_list_must_be_on_the_web():
    with pytest.raises(UnsupportedAddressError):
        Discovery(["list.html"], limit=3)
