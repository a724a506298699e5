from __future__ import annotations

from filmspider.layouts.text_recommendations import recommendations


def test_recommendation_without_its_title():
    lines = ["Drama | War", "1 2 3 4 5 6 7 8 9 10 7.5/10 X", "A plot.", "Director: A B", "Old (1984)", "Drama"]
    found = recommendations([*lines, "1 2 3 4 5 6 7 8 9 10 - / 10 X", "Stars:", "C D, E F"])
    assert [(each["title"], each["genres"], each["rating"]) for each in found] == [
        ("", "Drama | War", "7.5/10"),
        ("Old (1984)", "Drama", " / 10"),
    ]
    assert found[1]["stars"] == "C D, E F"
