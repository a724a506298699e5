"""Other titles in every form that pages give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Aka
from filmspider.processors import Unparsed
from filmspider.processors.akas import akas


@pytest.mark.parametrize(
    ("raw", "title", "places"),
    [
        (
            '"Gandhi" - Argentina, Mexico (imdb display title) , Peru, Spain',
            "Gandhi",
            [("AR", ["imdb display title"]), ("MX", ["imdb display title"]), ("PE", []), ("ES", [])],
        ),
        ('"Die Verurteilten" - Austria, Germany', "Die Verurteilten", [("AT", []), ("DE", [])]),
        (
            '"Guts" - Canada (French title) (imdb display title)',
            "Guts",
            [("CA", ["French title", "imdb display title"])],
        ),
        ('"Guts" - International (English title)', "Guts", [(None, ["International", "English title"])]),
        ('"A - B" - France', "A - B", [("FR", [])]),
        ("Al borde del abismo", "Al borde del abismo", [(None, [])]),
        ("Rita Hayworth and Shawshank Redemption See more »", "Rita Hayworth and Shawshank Redemption", [(None, [])]),
        ("La bella confusione (Italy)", "La bella confusione", [("IT", [])]),
        ("The Prisoner (Philippines, English title)", "The Prisoner", [("PH", ["English title"])]),
        ("Le prisonnier (Canada: French title)", "Le prisonnier", [("CA", ["French title"])]),
        ("Murder in Thornton Square (UK) See more »", "Murder in Thornton Square", [("GB", [])]),
        ("Rita Hayworth (USA) (working title) more", "Rita Hayworth", [("US", ["working title"])]),
        ("Mad Men - Reklámőrültek (Hungary)", "Mad Men - Reklámőrültek", [("HU", [])]),
        ("Red Riding - 1974", "Red Riding - 1974", [(None, [])]),
        ("Stephen King - It", "Stephen King - It", [(None, [])]),
        ("Aladin (1992)", "Aladin (1992)", [(None, [])]),
        ("Aladin (Part 1) (France)", "Aladin (Part 1)", [("FR", [])]),
        ("(500) Days", "(500) Days", [(None, [])]),
        ('"Gwoemul" (original title)', "Gwoemul", [(None, ["original title"])]),
        ('"Guts" - Europe (English title)', "Guts", [(None, ["Europe", "English title"])]),
    ],
)
def test_akas(raw, title, places):
    assert akas(raw) == [Aka(title=title, country=country, notes=notes) for country, notes in places]


def test_an_aka_in_parts():
    raw = {"title": "The Prisoner", "country": "Philippines", "notes": ["English title"]}
    assert akas(raw) == [Aka(title="The Prisoner", country="PH", notes=["English title"])]
    assert akas({"title": "The Prisoner", "notes": "(working title)"}) == [
        Aka(title="The Prisoner", notes=["working title"])
    ]
    assert akas({"title": "", "country": None}) is None
    assert akas({"title": "The Prisoner", "country": "Narnia"}) == Unparsed("The Prisoner - Narnia")


def test_no_aka():
    assert akas("See more »") is None


_TEXTS = st.text('a" -,()Peru') | st.text(st.characters())


@given(_TEXTS, _TEXTS, _TEXTS)
def test_no_text_raises(title, country, notes):
    assert isinstance(akas(title), list | None)
    assert isinstance(akas({"title": title, "country": country, "notes": notes}), list | Unparsed | None)
