from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.labels import labels, unread
from filmspider.pages import Page
from filmspider.tracing import trace

FILM = "title2015/feature-film-2018/page.html"


def texts(found):
    return [label.text for label in found]


def page_of(body):
    return Page(f"<html><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("body", "text", "element", "value"),
    [
        ("<div><h4 class='inline x'>Budget:</h4> $5 (estimated)</div>", "Budget:", "h4.inline", "$5 (estimated)"),
        ("<table><tr><td>Runtime:</td><td>90 min</td></tr></table>", "Runtime:", "td", "90 min"),
        ("<table><tr><th>Taglines</th></tr><tr><td>Two words</td></tr></table>", "Taglines", "th", "Two words"),
        ("<dl><dt>Color</dt><dd>Red</dd></dl>", "Color", "dt", "Red"),
        ("<p><b>Country:</b><br>France</p>", "Country:", "b", "France"),
        ("<li><span class='item__label'>Language</span><div>Norwegian</div></li>", "Language", "span.item__label", "N"),
        ("<h3><a>Fun &amp; Games</a></h3><script>x</script><p>Here</p>", "Fun & Games", "h3", "Here"),
    ],
)
def test_labels_of_a_page(body, text, element, value):
    (label,) = labels(page_of(body))
    assert (label.text, label.element) == (text, element)
    assert label.value.startswith(value)


@pytest.mark.parametrize(
    "body",
    ["<b>Country</b>", "<td>France</td>", f"<h4>{'x' * 61}</h4>", "<h4> </h4>", "<script>'<h4>A label</h4>'</script>"],
)
def test_what_is_no_label(body):
    assert labels(page_of(body)) == []


def test_each_label_once_in_page_order():
    found = labels(page_of("<p><b>Zone:</b> 1</p><h4>Age</h4>2<p><b>Zone:</b> 3</p>"))
    assert [(label.text, label.value[:1]) for label in found] == [("Zone:", "1"), ("Age", "2")]


def test_innermost_element_of_a_label_is_named():
    assert [
        label.element for label in labels(page_of("<table><tr><td><b>Color:</b></td><td>Red</td></tr></table>"))
    ] == ["b"]


def test_lines_of_a_text_dump():
    page = Page(b"Storyline\n  Budget: $5\nCountry:\n\n  France\nhttp: no\n12:30 o'clock\n")
    assert [(label.text, label.value) for label in labels(page)][:2] == [("Budget:", "$5"), ("Country:", "France")]


def test_all_labels_of_an_unknown_layout_are_unread():
    page = page_of("<h1>The Salt Lantern</h1><h4>Budget:</h4>$5")
    assert texts(unread(trace(page), page)) == ["Budget:"]


@pytest.mark.parametrize("page", [Page(b""), Page(b"<!doctype html>"), Page(b"<html></html>")])
def test_page_without_anything(page):
    assert labels(page) == []


def test_label_that_a_rule_names_or_whose_value_a_rule_found_is_read(fixtures):
    body = (fixtures / FILM).read_bytes()
    assert b"Budget:" in body
    assert b"<h2>Cast</h2>" in body
    changed = body.replace(b"Budget:", b"Expense:").replace(b"</h1>", b"</h1><h4>Smell:</h4> salt and smoke", 1)
    found = texts(unread(trace(page := Page(changed)), page))
    assert {"Expense:", "Smell:"} <= set(found)
    assert {"Country:", "Cast", "Language:"}.isdisjoint(found)


@given(
    st.lists(
        st.sampled_from(["<h4>", "</h4>", "<td>", "<b>", "</b>", "Budget:", "$5 ", "<script>", "&amp;", "\n", "<!--"])
    )
)
def test_any_markup_is_survived(parts):
    page = Page("".join(parts).encode())
    assert set(unread(trace(page), page)) <= set(labels(page))


@given(st.text())
def test_any_text_is_survived(text):
    assert all(label.text for label in labels(Page(text.encode())))
