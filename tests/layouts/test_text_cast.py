from __future__ import annotations

import pytest

from filmspider.layouts.text_cast import cast_rows

CASTS = [
    (["Cast overview:", "Ann Oar ... Ashi (voice)", "See full cast »", "Edit"], [("Ann Oar", "Ashi (voice)")]),
    (["Suqin Chen Suqin Chen ... Herself"], [("Suqin Chen", "Herself")]),
    (
        ["Ann Oar", "", "...", "", "Ashi", "(voice)", "Bo Sail", "...", "Kaya"],
        [("Ann Oar", "Ashi (voice)"), ("Bo Sail", "Kaya")],
    ),
    (["Ann Oar...", "Ashi", "Bo Sail", "Cy Dock..."], [("Ann Oar", "Ashi"), ("Bo Sail", ""), ("Cy Dock", "")]),
    (["Ann Oar", "...", "Ashi", "/ ...", "92 episodes, 2007-2015"], [("Ann Oar", "Ashi / ... 92 episodes, 2007-2015")]),
    (["Ann Oar ... Ashi / ... 92 episodes"], [("Ann Oar", "Ashi / ... 92 episodes")]),
    (["Ann Oar", "...", "Bo Sail", "...", "Kaya"], [("Ann Oar", ""), ("Bo Sail", "Kaya")]),
    (["...", "Neo", "...", "...", "Choi (as Marc Gray)"], []),  # a converter lost the names
    (["Ann Oar...", "Edith", "Bo Sail...", "Editor", "Edit", "Cy Dock"], [("Ann Oar", "Edith"), ("Bo Sail", "Editor")]),
    (
        ["Ann Oar", "...", "Agnes", "at Nine (voice)", "Bo Sail", "..."],
        [("Ann Oar", "Agnes at Nine (voice)"), ("Bo Sail", "")],
    ),
    (["Carl Miller ...", "The Man", "...", "The Woman"], [("Carl Miller", "The Man")]),
]


@pytest.mark.parametrize(("lines", "rows"), CASTS)
def test_cast_rows(lines, rows):
    assert [(row["name"], row["role"]) for row in cast_rows(lines)] == rows
