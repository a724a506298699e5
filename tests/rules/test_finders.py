from __future__ import annotations

import re

import pytest

from filmspider.pages import parse_html
from filmspider.rules import contents, refining
from filmspider.rules import finders as f


def element(markup):
    """The element that *markup* holds."""
    return parse_html(f"<html><body>{markup}</body></html>".encode(), "http://www.imdb.com/title/tt9000001/")[0][0]


BLOCK = (
    '<div class="box big" title="7/10"><h4>Label:</h4> one <b>two</b>'
    '<span class="see-more inline">See more</span> 3</div>'
)


@pytest.mark.parametrize(
    ("finder", "markup", "raw"),
    [
        (f.Text("b"), BLOCK, "two"),
        (f.Text("@title"), BLOCK, "7/10"),
        (f.Text("i"), BLOCK, None),
        (f.Texts("b | h4 | i"), BLOCK, ["Label:", "two"]),
        (f.Joined("b | text()[normalize-space()]"), BLOCK, "one two 3"),
        (contents.own_content, BLOCK, "one two 3"),
        (contents.own_text, BLOCK, "Label: one twoSee more 3"),
        (f.Attribute("title"), BLOCK, "7/10"),
        (f.First("b", contents.own_text), BLOCK, "two"),
        (f.First("i", contents.own_text), BLOCK, None),
        (refining.Only(re.compile(r"\d+"), contents.own_content), BLOCK, "3"),
        (refining.Only(re.compile(r"(\w+) 3"), contents.own_content), BLOCK, "two"),
        (refining.Only(re.compile("x"), contents.own_content), BLOCK, None),
        (refining.Prefixed("-", f.Text("b")), BLOCK, "-two"),
        (refining.Prefixed("-", f.Text("i")), BLOCK, None),
        (f.Link("a/@href"), '<p><a href="/name/nm1/">x</a></p>', "http://www.imdb.com/name/nm1/"),
        (f.Link("a/@href"), '<p><a href="//host/x">x</a></p>', "http://host/x"),
        (f.Link("a/@href"), "<p>x</p>", None),
        (contents.own_lines, "<div>\n U\n\n Comedy <b>|</b>\n Drama </div>", ["U", "Comedy", "Drama"]),
        (f.Lines("."), "<div>one<br>two<br><br> three\nfour<h4>no</h4></div>", "one\ntwo\n\nthree four"),
        (f.Lines("."), BLOCK, "one two 3"),
        (
            f.Each("b", x=contents.own_text, y=f.Attribute("id")),
            "<p><b id=1>a</b><b>c</b></p>",
            [{"x": "a", "y": "1"}, {"x": "c", "y": None}],
        ),
        (f.One("b", x=contents.own_text), "<p><b>a</b><b>c</b></p>", [{"x": "a"}]),
        (f.One("i", x=contents.own_text), "<p><b>a</b><b>c</b></p>", []),
    ],
)
def test_finder_reads(finder, markup, raw):
    assert finder(element(markup)) == raw


@pytest.mark.parametrize(
    ("markup", "notes"),
    [
        ("<a href=x>A</a> (story), <a href=y>B</a>", ["(story),", ""]),
        ("<span><a href=x>A</a> (story)</span><span><a href=y>B</a></span>", ["(story)", ""]),
        ('<a href=x>A</a> (as <i>C</i>) <span class="ghost">|</span> more', ["(as C)"]),
        ("<a href=x>A</a> (as <!-- B --><i>C</i>)", ["(as C)"]),
    ],
)
def test_people_are_links_with_the_text_after_them(markup, notes):
    found = f.Linked(".//a")(element(f"<div>{markup}</div>"))
    assert [person["notes"].strip() for person in found] == notes
    assert found[0]["name"] == "A"


def test_every_finder_says_what_it_reads():
    assert repr(f.Each("b", x=f.Text("i"))) == "Each('b', x=Text('i'))"
