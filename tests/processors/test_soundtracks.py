"""Pieces of music and their credit lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Soundtrack
from filmspider.processors import Unparsed
from filmspider.processors.soundtracks import soundtrack


@pytest.mark.parametrize(
    ("title", "lines", "expected_title", "expected_credits"),
    [
        ("One Jump Ahead", ["(1992)", "Lyrics by Tim Rice"], "One Jump Ahead", ["(1992)", "Lyrics by Tim Rice"]),
        ("One Jump Ahead\n(1992)", [], "One Jump Ahead", ["(1992)"]),
        ('"Gotta Get Up"', "Written by\xa0Nilsson\n\n See more »", "Gotta Get Up", ["Written by Nilsson"]),
        (
            "The Tatara Women Work Song (Tatara Fumu Onnatachi)",
            ["Lyrics By Hayao Miyazaki"],
            "The Tatara Women Work Song (Tatara Fumu Onnatachi)",
            ["Lyrics By Hayao Miyazaki"],
        ),
        ('"Ain\'t She Sweet" (1927) (uncredited)', None, "Ain't She Sweet", ["(1927) (uncredited)"]),
        ('"Willie and The Hand Jive" by Johnny Otis', [], "Willie and The Hand Jive", ["by Johnny Otis"]),
        ('"Heroes" Symphony', [], '"Heroes" Symphony', []),
    ],
)
def test_soundtrack(title, lines, expected_title, expected_credits):
    assert soundtrack({"title": title, "lines": lines}) == Soundtrack(title=expected_title, credits=expected_credits)


def test_no_soundtrack():
    assert soundtrack({"title": "", "lines": [" "]}) is None
    assert soundtrack({"title": None, "lines": ["by X"]}) == Unparsed("by X")


_TEXTS = st.text('a"\n(by) ') | st.text(st.characters())


@given(_TEXTS, st.lists(_TEXTS))
def test_no_text_raises(title, lines):
    assert isinstance(soundtrack({"title": title, "lines": lines}), Soundtrack | Unparsed | None)
