"""Finders for labelled blocks and drawn thumbnails."""

from __future__ import annotations

import pytest
from lxml import html

from filmspider.rules.blocks import Caption, Columns, FirstLike, Holding, Marked, block_items, block_lines, block_text

MORE = '<a class="tn15more inline" href="more">See more</a>&nbsp;&raquo; | <a class="tn15more" href="all">All</a>'


def block(body, *, inner=True):
    content = f'<div class="info-content">{body}</div>' if inner else body
    return html.fromstring(f'<div class="info">\n<h5>Label:</h5>\n{content}\n</div>')


@pytest.mark.parametrize("inner", [True, False])
def test_a_block_is_read_from_its_label_to_its_link_to_more(inner):
    body = f'\n<a href="/name/nm9/">Ada</a> says <!-- x -->so,\ntwice.<br>Then not. {MORE}\n'
    assert block_lines(block(body, inner=inner)) == ["Ada says so, twice.", "Then not."]
    assert block_text(block(body, inner=inner)) == "Ada says so, twice. Then not."


def test_items_are_parted_by_bars():
    assert block_items(block("\n<a>\nUK:15</a> <i>(cut)</i> | \n<a>\nUSA:R</a> ")) == ["UK:15 (cut)", "USA:R"]
    assert block_items(block(MORE)) == []


@pytest.mark.parametrize(("pattern", "found"), [(r"(.+) \(b\)|(.+) \(c\)", "two"), (r".+ \(x\)", None)])
def test_the_first_line_like_a_pattern(pattern, found):
    assert FirstLike(pattern, block_lines)(block("one (a)<br>two (c)<br>three (c)")) == found


def test_a_block_without_the_words_is_not_looked_through():
    assert Holding("(a)", block_text)(block("one <b>(a)</b>")) == "one (a)"
    assert Holding("(a)", block_text)(block("one (b)")) is None


def test_a_mark_gives_its_value_where_it_is():
    assert Marked("h5", "labelled")(block("")) == "labelled"
    assert Marked("h4", "labelled")(block("")) is None


@pytest.mark.parametrize(
    ("drawn", "length"),
    [
        ("_ZATrailer,2,61,16_ZA02%253A14,84,1,14,36,verdenab,7", "02:14"),
        ("_ZATrailer,2_ZA1%253A02%253A03,84", "1:02:03"),
        ("_ZATrailer,37,63_ZAat%20Some.net%20%BB,3", None),
    ],
)
def test_what_is_drawn_on_a_thumbnail_stands_in_its_address(drawn, length):
    link = html.fromstring(f'<a href="/video/x/"><img src="http://ia.example/M/MV5B._V1{drawn}_.jpg"></a>')
    assert Caption("img/@src", r"\d+:\d\d(?::\d\d)?")(link) == length


def test_columns_are_read_across_the_rows():
    table = html.fromstring("<table><tr><td>A</td><td>B</td></tr><tr><td>7</td></tr></table>")
    columns = Columns("tr", name=(0, html.HtmlElement.text_content), figure=(1, html.HtmlElement.text_content))
    assert columns(table) == [{"name": "A", "figure": "7"}, {"name": "B"}]
    assert Columns("tr[@class]", name=(0, html.HtmlElement.text_content))(table) == []


def test_finders_show_where_they_look():
    finders = (Marked("h5", "x"), Caption("@src", "y"), Columns("tr", name=(0, block_text)), FirstLike("z", block_text))
    assert [repr(finder).split("(")[0] for finder in finders] == ["Marked", "Caption", "Columns", "FirstLike"]
