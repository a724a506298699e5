from __future__ import annotations

import pytest

from filmspider.pages import Page
from filmspider.sources.files import unpacked
from filmspider.wayback import capture

FILED = b"""<!--
     FILE ARCHIVED ON 12:34:56 Feb 26, 2013 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 01:02:03 Mar 04, 2020.
-->
"""
TOOLBAR = b"<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=wm-ipp>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"


@pytest.mark.parametrize(
    ("archived", "original"),
    [
        (b'<a href="/web/20130226123456/http://www.imdb.com/name/nm1/">', b'<a href="/name/nm1/">'),
        (b'<a href="https://web.archive.org/web/20130226123456/http://www.imdb.com:80/x">', b'<a href="/x">'),
        (b'<a href="/web/20130226/http://film.example:80/a?b=/web/">', b'<a href="http://film.example/a?b=/web/">'),
        (b'<img src="/web/20130226123456im_/http://ia.example/a.jpg">', b'<img src="http://ia.example/a.jpg">'),
        (b"<img src=//web.archive.org/web/2013im_/https://ia.example/a.jpg>", b"<img src=https://ia.example/a.jpg>"),
        (b'"url": "https:\\/\\/web.archive.org\\/web\\/2013\\/https:\\/\\/a.b\\/c"', b'"url": "https:\\/\\/a.b\\/c"'),
        (
            b'<a href="/web/2013/https://web.archive.org/web/2001/http://film.example/">',
            b'<a href="https://web.archive.org/web/2001/http://film.example/">',
        ),
        (b'<script src="https://web-static.archive.org/_static/js/wombat.js"></script><p>', b"<p>"),
        (b'<script>archive_analytics.values.service="wb";</script><p>', b"<p>"),
        (b'<link rel="stylesheet" href="/_static/css/banner-styles.css"/><p>', b"<p>"),
        (TOOLBAR + b"<p>", b"<p>"),
        (b'<a href="/web-design">', b'<a href="/web-design">'),
    ],
)
def test_what_the_archive_added_is_taken_off(archived, original):
    assert capture(archived + FILED).body.strip() == original


def test_page_that_links_to_the_archive_is_no_capture():
    assert capture(b'<a href="https://web.archive.org/web/2001/http://film.example/">Official site</a>') is None


@pytest.mark.parametrize(
    ("body", "time"),
    [
        (FILED, "2013-02-26T12:34:56Z"),
        (TOOLBAR + b'<a href="/web/20130226123457/http://www.imdb.com/">', "2013-02-26T12:34:57Z"),
        (TOOLBAR + b'<a href="/web/2013/http://www.imdb.com/">', None),
        (FILED.replace(b"Feb 26", b"Feb 31"), None),
        (TOOLBAR, None),
    ],
)
def test_time_of_capture(body, time):
    assert capture(body).captured_at == time


@pytest.mark.parametrize(
    "stated",
    [
        b'<script>__wm.wombat("http://www.imdb.com:80/title/tt9000001/","20130226123456");</script>',
        TOOLBAR + b'<input type="text" id="wmtbURL" value="http://www.imdb.com/title/tt9000001/" />',
    ],
)
def test_address_of_the_captured_page(stated):
    assert capture(stated).address == "http://www.imdb.com/title/tt9000001/"


def test_the_archives_time_outranks_names_and_headers():
    page = unpacked(b"HTTP/1.1 200 OK\r\nDate: Wed, 22 Oct 2014 06:30:00 GMT\r\n\r\n<p>" + FILED, "2018-01-16.html")
    assert (page.captured_at, page.captured_from) == ("2013-02-26T12:34:56Z", "wayback")


def test_a_known_time_stays():
    page = Page.unpack(FILED, captured_at="2013-02-27", captured_from="warc")
    assert (page.captured_at, page.captured_from) == ("2013-02-27", "warc")
