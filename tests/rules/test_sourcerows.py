"""What is read in a page's source is what its document gives."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from fixture_pages import FIXTURES

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.rules import html, sourcelists
from filmspider.rules.sourcerows import CAST, RECOMMENDATIONS

LAYOUTS = ("combined", "reference2017", "title2010", "title2015", "tn15")
PAGES = sorted(path for layout in LAYOUTS for path in FIXTURES.glob(f"{layout}/*/page.html"))


@pytest.fixture
def read_in_source(monkeypatch):
    """The names of the lists that were read in the source of a page."""
    names = set()

    def watched(source, lists):
        rest, found = sourcelists.taken_out(source, lists)
        names.update(found)
        return rest, found

    monkeypatch.setattr(html, "taken_out", watched)
    return names


def whole(monkeypatch, page):
    """What the page gives where all of it is made a document."""
    with monkeypatch.context() as patch:
        patch.setattr(html, "taken_out", lambda source, _lists: (source, {}))
        return parse_page(replace(page))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.parent.name}-{path.parent.name}")
def test_hand_written_pages_give_the_same_either_way(path, monkeypatch):
    page = Page.unpack(path.read_bytes())
    assert parse_page(replace(page)) == whole(monkeypatch, page)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_lists_of_feature_films_are_read_in_the_source(layout, read_in_source):
    path = next(FIXTURES.glob(f"{layout}/feature-film-20*/page.html"))
    assert isinstance(parse_page(Page.unpack(path.read_bytes())), Title)
    expected = {"cast", "recommendations"} if layout in {"title2010", "title2015"} else {"cast"}
    assert read_in_source == expected


def test_real_pages_give_the_same_either_way(corpus, monkeypatch, read_in_source):
    paths = [path for group in "ABCrt" for path in sorted((corpus / "pages").glob(f"{group}*_tt*.html.gz"))]
    in_source = 0
    for path in [*paths, *(corpus / "pages").glob("combined_*")]:
        page = Page.unpack(path.read_bytes())
        read_in_source.clear()
        found = parse_page(replace(page))
        in_source += "cast" in read_in_source
        assert found == whole(monkeypatch, page), path.name
    assert in_source > 0.9 * len(paths)


def test_a_list_is_read_wherever_it_stands():
    body = next(FIXTURES.glob("title2015/feature-film-2018/page.html")).read_bytes()
    assert b'id="titleCast"' in body
    assert parse_page(Page(body.replace(b'id="titleCast"', b'id="castBlock"'))).cast == parse_page(Page(body)).cast


ROW = (
    '<tr class="odd"> <td class="nm"><a href="/name/nm0000001/">Ann</a></td><td class="ddd"> ... </td>'
    '<td class="char"><div>{}</div></td></tr>'
)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Neo", "Neo"),
        (
            '<a href="/character/ch1/">Neo</a> / <a href="/character/ch2/" >Mr. O&#x27;Hara</a> (voice)',
            "Neo / Mr. O'Hara (voice)",
        ),
        ("", ""),
    ],
)
def test_roles_of_a_cast_list(role, expected):
    source = f'<table class="cast">{ROW.format(role)}</table>'.encode()
    rest, found = sourcelists.taken_out(source, {"cast": CAST})
    assert rest == b'<table class="cast"></table>'
    assert found == {"cast": [{"id": "/name/nm0000001/", "name": "Ann", "role": expected}]}


@pytest.mark.parametrize(
    "role", ['<a class="see-more" href="#">12 episodes</a>', "<h4>Neo</h4>", "<br>Neo", "Neo</div><div>"]
)
def test_roles_that_only_a_document_tells(role):
    source = f'<table class="cast">{ROW.format("Eve")}{ROW.format(role)}</table>'.encode()
    assert sourcelists.taken_out(source, {"cast": CAST}) == (source, {})


RECOMMENDATION = """<div class="rec_overview" data-tconst="tt1"><div class="rec_details"><div class="rec-info">
<div class="rec-jaw-upper"><div class="rec-title"><a href="/title/tt1/"
><b>Salt &amp; Lantern</b></a>{year}</div><div class="rec-cert-genre rec-elipsis"><span title="Certificate"></span>
Drama
<span class="ghost">|</span> Crime </div>
<div class="rec-rating">{rating}<div class="rec-outline"><p>Two sisters.</p></div></div></div>
<div class="rec-jaw-lower"><div class="rec-jaw-teeth"></div>{people}</div></div></div></div>
"""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {
                "year": '<span class="nobr">(I)</span> <span class="nobr">(2016&nbsp;)</span>',
                "rating": '<div class="rating rating-list" id="8.8" title="Users rated this 7.1/10">&nbsp;</div>',
                "people": '<div class="rec-director rec-ellipsis"><b>Director:</b> Ann</div>',
            },
            {"year": "(2016\xa0)", "rating": "7.1/10", "directors": "Director: Ann", "stars": ""},
        ),
        (
            {
                "year": '<span class="nobr">II</span>',
                "rating": '<div class="rating rating-list"><div class="rating-ineligible">Not yet released</div></div>',
                "people": '<div class="rec-actor rec-ellipsis"><span><b>Stars:</b> Eve, Kim</span></div>',
            },
            {"year": None, "rating": None, "directors": "", "stars": "Stars: Eve, Kim"},
        ),
    ],
)
def test_recommendations(parts, expected):
    source = f'<div class="rec_overviews">{RECOMMENDATION.format(**parts)}</div><div class="article">'.encode()
    found = sourcelists.taken_out(source, {"recommendations": RECOMMENDATIONS})[1]["recommendations"]
    same = {"id": "/title/tt1/", "title": "Salt & Lantern", "genres": ["Drama", "Crime"], "plot": "Two sisters."}
    assert found == [same | expected]


LONG = 200_000
ANYWHERE = re.compile(r"(?=[<>])|(?<=[<>])")


def seconds(source: str, name: str, each: sourcelists.SourceList) -> float:
    start = time.process_time()
    sourcelists.taken_out(source.encode(), {name: each})
    return time.process_time() - start


@pytest.mark.parametrize("filling", [" ", "&nbsp;", "<a>", "<span>", "</span>", '<tr class="odd">', '<a href="">x</a>'])
def test_no_row_of_a_cast_list_takes_long(filling):
    row = ROW.format("Neo")
    for place in ANYWHERE.finditer(row):
        long_row = row[: place.start()] + filling * (LONG // len(filling)) + row[place.start() :]
        assert seconds(f'<table class="cast">{long_row}</table>', "cast", CAST) < 1, place


@pytest.mark.parametrize("filling", [" ", "&nbsp;", "<a>", "<span>x</span>", '<div class="rec_overview">', "</div>"])
def test_no_recommendation_takes_long(filling):
    rating, people = '<div class="rating"></div>', '<div class="rec-actor"></div>'
    whole = RECOMMENDATION.format(year="<span>(2016)</span>", rating=rating, people=people)
    for place in ANYWHERE.finditer(whole):
        long_row = whole[: place.start()] + filling * (LONG // len(filling)) + whole[place.start() :]
        source = f'<div class="rec_overviews">{long_row}</div><div class="article">'
        assert seconds(source, "recommendations", RECOMMENDATIONS) < 1, place
