from __future__ import annotations

import json

import pytest

from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

HEADING = '<div id="title-overview-widget"><div class="title_wrapper"><h1>{title}</h1></div></div>'
OWN_LINK = '<a href="/title/{imdb_id}/?ref_=tt_ov">{title}</a>'


def body(*ids: str, title: str = "Aladdin") -> bytes:
    first, *others = ids
    blocks = [json.dumps({"@type": "Movie", "name": "", "url": f"/title/{other}/"}) for other in others]
    linked = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    meta = f'<meta property="pageId" content="{first}">'
    content = HEADING.format(title=title) + OWN_LINK.format(imdb_id=first, title=title)
    return f"<html><head>{meta}{linked}</head><body>{content}</body></html>".encode()


def test_a_record_says_where_it_comes_from():
    page = Page(body=body("tt9000001"), uri="a.html", captured_at="2018-08-19", captured_from="file")
    title = parse_page(page)
    assert isinstance(title, Title)
    assert (title.imdb_id, title.source.uri, title.source.layout) == ("tt9000001", "a.html", "title2015")
    assert (title.source.captured_at, title.source.captured_from) == ("2018-08-19", "file")
    assert title.source.sha256 == page.sha256


def test_the_same_bytes_give_the_same_record():
    assert parse_page(Page(body=body("tt9000001"))) == parse_page(Page(body=body("tt9000001")))


def test_the_pages_own_id_outranks_the_requested_one():
    page = Page(body=body("tt0437803"), address="https://www.imdb.com/title/tt0437804/")
    title = parse_page(page)
    assert title.imdb_id == "tt0437803"
    assert [problem.detail for problem in title.problems] == ["tt0437804 was asked for"]


def test_a_zero_in_front_makes_no_other_id():
    assert parse_page(Page(body=body("tt1207372", "tt01207372"))).imdb_id == "tt1207372"


def test_ids_of_two_titles_on_one_page_are_rejected():
    rejection = parse_page(Page(body=body("tt9000001", "tt9000002")))
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.detail) == ("id_mismatch", "tt9000001 / tt9000002")


@pytest.mark.parametrize("imdb_id", ["tt0012349", "tt10027990", "tt123456789", "tt1234567890"])
def test_ids_have_seven_figures_and_more(imdb_id):
    assert parse_page(Page(body=body(imdb_id))).imdb_id == imdb_id


@pytest.mark.parametrize(
    "stated",
    [
        b'<link rel="canonical" href="/title/tt9000001/"><link rel=canonical href=http://www.imdb.com/title/tt9000002>',
        b'<link rel="canonical" href="/title/tt9000002/">',
    ],
)
def test_two_ids_that_a_page_calls_its_own_are_no_record(stated):
    rejection = parse_page(Page(body=body("tt9000001").replace(b"</head>", stated + b"</head>")))
    assert (rejection.reason, rejection.detail) == ("id_mismatch", "tt9000001 / tt9000002")


def test_links_to_its_sub_pages_name_a_page_that_nothing_else_names():
    page = body("tt9000001").replace(b"pageId", b"cut").replace(b"</body>", b'<a href="/title/tt9000002/trivia">x</a>')
    assert parse_page(Page(body=page)).imdb_id == "tt9000002"


def test_links_to_other_titles_are_no_ids_of_the_page():
    link = b'<a href="/title/tt9000002/quotes">Other</a><a href="/title/tt9000003/vote">10</a></body>'
    assert parse_page(Page(body=body("tt9000001").replace(b"</body>", link))).imdb_id == "tt9000001"


def test_several_titles_of_a_page_are_one(fixtures):
    whole = (fixtures / "title2015" / "feature-film-2018" / "page.html").read_bytes()
    several = whole.replace(b"</title>", b"</title><title>Sign in - IMDb</title>", 1)
    assert parse_page(Page(body=several)).title == parse_page(Page(body=whole)).title


def test_a_page_without_a_title_gives_no_record():
    assert parse_page(Page(body=body("tt9000001", title=""))).reason == "no_title"


def test_the_mark_of_a_merged_entry_is_no_title():
    assert parse_page(Page(body=body("tt9000001", title="#DUPE#"))).reason == "no_title"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body>Nothing that anybody knows</body></html>", "unknown_layout"),
        (b"just some words", "unknown_layout"),
        (b"", "empty"),
    ],
)
def test_what_is_no_title_page_is_rejected_with_a_reason(page, reason):
    assert parse_page(Page(body=page, uri="x")).reason == reason


def test_an_exception_costs_the_page_only(monkeypatch):
    def broken(_page):
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("filmspider.layouts.detect", broken)
    rejection = parse_page(Page(body=b"<html>", uri="x"))
    assert (rejection.reason, rejection.detail, rejection.uri) == ("error", "ZeroDivisionError: by design", "x")


@pytest.mark.parametrize("cut", range(0, 60_000, 4_000))
def test_cut_pages_give_a_record_of_this_title_or_a_reason(fixtures, cut):
    whole = (fixtures / "title2015" / "feature-film-2018" / "page.html").read_bytes()
    outcome = parse_page(Page(body=whole[:cut]))
    assert isinstance(outcome, Rejection) or outcome.imdb_id in {None, parse_page(Page(body=whole)).imdb_id}
