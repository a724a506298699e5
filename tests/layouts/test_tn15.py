"""The title page until 2010: what its fixtures do not show."""

from __future__ import annotations

import pytest

from filmspider import layouts
from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

PAGE = """
<html><head><title>{title}</title><link rel="canonical" href="http://www.imdb.com/title/tt9000299/" /></head>
<body><div id="wrapper"><div id="tn15" class="{kind}"><div id="tn15main">
<div id="tn15title"><h1>{heading}</h1></div>
<div id="tn15content">{body}</div></div></div></div></body></html>
"""
HEADING = 'Low Water <span>(<a href="/year/2007/">2007</a>){kind} <span class="title-extra">{beside}</span></span>'
PLAIN = HEADING.format(kind="", beside="")
BLOCK = '<div class="info"><h5>{label}</h5><div class="info-content">{body}</div></div>'


def read(heading=PLAIN, title="Low Water (2007)", body="", kind="maindetails"):
    page = PAGE.format(heading=heading, title=title, body=body, kind=kind)
    return parse_page(Page(body=page.encode()))


def block(label, body):
    return read(body=BLOCK.format(label=label, body=body))


@pytest.mark.parametrize("name", ["tn15", "combined"])
def test_detects_its_own_fixtures_only(fixtures, name):
    pages = {path.parent: Page(body=path.read_bytes()) for path in fixtures.glob("*/*/page.html")}
    found = {folder.parent.name for folder, page in pages.items() if getattr(layouts.detect(page), "name", "") == name}
    assert found == {name}


@pytest.mark.parametrize("kind", ["synopsis", "plotsummary", "fullcredits", "locations"])
def test_sub_pages_of_the_same_frame_are_no_title_pages(kind):
    found = read(kind=kind)
    assert isinstance(found, Rejection)
    assert (found.reason, found.detail) == ("other_page", kind)


@pytest.mark.parametrize("kind", ["maindetails", "combined", "reference"])
def test_a_heading_is_enough(kind):
    found = read(kind=kind)
    assert isinstance(found, Title)
    assert (found.title, found.year, found.title_type, found.problems) == ("Low Water", 2007, "movie", [])


@pytest.mark.parametrize(
    ("marker", "beside", "title", "expected"),
    [
        (" (TV)", "", "Low Water (2007) (TV)", "tv_movie"),
        (" (V)", "", "Low Water (2007) (V)", "video"),
        (" (VG)", "", "Low Water (2007) (VG)", "video_game"),
        (" (TV)", "", "Low Water (2007)", "tv_movie"),
        ("", "", "Low Water (TV 2007)", "tv_movie"),
        ("", "", "Low Water (Video 2007)", "video"),
        ("", "", "Low Water (TV Movie 2007)", "tv_movie"),
        ("", "", "Low Water (Video Game 2007)", "video_game"),
        ("", '<span class="tv-extra">TV mini-series</span>', "&#x22;Low Water&#x22; (2007)", "tv_mini_series"),
        ("", '<span class="tv-extra">TV series 2007-2009</span>', "&#x22;Low Water&#x22; (2007)", "tv_series"),
    ],
)
def test_kinds_of_title(marker, beside, title, expected):
    found = read(HEADING.format(kind=marker, beside=beside), title)
    assert (found.title_type, found.title, found.year, found.problems) == (expected, "Low Water", 2007, [])


def test_a_title_in_quotes_is_a_series_where_nothing_else_says_so():
    found = read('"Low Water" <span>(<a href="/year/2007/">2007</a>)</span>', "&#x22;Low Water&#x22; (2007)")
    assert (found.title_type, found.title) == ("tv_series", "Low Water")
    found = read('"Low" Water <span>(<a href="/year/2007/">2007</a>)</span>', "&#x22;Low&#x22; Water (2007)")
    assert (found.title_type, found.title) == ("movie", '"Low" Water')


