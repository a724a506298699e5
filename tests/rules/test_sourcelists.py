from __future__ import annotations

import re

import pytest

from filmspider.rules.sourcelists import DoubtfulError, SourceList, taken_out, text_of

PEOPLE = SourceList(
    begin=b"<ul",
    end=b"</ul",
    marks=(b"<li", b"/name/"),
    row=re.compile(r'<li><a href="([^"<>]*)">([^<>]*)</a></li>\s*'),
    read=lambda link, name: {"id": link, "name": text_of(name)},
)
ANN = b'<li><a href="/name/nm1/">Ann</a></li>'
EVE = b'<li><a href="/name/nm2/">Eve</a></li>'


def page(*rows: bytes) -> bytes:
    return b"<p>before</p><ul><b>Cast</b>" + b"\n".join(rows) + b"</ul><p>behind</p>"


def test_rows_are_taken_out_and_the_rest_stays():
    source, found = taken_out(page(ANN, EVE), {"people": PEOPLE})
    assert source == page()
    assert found == {"people": [{"id": "/name/nm1/", "name": "Ann"}, {"id": "/name/nm2/", "name": "Eve"}]}


@pytest.mark.parametrize(
    "other",
    [
        b"<li class='odd'>Kim</li>",
        b'<li><a href="/name/nm3/"><i>Kim</i></a></li>',
        b'<p><a href="/name/nm3/">Kim</a></p>',
        b'<li><a href="/name/nm3/">Kim &eacute;</a></li>',
        b'<li><a href="/name/nm3/">Kim&#150;</a></li>',
        b'<li><a href="/name/nm3/">Kim&copy</a></li>',
    ],
)
def test_a_list_with_a_row_that_is_written_in_another_way_stays_as_it_is(other):
    source = page(ANN, other, EVE)
    assert taken_out(source, {"people": PEOPLE}) == (source, {})


@pytest.mark.parametrize(
    "source",
    [b"", page(), page(ANN) + page(EVE), page(ANN).partition(b"</ul")[0], page(ANN, b"<ul></ul>", EVE)],
    ids=["nothing", "empty", "twice", "cut", "with another in it"],
)
def test_a_list_that_does_not_stand_whole_stays_as_it_is(source):
    assert taken_out(source, {"people": PEOPLE}) == (source, {})


def test_one_list_may_stay_while_another_is_taken_out():
    other = PEOPLE._replace(begin=b"<dl", end=b"</dl", marks=(b"<dt",))
    source = page(ANN) + b"<dl><dt>Kim</dl>"
    rest, found = taken_out(source, {"people": PEOPLE, "others": other})
    assert rest == page() + b"<dl><dt>Kim</dl>"
    assert found == {"people": [{"id": "/name/nm1/", "name": "Ann"}]}


def test_entities_that_all_parsers_agree_on_are_decoded():
    text = "Renée &amp; Zo&#xEB; &quot;Z&quot; O&#x27;Hara &#39;&nbsp;&raquo; R & B"
    assert text_of(text) == "Renée & Zoë \"Z\" O'Hara '\xa0» R & B"


@pytest.mark.parametrize("text", ["caf&eacute;", "&#150;", "&#x96;", "&amp", "AT&T", "&#xZZ;"])
def test_of_other_entities_nothing_is_said(text):
    with pytest.raises(DoubtfulError):
        text_of(text)
