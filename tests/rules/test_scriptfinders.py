from __future__ import annotations

import re

import pytest

from filmspider.rules.refining import Only
from filmspider.rules.scriptfinders import (
    Always,
    Each,
    Either,
    First,
    Joint,
    Markup,
    Pieces,
    Strings,
    Texts,
    Value,
    reads,
)
from filmspider.rules.scriptlines import AwardsLine, Date, Dialogue, Votes

PERSON = {"name": {"id": "nm9000020", "text": "Ada &amp; Ferry"}, "url": "/?a=1&section=2", "notes": None}
YEARS = Pieces("{total} episodes", ", {years.first}", "-{years.last}")


def awards(wins=0, nominations=0, *, key="nominations", foremost=None):
    summary = foremost and {"wins": foremost[0], "nominations": foremost[1], "award": {"text": "Oscar"}}
    return {"wins": {"total": wins}, key: {"total": nominations}, "prestigiousAwardSummary": summary}


@pytest.mark.parametrize(
    ("finder", "data", "found"),
    [
        (Value("name.text"), PERSON, "Ada & Ferry"),
        (Value("url"), PERSON, "/?a=1&section=2"),
        (Value("names"), {"names": ["A &amp; B", 2]}, ["A & B", 2]),
        (Strings("season"), {"season": 2}, "2"),
        (Strings("seasons.number"), {"seasons": [{"number": 1}, {"number": None}]}, ["1"]),
        (Strings("season"), {}, None),
        (Markup("text"), {"text": "<b>Wet</b>.<br/>Very &quot;wet&quot;"}, 'Wet.\nVery "wet"'),
        (Markup("lines.text"), {"lines": [{"text": "by <a href='/'>A</a>"}, {"text": 3}]}, ["by A"]),
        (Markup("text"), {"text": None}, None),
        (Markup("text"), {"text": "1 < 2"}, "1 < 2"),
        (Always("Worldwide"), {}, "Worldwide"),
        (Either("absent", "empty", "none", "name"), {"empty": [], "none": "", "name": 0}, 0),
        (Either("absent"), {}, None),
        (Joint("job", "notes"), {"job": None, "notes": ["a", "b", "a"]}, ["a", "b"]),
        (YEARS, {"total": 9, "years": {"first": 2019, "last": 2022}}, "9 episodes, 2019-2022"),
        (YEARS, {"total": 1, "years": {"first": 2019, "last": None}}, "1 episodes, 2019"),
        (YEARS, {"total": 0, "years": {"first": 2019}}, None),
        (Pieces("{text}", " ({notes})"), {"text": "Color", "notes": ["a", "b"]}, "Color (a) (b)"),
        (Texts("items", Value("text")), {"items": [{"text": "DTS"}, {}]}, ["DTS", None]),
        (Texts("items", Value("text")), {}, []),
        (Date(), {"year": 1997, "month": 7, "day": 12}, "1997-07-12"),
        (Date(), {"year": 1997, "month": 7, "day": None}, "1997-07"),
        (Date(), {"year": 1997, "month": None, "day": 12}, "1997"),
        (Date(), {"year": None, "month": 7, "day": 12}, None),
        (AwardsLine("title"), {"title": awards(1)}, "1 win"),
        (AwardsLine("title"), {"title": awards(15, 7)}, "15 wins & 7 nominations"),
        (AwardsLine("title"), {"title": awards(0, 1, key="nominationsExcludeWins")}, "1 nomination"),
        (
            AwardsLine("title"),
            {"title": awards(42, 51, foremost=(4, 0))},
            "Won 4 Oscars 42 wins & 51 nominations total",
        ),
        (AwardsLine("title"), {"title": awards(0, 1, foremost=(0, 1))}, "Nominated for 1 Oscar 1 nomination total"),
        (AwardsLine("title"), {"title": awards()}, None),
        (AwardsLine("title"), {}, None),
        (Votes("votes"), {"votes": {"upVotes": 43, "downVotes": 10}}, "43 of 53"),
        (Votes("votes"), {"votes": {"upVotes": None}}, None),
        (Votes("votes"), {}, None),
    ],
)
def test_finder(finder, data, found):
    assert finder(data) == found


def test_each_goes_through_its_paths_in_order():
    data = {"first": [{"id": 1}], "absent": None, "then": {"id": 2}, "last": [{"id": 3}, {"id": 4}]}
    each = Each("first", "absent", "then", "last", number="id")
    assert each(data) == [{"number": number} for number in (1, 2, 3, 4)]
    assert First(3, each)(data) == [{"number": number} for number in (1, 2, 3)]


def test_dialogue():
    lines = [
        {"characters": [{"character": "Marit"}], "text": "Who moved it?", "stageDirection": "to Jon"},
        {"characters": None, "text": None, "stageDirection": "a horn sounds"},
        {"characters": [{"character": "Jon"}, {"character": "All"}], "text": "Not &#39;us&#39;."},
    ]
    assert Dialogue("lines")({"lines": lines}) == "Marit: [to Jon] Who moved it? [a horn sounds] Jon, All: Not 'us'."


@pytest.mark.parametrize(
    "finder",
    [
        Value("name"),
        Strings("name"),
        Markup("name"),
        Always("name"),
        Either("name", "other"),
        Joint("name", "other"),
        Pieces("{name}"),
        First(3, Each("name", part="other")),
        Texts("name", Value("other")),
        AwardsLine("name"),
        Dialogue("name"),
        Votes("name"),
    ],
)
def test_repr_names_the_path(finder):
    assert "name" in repr(finder)


@pytest.mark.parametrize(
    ("find", "found"),
    [
        (Value("a.b.0.c"), ["a.b.c"]),
        (Value("a[kind.id=x|y].b"), ["a.kind.id", "a.b"]),
        (Either("a", Joint("b", "c")), ["a", "b", "c"]),
        (Pieces("{a.b}", " ({c})"), ["a.b", "c"]),
        (Only(re.compile("x"), Markup("a")), ["a"]),
        (First(2, Each("a[k=1].b", "c", x="d", y=Date(), z=Always(1))),
         ["a.k", "a.b.d", "a.b.year", "a.b.month", "a.b.day", "c.d", "c.year", "c.month", "c.day"]),
        (Texts("a", Strings("b")), ["a.b"]),
        (Votes("a"), ["a.upVotes", "a.downVotes"]),
        (Dialogue("a"), ["a.characters.character", "a.stageDirection", "a.text"]),
        (AwardsLine("a"), ["a.wins", "a.nominations", "a.nominationsExcludeWins", "a.prestigiousAwardSummary"]),
    ],
)  # fmt: skip
def test_what_a_finder_reads(find, found):
    assert [".".join(names) for names in reads(find)] == found
