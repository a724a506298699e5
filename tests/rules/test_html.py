from __future__ import annotations

import pytest

from filmspider.pages import Page
from filmspider.rules.contents import own_content, own_text
from filmspider.rules.cutting import Span
from filmspider.rules.html import HtmlView, In, Labelled, LabelledAreas, Section

BODY = b"""<html><head><title>X</title></head><body>
<div id="top" class="main"><div class="heading wide"><h1>Heat</h1></div></div>
<div id="noise"><div class="heading">Other film</div></div>
<div id="details">
  <div><h4>Country:</h4> <a href="/c/us">USA</a></div>
  <div><h4>Gross:</h4> $1 (USA)</div>
  <div><h4>Gross USA:</h4> $2</div>
  <div><h4>Gross France:</h4> $3<script>if (x < 4) {}</script></div>
</div></body></html>"""
SECTIONS = {
    "top": Section("id('top')"),
    "heading": Section(css_class="heading", within="top"),
    "details": Section("id('details')", label="h4"),
    "nothing": Section("id('nothing')", label="h4"),
    "inside nothing": Section("div", within="nothing"),
    "class inside nothing": Section(css_class="heading", within="nothing"),
}


def view(*args, body=BODY):
    return HtmlView(Page(body=body), SECTIONS, *args)


@pytest.mark.parametrize("name", ["nothing", "inside nothing", "class inside nothing"])
def test_missing_sections_are_none(name):
    assert view().section(name) is None
    assert In(name, own_text)(view()) is None
    assert Labelled(name, "Country:", finder=own_content)(view()) == []


def test_a_section_is_found_by_class_inside_another():
    assert In("heading", own_text)(view()) == "Heat"


def test_labels_are_matched_whole():
    assert Labelled("details", "Gross:", finder=own_content)(view()) == "$1 (USA)"


def test_several_labelled_blocks_are_joined_to_one_list():
    assert Labelled("details", "Country:", "Gross:", finder=own_content)(view()) == ["USA", "$1 (USA)"]


def test_areas_come_from_labels_and_scripts_are_no_text():
    assert LabelledAreas("details", r"Gross(?: (?P<area>.+))?:", finder=own_content)(view()) == [
        {"text": "$1 (USA)", "area": None},
        {"text": "$2", "area": "USA"},
        {"text": "$3", "area": "France"},
    ]


def test_only_kept_spans_are_parsed():
    kept = (Span(b"<head", b"</head"), Span(b'<div id="top"', b'<div id="noise"'))
    assert view(kept).section("details") is None
    assert In("heading", own_text)(view(kept)) == "Heat"


def test_the_whole_page_is_parsed_where_a_span_is_missing():
    kept = (Span(b'<div id="top"', b'<div id="absent"'),)
    assert view(kept).section("details") is not None


def test_dropped_spans_are_not_parsed_wherever_they_stand():
    dropped = (Span(b"<h4>Gross", b"</h4>"),)
    assert set(view((), dropped).labelled("details")) == {"Country:"}


def test_a_page_in_another_charset_is_read_where_it_is_cut():
    body = '<html><head><meta charset="iso-8859-1"></head><div id="top"><div class="heading">Amélie</div></div></html>'
    kept = (Span(b"<head", b"</head"), Span(b'<div id="top"', b"</html"))
    assert In("heading", own_text)(view(kept, body=body.encode("latin-1"))) == "Amélie"


def test_places_say_what_they_read():
    assert repr(Labelled("details", "Country:", finder=own_text)).startswith("Labelled('details', 'Country:'")
