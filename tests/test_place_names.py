from __future__ import annotations

import re

import pytest

from filmspider.layouts import LAYOUTS
from filmspider.place_names import place_name
from filmspider.rules import html, linefinders, script, text
from filmspider.rules.contents import own_content
from filmspider.rules.finders import First, Text
from filmspider.rules.linked import Ld
from filmspider.rules.refining import Only
from filmspider.rules.scriptfinders import Each, Either, Pieces, Value


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (html.In("heading", Text("h1/span")), "heading: h1/span"),
        (html.In("heading", Only(re.compile(r"\d+"), Text("h1"))), "heading: h1"),
        (html.In("row", First("td", Text("a"))), "row: td/a"),
        (html.In("plot", own_content), "plot"),
        (html.Labelled("details", "Star:", "Stars:", finder=own_content), 'details: "Star:" or "Stars:"'),
        (html.LabelledAreas("details", "Gross (?P<area>.+):", own_content), "details: labels like Gross (?P<area>.+):"),
        (text.In("heading", linefinders.Words()), "heading"),
        (text.In("top", linefinders.Match(re.compile("Top .*"))), "top: /Top .*/"),
        (text.Labelled("details", "Budget:", finder=linefinders.Words()), 'details: "Budget:"'),
        (text.Address(), "the page's address"),
        (Ld("director"), "JSON-LD: director"),
        (script.Script("main.budget"), "script: main.budget"),
        (script.Script(Either("above.id", Each("main.ids", name="x"))), "script: above.id or main.ids"),
        (script.Script(Pieces("{main.first}", "-{main.last}")), "script: {main.first}-{main.last}"),
        (script.Script(Only(re.compile("R"), Value("main.reason"))), "script: main.reason"),
        (script.Shown("award_line", "</a", when="main.rank"), 'displayed: "award_line"'),
        (script.With(script.Script("main.review"), date=Ld("date")), "script: main.review with JSON-LD: date"),
    ],
)
def test_place_name(place, name):
    assert place_name(place) == name


def test_other_places_go_by_their_repr():
    assert place_name(len) == repr(len)


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_keys_tell_the_rules_of_a_layout_apart_and_are_the_same_in_every_process(layout):
    keys = {rule.key for rule in layout.rules}
    assert len(keys) == len(layout.rules)
    assert [key for key in keys if " at 0x" in key] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_names_are_one_line_without_addresses(layout):
    names = [place_name(place) for place in (*layout.page_ids, *(rule.place for rule in layout.rules))]
    assert [name for name in names if " at 0x" in name or "\n" in name] == []
