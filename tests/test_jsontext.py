from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.jsontext import loads


@pytest.mark.parametrize(
    "raw",
    [
        b'{"name": "Aladdin", "genre": ["Comedy"]}',
        b' {"name": "Aladdin", "genre": ["Comedy"]} ; ',
        b'{"name": "Aladdin", "genre": ["Comedy", ], }',
        b'<!-- {"name": "Aladdin", "genre": ["Comedy"]} -->',
        b'// <![CDATA[\n{"name": "Aladdin", "genre": ["Comedy"]}\n// ]]>',
        b'/* data */ {"name": "Aladdin", "genre": ["Comedy"]}',
        b"{&quot;name&quot;: &quot;Aladdin&quot;, &quot;genre&quot;: [&quot;Comedy&quot;]}",
        b'{"name": "Aladdin", "genre": ["Comedy",],}'.replace(b'"', b"&amp;quot;"),
    ],
)
def test_json_is_read_and_mended(raw):
    assert loads(raw) == {"name": "Aladdin", "genre": ["Comedy"]}


def test_control_characters_inside_strings():
    assert loads(b'{"description": "one\ntwo\x07"}') == {"description": "one\ntwo\x07"}


def test_half_of_a_character_costs_that_character_only():
    assert loads(rb'{"name": "Amy \ud83d\ude00", "plot": "cut \ud83d"}') == {
        "name": "Amy \U0001f600",
        "plot": "cut \ufffd",
    }


@pytest.mark.parametrize("raw", [b"", b"window.x = 1", b'{"name": "Ala', b"[" * 100_000, b"\xff"])
def test_what_is_no_json_is_none(raw):
    assert loads(raw) is None


@given(st.binary())
def test_no_bytes_raise(raw):
    loads(raw)
