from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.pages import Page
from filmspider.rules.linefinders import Between, Match, One, Within, Words
from filmspider.rules.text import Address, In, Labelled, LabelledAreas, Labels, TextView
from filmspider.rules.textlines import logical_lines

LABELS = Labels(
    whole=frozenset({"Country:", "Gross:", "Motion Picture Rating", "Motion Picture Rating (MPAA)"}),
    areas=re.compile(r"Gross(?: [^:]+)?:"),
    stops=frozenset({"Edit"}),
    controls=re.compile(r"See more ?»$"),
)

LINES = [
    ("a\n\n\n  b ", ["a", "", "b"]),
    ("\n\na", ["a"]),
    ("PG\n|\n\n1h", ["PG | 1h"]),
    ("Drama,\n\nWar", ["Drama, War"]),
    ("Drama ,\nWar", ["Drama, War"]),
    ("Okkoto / \n   Narrator", ["Okkoto / Narrator"]),
    ("See more\n»", ["See more »"]),
    ("The Kid ( 1921 )", ["The Kid (1921)"]),
    ("(\n1921\n)", ["(1921)"]),
    ("[ first lines ]", ["[first lines]"]),
    ("Cypher\n:\nYeah.", ["Cypher:", "Yeah."]),
    ("Sam Claflin 's scenes", ["Sam Claflin's scenes"]),
    ("8.7\n/\n10", ["8.7 / 10"]),
    ("#\n166", ["#166"]),
    ("Gwoemul\n(original title)", ["Gwoemul (original title)"]),
    ("TV Series (2020–2021)\n| See all", ["TV Series (2020–2021) | See all"]),
    ("Night Ferry\n(TV\n2009\n)", ["Night Ferry", "(TV 2009)"]),
    ("Hank Williams\n' Greatest Hits", ["Hank Williams' Greatest Hits"]),
    ("Glenn:[\nwaves\n]", ["Glenn:[waves]"]),
    ("Writers\n(WGA)\n:", ["Writers (WGA):"]),
    ("Country:\n|\nLanguage:\nEnglish", ["Country: |", "Language:", "English"]),
    ("The Host (2006)\n| | Drama", ["The Host (2006)", "| | Drama"]),
    ("Name\n...\nRole", ["Name", "...", "Role"]),
    ("e\u0301", ["é"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "lines"), LINES)
def test_logical_lines(text, lines):
    assert logical_lines(text) == lines


@given(st.text(alphabet=st.characters(max_codepoint=126)))
def test_no_character_is_lost(text):
    assert "".join("".join(logical_lines(text)).split()) == "".join(text.split())


@given(st.text())
def test_lines_are_folded(text):
    for line in logical_lines(text):
        assert line == " ".join(line.split())


def test_many_separators_take_linear_time():
    assert sum(map(len, logical_lines("|\n" * 200_000))) <= 400_000


HEADS = [
    ("Country: USA", "Country:"),
    ("Gross USA: $1", "Gross USA:"),
    ("Gross:", "Gross:"),
    ("Grossly:", None),
    ("Motion Picture Rating (MPAA) Rated R", "Motion Picture Rating (MPAA)"),
    ("Motion Picture Rating", "Motion Picture Rating"),
    ("The country: where?", None),
    ("x" * 100 + ":", None),
]


@pytest.mark.parametrize(("line", "label"), HEADS)
def test_labels_are_matched_whole(line, label):
    assert LABELS.head(line) == label


def divide(lines):
    return {"all": lines, "empty": []}


def view(text, address=None):
    return TextView(Page(text.encode(), address=address), divide, LABELS)


DUMP = "Country:\nUSA\n|\nAustralia\nSee more »\nleft out\nGross USA: $1\nGross Japan:\n$2\nEdit\n$3"

PLACES = [
    (Labelled("all", "Country:", finder=Words()), "USA | Australia"),
    (Labelled("all", "Country:", finder=Between(re.compile(r" \| "))), ["USA", "Australia"]),
    (Labelled("all", "Language:", "Country:", finder=Words()), "USA | Australia"),
    (Labelled("all", "Language:", finder=Words()), None),
    (Labelled("none", "Country:", finder=Words()), None),
    (
        LabelledAreas("all", re.compile(r"Gross(?: (?P<area>.+))?:"), finder=Words()),
        [{"text": "$1", "area": "USA"}, {"text": "$2", "area": "Japan"}],
    ),
    (In("all", Match(re.compile(r"Gross (\w+): \$1"))), "USA"),
    (In("all", Match(re.compile("left out"))), "left out"),
    (In("all", Match(re.compile("left"))), None),
    (In("all", Within(re.compile(r"Japan: \$(\d)"))), "2"),
    (In("all", One("a", a=Match(re.compile(r"left (out)")), b=Words())), None),
    (In("all", One("a", a=Match(re.compile("nothing")))), None),
    (In("empty", Words()), None),
    (Address(), None),
]


@pytest.mark.parametrize(("place", "raw"), PLACES, ids=repr)
def test_places(place, raw):
    found = place(view(DUMP))
    if isinstance(found, dict):
        assert found["a"] == "out"
    else:
        assert found == raw


def test_address():
    assert Address()(view("", "https://www.imdb.com/title/tt0000001/")) == "https://www.imdb.com/title/tt0000001/"
