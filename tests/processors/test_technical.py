"""Colours, sound mixes and picture formats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.processors import Unparsed
from filmspider.processors.technical import aspect_ratio, named_notes


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Color (Technicolor)", [("Color", ["Technicolor"])]),
        ("Black and White | Color", [("Black and White", []), ("Color", [])]),
        ("Color (DuArt) | Black and White", [("Color", ["DuArt"]), ("Black and White", [])]),
        (
            "Color | Black and White (black and chrome edition)",
            [("Color", []), ("Black and White", ["black and chrome edition"])],
        ),
        ("Mono (new music score) (1971)| Silent", [("Mono", ["new music score", "1971"]), ("Silent", [])]),
        (
            "Dolby Stereo (Dolby Stereo) (Stereo) | SDDS (re-release) (2004)",
            [("Dolby Stereo", ["Dolby Stereo", "Stereo"]), ("SDDS", ["re-release", "2004"])],
        ),
        ("Dolby Digital See more »", [("Dolby Digital", [])]),
        ("DTS (a|b)", [("DTS", ["a|b"])]),
        ("(Technicolor)", [("(Technicolor)", [])]),
    ],
)
def test_named_notes(raw, expected):
    assert [(one.name, one.notes) for one in named_notes(raw)] == expected


@pytest.mark.parametrize("raw", ["", " | ", "See more »"])
def test_nothing_named(raw):
    assert named_notes(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2.39 : 1", "2.39:1"),
        ("2.24:1", "2.24:1"),
        ("2.24 : 1", "2.24:1"),
        ("1.44 : 1", "1.44:1"),
        ("16:9 HD", "16:9 HD"),
        ("2 : 1", "2:1"),
        ("1.37 : 1 See more »", "1.37:1"),
        ("1.85 : 1 more", "1.85:1"),
        ("2.20 : 1 (70 mm prints) | 2.39 : 1 (35 mm prints)", "2.20:1"),
        ("", None),
        ("wide", Unparsed("wide")),
    ],
)
def test_aspect_ratio(raw, expected):
    assert aspect_ratio(raw) == expected


@given(st.text("Color (|) 1.:6") | st.text(st.characters()))
def test_no_text_raises(text):
    assert isinstance(named_notes(text), list | None)
    assert isinstance(aspect_ratio(text), str | Unparsed | None)
