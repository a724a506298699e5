from __future__ import annotations

import pytest

from filmspider.layouts.text_title2021_cast import cast_rows
from filmspider.layouts.text_title2021_glued_cast import cast_lines

CASTS = [
    (["Ann Oar", "Ashi", "Bo Sail", "Kaya"], ["Ann Oar"], [("Ann Oar", "Ashi"), ("Bo Sail", "Kaya")]),
    (["Ann Oar", "* Ashi", "* (as A. Oar)", "Bo Sail"], [], [("Ann Oar", "Ashi (as A. Oar)"), ("Bo Sail", "")]),
    (["Ann Oar", "Ashi", "Bo Sail"], [], [("", "Ann Oar Ashi Bo Sail")]),  # somebody has no role
    (["Ann Oar", "Bo Sail", "Cy Dock", "Kaya"], ["Bo Sail"], [("", "Ann Oar Bo Sail Cy Dock Kaya")]),
]


@pytest.mark.parametrize(("lines", "stars", "rows"), CASTS)
def test_cast_rows(lines, stars, rows):
    assert [(row["name"], row["role"]) for row in cast_rows(lines, stars)] == rows


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ann OarAshias AshiBo Sail", ["Ann Oar", "Ashi as Ashi", "Bo Sail"]),
        ("Ann OarAshiBo SailKaya", []),
        ("Ann OarBo SailAshias Ashi", []),  # who has the role?
    ],
)
def test_cast_lines(text, lines):
    assert cast_lines(text) == lines
