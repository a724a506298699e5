from __future__ import annotations

import pytest

from filmspider.layouts.text_blocks import awards, companies, people, seasons, watch_options

PEOPLE = [
    (["Lixin Fan"], ["Lixin Fan"]),
    (["Ron Clements, John Musker"], ["Ron Clements", "John Musker"]),
    (["Stephen King (novel, 1982), Frank Darabont"], ["Stephen King (novel, 1982)", "Frank Darabont"]),
    (["Charles Chaplin", "(as Charlie Chaplin)"], ["Charles Chaplin (as Charlie Chaplin)"]),
    (["(screen play), (screen play) | 2 more credits »"], []),  # a converter lost the names
    (["Lixin Fan", "13 wins & 12 nominations."], ["Lixin Fan"]),
    ([], []),
]


@pytest.mark.parametrize(("lines", "names"), PEOPLE)
def test_people(lines, names):
    assert people(lines) == names


def test_companies_keep_their_articles():
    assert companies(["Film4, Curiosity Company, The, Company Pictures, Inc. See more »"]) == [
        "Film4",
        "Curiosity Company, The",
        "Company Pictures, Inc.",
    ]


AWARDS = [
    (["Lixin Fan", "13 wins & 12 nominations. See more awards »"], "13 wins & 12 nominations."),
    (["Top Rated Movies #99 | 1 win.", "", "See more awards »"], "1 win."),
    (
        ["Nominated for", "1", "Oscar.", "", "Another", "2 wins & 1 nomination.", "See more awards »"],
        "Nominated for 1 Oscar. Another 2 wins & 1 nomination.",
    ),
    (["1 win."], None),
]


@pytest.mark.parametrize(("lines", "line"), AWARDS)
def test_awards(lines, line):
    assert awards(lines) == line


def test_seasons_end_before_the_years():
    assert seasons(["Episodes", "Seasons", "", "Years", "3 2", "1", "2015 2014 … See all »"]) == ["3", "2", "1"]


def test_watch_options():
    lines = ["On Disc", "", "at Amazon", "", "Watch Now", "From $2.99 (SD) on", "Prime Video", "ON DISC"]
    assert [each["provider"] for each in watch_options(lines)] == ["at Amazon", "From $2.99 (SD) on Prime Video"]
    lines = ["Own it", "", "Buy it at Amazon", "", "Watch Now", "", "$0.00", "with", "Prime Video", "", "Quick Links"]
    assert [each["provider"] for each in watch_options(lines)] == ["Buy it at Amazon", "$0.00 with Prime Video"]
