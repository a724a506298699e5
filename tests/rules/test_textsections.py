from __future__ import annotations

import re

import pytest

from filmspider.rules.linefinders import Items, Says
from filmspider.rules.text import LabelLines, Labels
from filmspider.rules.textsections import sections

OPENS = {"Cast": "cast", "Details": "details", "Home": "end"}.get


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], {"top": []}),
        (["a", "Cast", "b"], {"top": ["a"], "cast": ["b"]}),
        (["Cast", "b", "Cast"], {"top": [], "cast": ["b", "Cast"]}),
        (["Cast", "b", "Details", "c", "Cast", "d"], {"top": [], "cast": ["b", "d"], "details": ["c"]}),
        (["Cast", "Home", "b"], {"top": [], "cast": []}),
    ],
)
def test_sections(lines, expected):
    assert sections(lines, OPENS) == expected


LINES = LabelLines(
    whole=frozenset({"Color", "Official site", "Official sites", "Language"}),
    areas=re.compile(r"Gross [a-z]+"),
    stops=re.compile(r"See .*"),
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["x", "Color", "Color", "Language", "Dutch"], [("Color", ["Color"]), ("Language", ["Dutch"])]),
        (["Official sites", "Bank", "Official site"], [("Official sites", ["Bank", "Official site"])]),
        (["Language", "Dutch", "See more", "x"], [("Language", ["Dutch"])]),
        (["Gross worldwide", "$1"], [("Gross worldwide", ["$1"])]),
        (["Language Dutch"], []),
        (["Color", "", "Color"], [("Color", ["", "Color"])]),
    ],
)
def test_labels_on_lines_of_their_own(lines, expected):
    assert list(LINES.index(lines)) == expected


LABELS = Labels(
    whole=frozenset({"Color", "Country:"}),
    areas=re.compile(r"Gross(?: [A-Z]\w+)?"),
    stops=frozenset(),
    controls=re.compile("See more"),
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Color", "Color (Technicolor)"], [("Color", ["Color (Technicolor)"])]),
        (["Color Color"], [("Color", ["Color"])]),
        (["Gross USA $1", "Country: UK"], [("Gross USA", ["$1"]), ("Country:", ["UK"])]),
        (["Country:", "UK", "See more »", "x"], [("Country:", ["UK"])]),
    ],
)
def test_labels_with_their_values_beside_them(lines, expected):
    assert list(LABELS.index(lines)) == expected


def test_finders():
    assert Says("TV Episode")(["", "x"]) == "TV Episode"
    assert Says("TV Episode")([""]) is None
    assert Items()(["a", "", "b"]) == ["a", "b"]
