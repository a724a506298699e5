"""Posters, trailers, sites and ways to watch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Site, Trailer, WatchOption
from filmspider.processors import Noted, Unparsed
from filmspider.processors.media import absolute_url, poster_url, site, trailer, watch_option


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "http://ia.media-imdb.com/images/M/MV5B@._V1_SX214_AL_.jpg",
            "http://ia.media-imdb.com/images/M/MV5B@._V1_SX214_AL_.jpg",
        ),
        ("//m.media-amazon.com/images/M/x.jpg ", "https://m.media-amazon.com/images/M/x.jpg"),
        ("http://ia.media-imdb.com/images/G/01/imdb/images/nopicture/large/film-1._CB1_.png", None),
        ("/images/nopicture/medium/film.png", None),
        ("http://i.media-imdb.com/images/SF9a7a/no_poster.png", None),
        ("http://ia.media-imdb.com/images/imdb_fb_logo._CB1_.png", None),
        ("https://www.imdb.com/images/imdb-logo.png", None),
        ("data:image/gif;base64,R0", None),
        ("", None),
        ("javascript:void(0)", Unparsed("javascript:void(0)")),
    ],
)
def test_poster_url(raw, expected):
    assert poster_url(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("/video/vi459521305", "https://www.imdb.com/video/vi459521305"),
        ("video/vi459521305", "https://www.imdb.com/video/vi459521305"),
        ("#top", None),
        ("mailto:a@b.c", Unparsed("mailto:a@b.c")),
    ],
)
def test_absolute_url(raw, expected):
    assert absolute_url(raw) == expected


def test_trailer():
    url = "/video/imdb/vi1404633369"
    expected = Trailer(
        video_id="vi1404633369", url="https://www.imdb.com/video/imdb/vi1404633369", duration_seconds=157
    )
    assert trailer({"url": url, "duration": "2:37"}) == expected
    assert trailer({"video": "vi1404633369", "url": url, "duration": 157}) == expected
    assert trailer({"duration": "2:37"}) == Trailer(duration_seconds=157)
    assert trailer({"url": url, "duration": "long"}) == Noted(
        expected.model_copy(update={"duration_seconds": None}), "unparsed", "long"
    )
    assert trailer({"url": None, "duration": None}) is None
    assert trailer({"duration": "long"}) == Unparsed("long")


def test_site():
    assert site({"label": "Official site", "url": "/offsite/?x", "note": "[Japan] |"}) == Site(
        label="Official site [Japan]",
        url="https://www.imdb.com/offsite/?x",
    )
    assert site({"label": "No Sellout", "note": "(Flash only)"}) == Site(label="No Sellout (Flash only)")
    assert site({"label": " ", "url": ""}) is None
    assert site({"label": "", "url": "http://a.b/"}) == Unparsed("http://a.b/")
    assert site({"label": "a", "url": "javascript:b"}) == Noted(Site(label="a"), "unparsed", "javascript:b")


def test_watch_option():
    assert watch_option({"kind": "On Disc", "provider": "at Amazon"}) == WatchOption(kind="On Disc", provider="Amazon")
    assert watch_option({"kind": "Watch", "provider": "on Prime Video"}) == WatchOption(
        kind="Watch", provider="Prime Video"
    )
    assert watch_option({"kind": "Watch Now", "provider": "$0.00 with Prime Instant Video"}) == WatchOption(
        kind="Watch Now", provider="Prime Instant Video"
    )
    assert watch_option({"kind": "", "provider": None}) is None
    assert watch_option({"kind": "", "provider": "at Amazon"}) == Unparsed("Amazon")


_TEXTS = st.text("ahtps:/#vi123 .") | st.text(st.characters())


@given(_TEXTS, _TEXTS, _TEXTS)
def test_no_text_raises(one, two, three):
    assert isinstance(poster_url(one), str | Unparsed | None)
    assert isinstance(trailer({"video": one, "url": two, "duration": three}), Trailer | Noted | Unparsed | None)
    assert isinstance(site({"label": one, "url": two, "note": three}), Site | Noted | Unparsed | None)
    assert isinstance(watch_option({"kind": one, "provider": two}), WatchOption | Unparsed | None)
