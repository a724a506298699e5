from __future__ import annotations

import gzip

import pytest

from filmspider.items import Title
from filmspider.layouts import detect
from filmspider.layouts.title2021_saved import TITLE_2021_SAVED
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.rules.contents import own_text
from filmspider.rules.testids import EachNamed, In, Named, Row, TestIdView

STATED = (
    "imdb_id",
    "title",
    "title_type",
    "year",
    "end_year",
    "original_title",
    "episode",
    "rating",
    "metascore",
    "popularity_rank",
    "popularity_change",
    "directors",
    "stars",
    "awards",
)
SHOWN = (
    "release_dates",
    "date_published",
    "runtimes",
    "countries",
    "languages",
    "akas",
    "colors",
    "storyline",
    "trivia",
    "goofs",
    "soundtracks",
    "connections",
)


def without_script(body):
    start = body.rfind(b'<script id="__NEXT_DATA__"')
    return body[:start] + body[body.find(b"</script>", start) :]


def test_only_pages_without_a_script_are_read_so(fixtures):
    taken = {
        path.parent.parent.name
        for path in fixtures.glob("*/*/page.*")
        if detect(Page(body=path.read_bytes())) is TITLE_2021_SAVED
    }
    assert taken == {"title2021_saved"}


def test_displayed_page_says_what_its_script_says(corpus):
    for path in sorted((corpus / "pages").glob("D[12]_*.html.gz")):
        body = gzip.decompress(path.read_bytes())
        shown, scripted = parse_page(Page(body=without_script(body))), parse_page(Page(body=body))
        assert isinstance(shown, Title), path.name
        assert shown.source.layout == "title2021_saved"
        assert {name: getattr(shown, name) for name in STATED + SHOWN} == {
            name: getattr(scripted, name) for name in STATED + SHOWN
        }


def test_nothing_but_a_title():
    body = '<html><body><h1 data-testid="hero__pageTitle">Slack Water</h1></body></html>'
    title = parse_page(Page(body=body.encode()))
    assert isinstance(title, Title)
    assert (title.title, title.problems) == ("Slack Water", [])


ROWS = b"""<html><head><title>X</title></head><body><ul>
<li data-testid=credit><span class=list-item__label>Writers</span><i>A</i></li>
<li data-testid=credit><a class=list-item__label>Stars</a><i>B</i><i>C</i></li></ul></body></html>"""


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Named("absent", "credit", find=own_text), "WritersA"),
        (Named("absent", find=own_text), None),
        (EachNamed("credit", find=lambda part: [part[1].text]), ["A", "B"]),
        (Row("credit", "Star", "Stars", find=own_text), "StarsBC"),
        (Row("credit", "Star", find=own_text), None),
        (In("head", own_text), "X"),
        (In("foot", own_text), None),
    ],
)
def test_places(place, found):
    assert place(TestIdView(Page(body=ROWS))) == found
