"""The awards line and places in charts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import AwardHighlight, Awards, ChartRank
from filmspider.processors import Unparsed
from filmspider.processors.awards import awards, chart_rank


@pytest.mark.parametrize(
    ("raw", "highlight", "wins", "nominations", "total"),
    [
        ("Won 4 Oscars. Another 37 wins & 49 nominations.", ("Oscar", "won", 4), 37, 49, False),
        ("Won 5 Oscars. Another 32 wins & 10 nominations.", ("Oscar", "won", 5), 32, 10, False),
        ("Won Oscar. Another 61 wins & 46 nominations", ("Oscar", "won", 1), 61, 46, False),
        ("Won 1 Oscar. Another 1 win.", ("Oscar", "won", 1), 1, 0, False),
        ("Won 1 Oscar.", ("Oscar", "won", 1), None, None, None),
        ("Won 5 Golden Globes.", ("Golden Globe", "won", 5), None, None, None),
        ("Won Golden Globe.", ("Golden Globe", "won", 1), None, None, None),
        ("Nominated for 7 Oscars. Another 15 wins & 15 nominations", ("Oscar", "nominated", 7), 15, 15, False),
        (
            "Nominated for 1 Primetime Emmy. 3 wins & 5 nominations total",
            ("Primetime Emmy", "nominated", 1),
            3,
            5,
            True,
        ),
        ("Won 3 Primetime Emmys 6 wins & 48 nominations total", ("Primetime Emmy", "won", 3), 6, 48, True),
        ("Nominated for 7 BAFTA Film Awards.", ("BAFTA Film Award", "nominated", 7), None, None, None),
        ("Nominated for BAFTA Film Award.", ("BAFTA Film Award", "nominated", 1), None, None, None),
        ("Won 2 Oscars Another 3 wins", ("Oscar", "won", 2), 3, 0, False),
        ("1 win.", None, 1, 0, None),
        ("1 win & 1 nomination.", None, 1, 1, None),
        ("5 nominations.", None, 0, 5, None),
        ("13 wins & 12 nominations.", None, 13, 12, None),
        ("1,234 wins & 5 nominations total", None, 1234, 5, True),
        ("Another 1 nomination.", None, 0, 1, False),
    ],
)
def test_awards(raw, highlight, wins, nominations, total):
    expected = Awards(
        highlight=highlight and AwardHighlight(event=highlight[0], outcome=highlight[1], count=highlight[2]),
        wins=wins,
        nominations=nominations,
        total=total,
        text=raw,
    )
    assert awards(raw) == expected
    assert awards(f" {raw}\n See more awards » ") == expected


def test_what_stands_around_the_line():
    assert (
        awards("Won 1 Oscar. Another 11 wins & 13 nominations more").text
        == "Won 1 Oscar. Another 11 wins & 13 nominations"
    )
    new = awards("Top rated movie #1 | Won 4 Oscars 37 wins & 49 nominations total")
    assert (new.text, new.highlight.count) == ("Won 4 Oscars 37 wins & 49 nominations total", 4)


@pytest.mark.parametrize("raw", ["", "See more awards »", "Top Rated Movies #17 |"])
def test_no_awards(raw):
    assert awards(raw) is None


@pytest.mark.parametrize(
    "raw", ["Another", "Won", "some wins", "Won 0 Oscars.", "total", "12", "Won 1 Oscar. Another 2 wins and more"]
)
def test_what_is_no_awards_line_is_unparsed(raw):
    assert awards(raw) == Unparsed(raw)


@given(
    st.none()
    | st.tuples(st.sampled_from(["Oscar", "Golden Globe", "Primetime Emmy"]), st.booleans(), st.integers(1, 99)),
    st.integers(0, 9999),
    st.integers(0, 9999),
)
def test_a_formatted_line_is_read_back(highlight, wins, nominations):
    first = ""
    if highlight:
        event, won, count = highlight
        first = f"{'Won' if won else 'Nominated for'} {count} {event}{'s' * (count > 1)}. Another "
    win_part = f"{wins:,} win{'s' * (wins != 1)}" if wins else ""
    other_part = f"{nominations:,} nomination{'s' * (nominations != 1)}" if nominations or not wins else ""
    line = awards(first + " & ".join(filter(None, [win_part, other_part])) + ".")
    assert (line.wins, line.nominations) == (wins, nominations)
    assert (line.highlight and (line.highlight.event, line.highlight.count)) == (highlight and (event, count))


@pytest.mark.parametrize(
    ("raw", "chart", "rank"),
    [
        ("Top Rated Movies #17 |", "Top Rated Movies", 17),
        ("Top Rated Movies #64 | \n if (typeof uet", "Top Rated Movies", 64),
        ("Top 250 #18", "Top 250", 18),
        ("Top 250: #1", "Top 250", 1),
        ("Bottom 100 #77", "Bottom 100", 77),
        ("Bottom Rated Movies #57", "Bottom Rated Movies", 57),
        ("Top Rated Indian Movies #168", "Top Rated Indian Movies", 168),
        ("Top rated movie #1", "Top rated movie", 1),
    ],
)
def test_chart_rank(raw, chart, rank):
    assert chart_rank(raw) == ChartRank(chart=chart, rank=rank)


def test_no_chart_rank():
    assert chart_rank(" | ") is None
    assert chart_rank("Top 5000") == Unparsed("Top 5000")
    assert chart_rank("Top 250 #0") == Unparsed("Top 250 #0")


@given(st.text("Won 1Oscars.&|#") | st.text(st.characters()))
def test_no_text_raises(text):
    assert isinstance(awards(text), Awards | Unparsed | None)
    assert isinstance(chart_rank(text), ChartRank | Unparsed | None)
