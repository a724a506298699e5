from __future__ import annotations

import pytest

from filmspider.items import Rejection
from filmspider.layouts import text_tn15, text_tn15_outline
from filmspider.layouts.text_tn15_blocks import body, cast, cast_remarks, companies, credits_
from filmspider.layouts.text_tn15_lines import lines
from filmspider.layouts.text_tn15_review import review
from filmspider.pages import Page
from filmspider.parsing import parse_page


def test_a_heading_broken_at_its_links_is_one_line():
    broken = "Weir\nHome\nLock\n(2003 /I)\nMore at\nIMDbPro »\nSchleuse (original title)\nCast"
    assert lines(broken) == ["Weir", "Home", "Lock (2003 /I) More at IMDbPro » Schleuse (original title)", "Cast"]
    assert lines("Weir\nHome\nLock (2003)\nMore at IMDbPro »\nOverview\nPlot:")[2] == "Lock (2003) More at IMDbPro »"


HEADINGS = [
    (["The Harbour (1997) More at IMDbPro »"], "The Harbour (1997)", ""),
    (["The Harbour (2003 /I) More at IMDb Pro »"], "The Harbour (2003/I)", ""),
    (['"The Tide Desk" (2004) More at IMDbPro » TV series 2004-2008'], '"The Tide Desk" (2004)', "TV series 2004-2008"),
    (["IMDb > The Harbour (1997)", "Quicklinks"], "The Harbour (1997)", None),
    (["IMDb >", "", "The Harbour (1997) (TV)"], "The Harbour (1997) (TV)", None),
    (["The Harbour (1997)", "Movies"], "The Harbour (1997)", None),
]


@pytest.mark.parametrize(("above", "heading", "kind"), HEADINGS)
def test_heading(above, heading, kind):
    found = text_tn15_outline.divide([*above, "User Rating:", "8.1/10 600 votes"])
    assert found["heading"] == [heading]
    assert found["kind"] == ([kind] if kind is not None else [])


def test_an_episode_loses_its_series():
    lines = ['IMDb > "The Tide Desk" Slack Water (2008)', "User Rating:", "TV Series:", '"The Tide Desk" (2004)']
    assert text_tn15_outline.divide(lines)["heading"] == ["Slack Water (2008)"]


@pytest.mark.parametrize("lines", [[], ["User Rating:"], ["Movies", "User Rating:"], ["The Harbour (1997)"]])
def test_no_heading_no_sections(lines):
    assert text_tn15_outline.divide(lines) == {}


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("English more", "English"),
        ("142 min", "142 min"),
        ("Ashland, Ohio, USASee more »", "Ashland, Ohio, USA"),
        ("A boat sinks. full summary | full synopsis", "A boat sinks."),
        ("A boat sinks... See more » | Full synopsis »", "A boat sinks..."),
        ("A wet film. more (2202 total)", "A wet film."),
        ("He wants to know more about her", "He wants to know more about her"),
    ],
)
def test_links_at_the_end_are_taken_off(line, bare):
    assert body([line]) == [bare]


@pytest.mark.parametrize(
    "line", ["more", "(more)", "See more »", "add plot | add synopsis", "View content advisory for X"]
)
def test_links_alone_are_nothing(line):
    assert body([line]) == []


CASTS = [
    (["(Credited cast)", "Ann Oar... Ashi", "Bo Sail", "more"], [("Ann Oar", "Ashi"), ("Bo Sail", "")]),
    (
        ["", "(Cast overview, first billed only)", "Ann Oar ... Ashi / ... (2 episodes)"],
        [("Ann Oar", "Ashi / ... (2 episodes)")],
    ),
    (
        ["Ann Oar... Ashi", "rest of cast listed alphabetically:", "Bo Sail... Kaya"],
        [("Ann Oar", "Ashi"), ("Bo Sail", "Kaya")],
    ),
    (["(Credited cast)", "Ann Oar", "...", "Ashi", "(as A. Oar)"], [("Ann Oar", "Ashi (as A. Oar)")]),
    (["(Credited cast) Ann Oar Bo Sail Cy Dock"], [("", "Ann Oar Bo Sail Cy Dock")]),
    (["(a) (b) Ann Oar ... Ashi Bo Sail ... Kaya"], [("", "Ann Oar ... Ashi Bo Sail ... Kaya")]),
]


@pytest.mark.parametrize(("lines", "rows"), CASTS)
def test_cast(lines, rows):
    assert [(row["name"], row["role"]) for row in cast(lines)] == rows


def test_what_the_cast_says_of_itself():
    assert cast_remarks(["", "(in credits order) (verified as complete)", "Ann Oar... Ashi"]) == (
        "(in credits order) (verified as complete)"
    )
    assert cast_remarks(["Ann Oar... Ashi"]) is None


def test_credits_and_companies():
    assert credits_(["Ann Oar (novel) ...", "(more)"]) == ["Ann Oar (novel)"]
    assert companies(["* Quay Pictures (presents)", "Bank Films (BF)"]) == ["Quay Pictures", "Bank Films (BF)"]


REVIEWS = [
    ["A wet film, 6 September 2005", "Author: seamas (s@example.org) from Bergen, Norway", "", "It rains."],
    ["A wet film, 6 September 2005", "Author:", "seamas (s@example.org)", "", "from Bergen", "", "It rains."],
    [
        "A wet film, 6 September 2005",
        "Author: seamas (s@example.org)",
        "*** This review may contain spoilers ***",
        "It rains.",
    ],
]


@pytest.mark.parametrize("lines", REVIEWS)
def test_review(lines):
    found = review(
        ["12 out of 15 people found the following review useful.", *lines, "Was the above review useful to you?"]
    )
    assert found == {
        "title": "A wet film",
        "date": "6 September 2005",
        "author": "seamas (s@example.org)",
        "text": "It rains.",
        "votes": "12 out of 15 people found the following review useful.",
    }


@pytest.mark.parametrize("lines", [[], ["(Review this title)"], ["Author: seamas", "It rains."]])
def test_no_review(lines):
    assert review(lines) is None


@pytest.mark.parametrize(
    "text",
    [
        "User Rating:\n8.1/10\nGenre:\nDrama\nPlot:\nA boat.",  # no details
        "Additional Details\nGenre:\nDrama\nPlot:\nA boat.",  # no rating
        "User Rating:\n8.1/10\nAdditional Details\nGenre:\nDrama",  # one label
        "User Rating:\n8.1/10\nGenre:\nDrama\nPlot:\nA boat.\nAdditional Details\n",  # no heading
    ],
)
def test_other_texts_give_no_record(text):
    assert isinstance(parse_page(Page(body=text.encode())), Rejection)


def test_every_rule_can_be_shown():
    assert all("0x" not in str(rule) for rule in text_tn15.TEXT_TN15.rules)


REST = (
    "User Rating:\n8.1/10 600 votes\nStatus:\nPost-production | x\nGenre:\nDrama\nPlot:\nA boat.\nAdditional Details\n"
)


@pytest.mark.parametrize(
    ("heading", "field", "value"),
    [
        ('IMDb > "Tides" (2004)', "title_type", "tv_series"),
        ('IMDb > "Tides" (2004)', "title", "Tides"),
        ("The Harbour (1997) More at IMDbPro » Hafen (original title)", "original_title", "Hafen"),
        ("IMDb > The Harbour (1997)", "production_status", "post-production"),
    ],
)
def test_rare_places(heading, field, value):
    assert getattr(parse_page(Page(body=f"{heading}\n{REST}".encode())), field) == value