@pytest.mark.parametrize(
    ("beside", "akas", "original"),
    [
        ("&#x22;Alavesi&#x22; <i>(original title)</i>", "", "Alavesi"),
        ('<span class="tv-extra">TV series 2007-</span> Alavesi <i>(original title)</i>', "", "Alavesi"),
        ("", "Ebbe (Germany)<br>Alavesi (Finland) (original title)<br>", "Alavesi"),
        ("", "Alavesi (Osa 1) (Finland) (original title)<br>", "Alavesi (Osa 1)"),
        ("", '"Ala - vesi" - Finland <em>(original title)</em><br>', "Ala - vesi"),
        ("", "Low Water (Finland) (original title)<br>", None),
        ("", "Ebbe (Germany) (working title)<br>", None),
    ],
)
def test_original_titles(beside, akas, original):
    body = BLOCK.format(label="Also Known As:", body=akas) if akas else ""
    assert read(HEADING.format(kind="", beside=beside), body=body).original_title == original


def test_a_year_that_is_not_known():
    found = read("Low Water <span>(????)</span>", "Low Water (????)")
    assert (found.title, found.year, found.problems) == ("Low Water", None, [])


@pytest.mark.parametrize(
    ("date", "expected", "place"),
    [
        ("3 November 2006 \n (Season 2, Episode 3)", ["2006-11-03"], (2, 3)),
        ("November 2006 (Season 2)", ["2006-11"], (2, None)),
        ("2006", ["2006"], (None, None)),
        ("???? (Season 1, Episode 4)", [], (1, 4)),
        ("(Season 1, Episode 4)", [], (1, 4)),
    ],
)
def test_air_dates(date, expected, place):
    series = BLOCK.format(label="TV Series:", body='<a href="/title/tt9000210/">"Shore Patrol" (2004) (mini)</a>')
    found = read(body=series + BLOCK.format(label="Original Air Date:", body=date))
    assert ([release.date for release in found.release_dates], found.problems) == (expected, [])
    assert (found.title_type, found.episode.series_title) == ("tv_episode", "Shore Patrol")
    assert (found.episode.season, found.episode.episode) == place


def test_the_state_of_a_production():
    assert block("Status:", '<b>Post-production</b> | <a href="/r/x">more at IMDbPro</a>').production_status == (
        "post-production"
    )


def test_a_page_saved_by_a_browser():
    row = '<tr class="odd"><td class="hs"></td><td class="nm"><a href="/name/nm9000299/">Bo Ek</a></td><td></td>'
    table = f'<table class="cast"><tbody>{row}<td class="char">Postman</td></tr></tbody></table>'
    found = read(body=f'<div class="info-content block">{table}</div>')
    assert [(member.name, member.characters) for member in found.cast] == [("Bo Ek", ["Postman"])]


def test_two_ids_on_one_page():
    other = '<meta property="og:url" content="http://www.imdb.com/title/tt9000298/" /></head>'
    page = PAGE.format(heading="Low Water", title="", body="", kind="maindetails").replace("</head>", other)
    assert parse_page(Page(body=page.encode())).reason == "id_mismatch"


def test_star_bars_without_a_figure_state_no_rating(corpus):
    path = next((corpus / "pages").glob("tn15_tt0330508_*.html.gz"))
    found = parse_page(Page.unpack(path.read_bytes()))
    assert [(each.imdb_id, each.rating) for each in found.recommendations][:2] == [
        ("tt0164538", None),
        ("tt0102636", None),
    ]


@pytest.mark.parametrize("group", ["tn15", "combined"])
def test_corpus_pages_are_read_without_problems(corpus, group):
    paths = sorted((corpus / "pages").glob(f"{group}_*.html.gz"))
    titles = [parse_page(Page.unpack(path.read_bytes())) for path in paths]
    assert [(title.source.layout, title.problems) for title in titles] == [(group, [])] * len(paths)
