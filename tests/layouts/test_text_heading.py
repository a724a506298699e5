from __future__ import annotations

import pytest

from filmspider.layouts.text_heading import find_heading

HEADINGS = [
    (["Mad Men", "TV-14 | 47min | Drama | TV Series (2007–2015)"], "Mad Men"),
    (["The Host", "(2006)", "R | 2h | Drama | 30 March 2007 (USA)"], "The Host (2006)"),
    (["7.3/10", "15,954", "31 user 33 critic", "", "Futurama (2009)", "Clip", "1:25 | Clip"], "Futurama (2009)"),
    (
        ["Taxi Driver (1976)", "» more", "a", "b", "c", "d", "e", "f", "Rate This", "Existence (2012)"],
        "Existence (2012)",
    ),
    (["The Walking Dead (TV Series 2010– ) - IMDb", "Deputy Rick", "Creator:"], "The Walking Dead (TV Series 2010– )"),
    (["Box Office", "Trivia", "Goofs"], None),
    (["Toy Story (1995)", "# 92 on IMDb Top Rated Movies »", "Box Office"], None),  # navigation
    (["Existence (2012)", "A plot.", "Director:", "Juliet Bergh"], "Existence (2012)"),
    (["The Weir (TV Movie 2009) - IMDb", "Kite (2003)", "1h | Drama", "The Weir", "TV Movie | 88 min"], "The Weir"),
    (["Weir (Video Game) - IMDb", "Kite (2003)", "# 92", "Director:", "Weir", "Video Game", "Your rating:"], "Weir"),
    (['"Weir" High Tide (TV Episode 2014) - IMDb', "High Tide (8 Jun. 2014)", "TV Episode | 41 min"], "High Tide"),
    (["The Weir (I) (2008) - IMDb", "The Weir", "(I) (2008)", "118 min - Drama"], "The Weir (I) (2008)"),
]


@pytest.mark.parametrize(("lines", "heading"), HEADINGS)
def test_heading(lines, heading):
    found = find_heading(lines)
    assert (found.text if found else None) == heading


def test_original_title_stands_under_the_heading():
    found = find_heading(["8/10", "The Host (2006)", "Gwoemul (original title)", "Clip"])
    assert found is not None
    assert (found.original, found.end) == ("Gwoemul (original title)", 3)
