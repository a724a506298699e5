from __future__ import annotations

import pytest

from filmspider.layouts.text_glued import told_apart


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3 Arts EntertainmentJax MediaNetflix", []),
        ("Channel 4Screen Yorkshire", []),
        ("Silver Screen Partners IVWalt Disney Pictures", []),
        ("Peter McCauleyLoren Taylor", ["Peter McCauley", "Loren Taylor"]),
        ("Peter MacCauleyLoren Taylor", []),
        ("J.D. Shapiro(screenplay)L. Ron Hubbard(novel)", ["J.D. Shapiro(screenplay)", "L. Ron Hubbard(novel)"]),
        ("Metro-Goldwyn-Mayer", ["Metro-Goldwyn-Mayer"]),
        ("", []),
    ],
)
def test_names_that_run_together(text, names):
    assert told_apart(text) == names
