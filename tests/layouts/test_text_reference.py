from __future__ import annotations

import pytest

from filmspider.items import Rejection
from filmspider.layouts import text_reference, text_title2021
from filmspider.layouts.text_reference_blocks import companies, credits_, items, number, plot, seasons, series
from filmspider.layouts.text_reference_labels import DETAILS, TRIVIA
from filmspider.layouts.text_reference_outline import divide
from filmspider.layouts.text_reference_tables import in_order
from filmspider.pages import Page
from filmspider.parsing import parse_page

FACTS = ["Not Rated", "2h 18min", "Crime, Drama", "09 Mar 1995 (Germany)", "Movie", "9.3 (1,910,687)", "0", "Rate"]


def test_the_lines_below_the_heading():
    found = divide(
        ["x", "Hafen (1997)", "The Harbour (original title)", "Reference View | Change View", *FACTS, "Edit"]
    )
    assert found["heading"] == ["Hafen (1997)"]
    assert found["original"] == ["The Harbour (original title)"]
    assert found["certificate"] == ["Not Rated"]
    assert found["runtime"] == ["2h 18min"]
    assert found["genres"] == ["Crime, Drama"]
    assert found["release"] == ["09 Mar 1995 (Germany)"]
    assert found["kind"] == ["Movie"]
    assert found["rated"] == ["9.3 (1,910,687)"]


def test_the_years_may_be_a_line_of_their_own():
    assert divide(["x", "Mad Tides", "(2007-2015)", "Reference View"])["heading"] == ["Mad Tides (2007-2015)"]


def test_the_view_may_stand_beside_the_original_title():
    found = divide(["x", "Hafen (1997)", "The Harbour (original title) Reference View | Change View"])
    assert (found["heading"], found["original"]) == (["Hafen (1997)"], ["The Harbour (original title)"])


TABLES = [
    (
        ["* Eins (Germany)", "Also Known As * Deux (France)", "* See more »", "Runtime * 138 min", "Country * Italy"],
        ["Also Known As", "Eins (Germany)", "Deux (France)", "See more »", "Runtime", "138 min", "Country", "Italy"],
    ),
    (
        ["Country * Italy", "* France", "* Italian", "Language * French", "* English", "* German", "Color * Color"],
        ["Country", "Italy", "France", "Language", "Italian", "French", "English", "German", "Color", "Color"],
    ),
    (
        ["Sound Mix * Dolby Digital", "* SDDS", "Filming Locations * Bergen, Norway"],
        ["Sound Mix", "Dolby Digital", "SDDS", "Filming Locations", "Bergen, Norway"],
    ),
    (["* Eins", "* Zwei", "* Drei", "Runtime * 138 min"], []),  # no row has its label there
    ([], []),
]


@pytest.mark.parametrize(("lines", "ordered"), TABLES)
def test_drawn_tables(lines, ordered):
    assert in_order(lines, DETAILS) == ordered


def test_a_quote_of_several_lines():
    lines = ["Trivia The oar is real.", "Ashi: Row.", "Quotes Kaya: No.", "See more »"]
    assert in_order(lines, TRIVIA) == ["Trivia", "The oar is real.", "Quotes", "Ashi: Row.", "Kaya: No.", "See more »"]


def test_a_table_too_long_to_be_one_is_not_read():
    assert in_order(["Color * Color"] * 400, DETAILS) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Error: please try again.", "Top Rated Movies: #236", "A director retreats.", "Director:"],
            "A director retreats.",
        ),
        (["Error: please try again.", "Seasons: 7 6 5... See all » Years: 2015", "Director:"], None),
        (["Error: please try again.", "Season 1", "‹ Previous", "All Episodes (117)", "Next ›", "Stars:"], None),
        (["0", "Rate", "Director:"], None),
    ],
)
def test_plot(lines, expected):
    assert plot(lines) == expected


def test_blocks():
    assert credits_(["Edit", "(WGA)", "Ann Oar", "...", "(story)", "&", "Bo Sail... (novel)"]) == [
        "Ann Oar (story) &",
        "Bo Sail (novel)",
    ]
    assert (
        companies(["Edit", "Quay Pictures (presents)", "(as X)", "Bank Films"])
        == ["Quay Pictures", "(as X)", "Bank Films"][::2]
    )
    assert items(["UK:15", "(DVD rating)", "", "See more »", "x"]) == ["UK:15 (DVD rating)"]
    assert seasons(["7", "6", "5... See all »", "Years: 2015"]) == ["7", "6", "5"]
    assert series(["The Tide Desk (TV Series)"]) == "The Tide Desk"
    assert series(["Help"]) is None
    assert number(["Season 1", "Episode 2", "Season finale"]) == "Season 1 Episode 2 Season finale"


@pytest.mark.parametrize(
    "text",
    [
        "Storyline\nAdditional Details\nCountry\nItaly",
        "The Harbour (1997)\nReference View\nStoryline\nGenres\nDrama",
        "Reference View\nStoryline\nAdditional Details",
    ],
)
def test_other_texts_give_no_record(text):
    assert isinstance(parse_page(Page(body=text.encode())), Rejection)


@pytest.mark.parametrize("layout", [text_reference.TEXT_REFERENCE, text_title2021.TEXT_TITLE_2021])
def test_every_rule_can_be_shown(layout):
    assert all("0x" not in str(rule) for rule in layout.rules)


PAGE_TITLE = "Tides (II) (TV Series 2004–2008) - Reference View - IMDb"


@pytest.mark.parametrize("heading", ["Tides (II) (TV Series 2004–2008)", "Help"])
def test_where_the_heading_is_lost_the_title_of_the_page_is_read(heading):
    text = f"{PAGE_TITLE}\nHelp\n{heading}\nReference View | Change View\nDrama\nStoryline\nAdditional Details\n"
    title = parse_page(Page(body=text.encode()))
    assert (title.title, title.disambiguation, title.year, title.end_year) == ("Tides", "II", 2004, 2008)
    assert title.title_type.value == "tv_series"
