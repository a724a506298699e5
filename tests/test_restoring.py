from __future__ import annotations

import pytest

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.restoring import restore

END = b"</body></html>"


@pytest.mark.parametrize(
    ("stored", "restored"),
    [
        ("<p>café".encode("utf-16-le"), "<p>café".encode()),
        ("<p>café".encode("utf-16-be"), "<p>café".encode()),
        ("<p>café".encode("utf-16"), "<p>café".encode()),
        ("<p>café".encode("utf-32"), "<p>café".encode()),
        (
            b"<HTML><BODY CLASS=a><A HREF=b>I < U</A></BODY></HTML>",
            b"<html><body CLASS=a><a HREF=b>I < U</a></body></html>",
        ),
        (b"<p>a\x00b\x00\x00", b"<p>ab"),
        (
            b"<title>\n X\n </title><h1>\n A\n <span>\n  (\n  <a>\n   1992\n  </a>\n  )\n </span></h1>" + END,
            b"<title>\n X\n </title><h1>\n A\n <span>(<a>1992</a>)</span></h1>" + END,
        ),
        (
            b"<title>\n X\n </title><a>stays </a> , as it was" + END,
            b"<title>\n X\n </title><a>stays </a> , as it was" + END,
        ),
    ],
)
def test_what_saving_did_is_undone(stored, restored):
    assert restore(stored).body == restored


def test_address_that_a_browser_saved_the_page_from():
    body = b"<!DOCTYPE html>\n<!-- saved from url=(0037)http://www.imdb.com/title/tt0111161/ -->\n<html>" + END
    assert Page.unpack(body).address == "http://www.imdb.com/title/tt0111161/"
    assert Page.unpack(body, address="http://known.example/").address == "http://known.example/"


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (b"<html><body><div>one</div><div cla", b"<html><body><div>one</div>"),
        (b"<html><body><div>one</div><div>tw", b"<html><body><div>one</div><div>"),
        (b"<table><tr><td>95 min</td><td>9", b"<table><tr><td>95 min</td><td>"),
    ],
)
def test_what_stands_half_at_the_end_of_a_cut_page_is_left_out(body, left):
    assert restore(body)[0::3] == (left, True)


@pytest.mark.parametrize(
    "body",
    [
        b"<div>one</div>" + END,
        b"<div>one</div></BODY>",
        b"<title>One</title><div>one</div>",
        b"4 > 3, and I <3 it",
        b"",
    ],
)
def test_whole_pages_are_not_cut(body):
    assert restore(body) == (body, None, None, False)


def test_cut_page_says_so(fixtures):
    whole = (fixtures / "title2015" / "feature-film-2018" / "page.html").read_bytes()
    end = whole.index(b'id="titleDetails"')
    title = parse_page(Page.unpack(whole[:end]))
    assert isinstance(title, Title)
    assert [problem.detail for problem in title.problems if problem.code == "truncated"] == [
        f"the page ends after {end} bytes"
    ]
    assert (title.field_status["countries"], title.field_status["budget"]) == ("truncated", "truncated")
    assert "rating" not in title.field_status


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8])
def test_what_is_whole_of_a_cut_page_is_read(fixtures, share):
    whole = (fixtures / "title2015" / "feature-film-2018" / "page.html").read_bytes()
    title, cut = (parse_page(Page.unpack(body)) for body in (whole, whole[: int(len(whole) * share)]))
    assert (cut.imdb_id, cut.title, cut.year) == (title.imdb_id, title.title, title.year)
