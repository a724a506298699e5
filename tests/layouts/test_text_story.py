from __future__ import annotations

import pytest

from filmspider.layouts.text_story import plot, storyline


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1:59 | Trailer", "1 VIDEO | 181 IMAGES", "A director retreats.", ""], "A director retreats."),
        (["A deed in...", "See full summary »"], "A deed in... See full summary »"),
        (
            ["Watch Now", "From $2.99 (SD) on Prime Video", "ON DISC", "With a boat he leaves."],
            "With a boat he leaves.",
        ),
        (["Trailer", "The Harbour Poster", ""], None),
        (["Add a Plot »"], None),
        (["TV Series", "Season 2", "Awaiting 5 votes"], None),
    ],
)
def test_plot(lines, expected):
    assert plot(lines) == expected


def test_storyline_loses_its_author_and_its_links():
    lines = ["He rows.", "", "He rests.", "Written by", "A Viewer", "", "Plot Summary | Add Synopsis", "Genres:"]
    assert storyline(lines) == "He rows.\n\nHe rests."
