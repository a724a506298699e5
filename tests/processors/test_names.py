"""Credits, companies and cast rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import CastMember, Company, Credit
from filmspider.processors import Unparsed
from filmspider.processors.names import Tenure, cast_member, company, credit, credit_notes, tenure


def _cast(role, **more):
    return cast_member({"id": "/name/nm0000245/?ref_=tt_cl_t1", "name": "Robin Williams", "role": role, **more})


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("(screenplay)", ["screenplay"]),
        ("(screenplay),", ["screenplay"]),
        ("(screenplay and", ["screenplay"]),
        ("screenplay and", ["screenplay"]),
        ("(as The Wachowski Brothers)", ["as The Wachowski Brothers"]),
        ("(based on the story by) &", ["based on the story by"]),
        ("(adapted by: English version)", ["adapted by: English version"]),
        ('(segment "Les Boréades")', ['segment "Les Boréades"']),
        ("(novel) (as X)", ["novel", "as X"]),
        ("(idea (uncredited))", ["idea (uncredited)"]),
        (
            '(short story "Rita Hayworth and Shawshank Redemption"),',
            ['short story "Rita Hayworth and Shawshank Redemption"'],
        ),
        ("... set dresser (43 episodes, 2010-2013)", ["set dresser", "43 episodes, 2010-2013"]),
        ("(story) (story)", ["story"]),
        (" and ", []),
        (", ", []),
        ("...", []),
        ("| 18 more credits »", []),
        ("", []),
    ],
)
def test_credit_notes(raw, expected):
    assert credit_notes(raw) == expected


def test_credit():
    raw = {"id": "/name/nm0905152/?ref_=tt_ov_dr", "name": " Lilly\nWachowski", "notes": "(as The Wachowski Brothers)"}
    expected = Credit(imdb_id="nm0905152", name="Lilly Wachowski", notes=["as The Wachowski Brothers"])
    assert credit(raw) == expected
    assert credit(raw | {"notes": ["as The Wachowski Brothers", ""]}) == expected
    assert credit("Lixin Fan") == Credit(name="Lixin Fan")
    assert credit("Corey Mandell (screenplay),") == Credit(name="Corey Mandell", notes=["screenplay"])


def test_a_credit_without_name():
    assert credit({"id": "", "name": " ", "notes": None}) is None
    assert credit("") is None
    assert credit({"id": "/name/nm0905152/", "name": ""}) == Unparsed("/name/nm0905152/")


def test_company():
    raw = {"id": "/company/co0002663?ref_=tt_dt_co", "name": "Warner Bros."}
    assert company(raw) == Company(imdb_id="co0002663", name="Warner Bros.")
    assert company("EyeSteelFilm") == Company(name="EyeSteelFilm")
    assert company({"name": None}) is None
    assert company({"id": "/company/co0002663"}) == Unparsed("/company/co0002663")


@pytest.mark.parametrize(
    ("role", "characters", "notes", "as_name"),
    [
        ("Genie / Merchant (voice) (as Bob)", ["Genie", "Merchant"], ["voice"], "Bob"),
        ("Genie / Merchant (voice)", ["Genie", "Merchant"], ["voice"], None),
        ("\n  Genie /  \n  Merchant \n  \n  (voice)\n", ["Genie", "Merchant"], ["voice"], None),
        ("Genie (voice) / Merchant (voice)", ["Genie", "Merchant"], ["voice"], None),
        ("Himself", ["Himself"], [], None),
        ("Processing Clerk / One-Eyed Guard", ["Processing Clerk", "One-Eyed Guard"], [], None),
        ("Kraglin / On Set Rocket", ["Kraglin", "On Set Rocket"], [], None),
        ("24/7 Guy", ["24/7 Guy"], [], None),
        ("(voice) (as Philip Clarke)", [], ["voice"], "Philip Clarke"),
        (
            "Fighting Boy (12 years old) (as Sébastien St Germain)",
            ["Fighting Boy (12 years old)"],
            [],
            "Sébastien St Germain",
        ),
        ("Katie (12 yrs)", ["Katie (12 yrs)"], [], None),
        ("George (Mary's Father) (as Franco Davis)", ["George (Mary's Father)"], [], "Franco Davis"),
        ("Traffic (driver) (uncredited)", ["Traffic (driver)"], ["uncredited"], None),
        ("Howard the Duck (voice) (uncredited)", ["Howard the Duck"], ["voice", "uncredited"], None),
        ("The Widow Morgan (Pearl)", ["The Widow Morgan (Pearl)"], [], None),
        ("Young Bob (as a child)", ["Young Bob (as a child)"], [], None),
        ("George (1955)", ["George (1955)"], [], None),
        ("Teller (as Penn & Teller) (credit only)", ["Teller"], ["credit only"], "Penn & Teller"),
        ("Self - Host (as Jane)", ["Self - Host"], [], "Jane"),
        ("Gilda (uncredited) (archiveFootage)", ["Gilda"], ["uncredited", "archive footage"], None),
        ('(segment "Les Boréades")', [], ['segment "Les Boréades"'], None),
        ("San (voice: English version)", ["San"], ["voice: English version"], None),
        ("San (English version) (younger version)", ["San (younger version)"], ["English version"], None),
        ("A (b / c) / D", ["A (b / c)", "D"], [], None),
        ("Bob (as X) (as Y)", ["Bob"], ["as Y"], "X"),
        ("Bob (voice", ["Bob"], ["voice"], None),
        ("...", [], [], None),
        ("", [], [], None),
    ],
)
def test_roles(role, characters, notes, as_name):
    member = _cast(role)
    assert (member.characters, member.notes, member.as_name) == (characters, notes, as_name)
    assert (member.imdb_id, member.name) == ("nm0000245", "Robin Williams")


@pytest.mark.parametrize(
    "note",
    [
        "archive footage",
        "archive sound",
        "also archive footage",
        "scenes deleted",
        "singing voice",
        "unconfirmed",
        "rumored",
        "attached",
        "US version",
        "extended version",
    ],
)
def test_known_notes_leave_the_character(note):
    member = _cast(f"Bob ({note})")
    assert (member.characters, member.notes) == (["Bob"], [note])


@pytest.mark.parametrize(
    ("role", "characters", "notes", "episodes", "years"),
    [
        ("Omar Little (60 episodes, 2002-2008)", ["Omar Little"], [], 60, "2002-2008"),
        ("Rick Grimes / ... 84 episodes, 2010-2017", ["Rick Grimes"], [], 84, "2010-2017"),
        ("\xa0Rick Grimes\n   / ...\n (99 episodes, 2010\u20132017)", ["Rick Grimes"], [], 99, "2010-2017"),
        ("Don Draper 92 episodes, 2007-2015", ["Don Draper"], [], 92, "2007-2015"),
        ("Secretary / ... (uncredited) 19 episodes, 2007-2009", ["Secretary"], ["uncredited"], 19, "2007-2009"),
        ("1 episode, 2002", [], [], 1, "2002"),
        ("Tara 71 episodes • 2013\u20132018", ["Tara"], [], 71, "2013-2018"),
        ("Bob (unknown episodes, 2002)", ["Bob"], [], None, "2002"),
        ("Bob (2002\u20132008)", ["Bob"], [], None, "2002-2008"),
    ],
)
def test_roles_in_series(role, characters, notes, episodes, years):
    member = _cast(role)
    assert (member.characters, member.notes) == (characters, notes)
    assert (member.episode_count, member.years) == (episodes, years)


def test_script_data_gives_the_parts_apart():
    member = _cast(
        "",
        characters=["Milo Tindle", " Inspector Doppler"],
        notes=["voice", "(uncredited)", "as Bob", "extra"],
        episodes="60 episodes, 2002\u20132008",
    )
    assert member.characters == ["Milo Tindle", "Inspector Doppler"]
    assert member.notes == ["voice", "uncredited", "extra"]
    assert (member.as_name, member.episode_count, member.years) == ("Bob", 60, "2002-2008")
    assert _cast("Bob", as_name="Rob", characters=None).as_name == "Rob"


def test_a_row_without_name():
    assert cast_member({"id": "", "name": "", "role": "\xa0"}) is None
    assert cast_member({"id": "/name/nm0000245/", "name": ""}) == Unparsed("/name/nm0000245/")


def test_tenure():
    assert tenure("2002") == Tenure(None, "2002")
    assert tenure("2010-") == Tenure(None, "2010-")
    assert tenure(" ") is None
    assert tenure("often") == Unparsed("often")


_WORD = st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True)


@given(
    st.lists(_WORD, max_size=3),
    st.lists(st.sampled_from(["voice", "uncredited", "archive footage"]), unique=True),
    st.none() | _WORD,
    st.none() | st.integers(1, 9999),
)
def test_a_formatted_role_is_read_back(characters, notes, as_name, episodes):
    brackets = [
        *notes,
        *([f"as {as_name}"] if as_name else []),
        *([f"{episodes} episodes, 2002-2008"] if episodes else []),
    ]
    member = _cast(" ".join([" / ".join(characters), *(f"({bracket})" for bracket in brackets)]))
    expected = (characters, notes, as_name, episodes)
    assert (member.characters, member.notes, member.as_name, member.episode_count) == expected


_TEXTS = st.text("aN ()/.,&1209voiceas\n") | st.text(st.characters())


@given(_TEXTS, _TEXTS, _TEXTS, st.lists(_TEXTS))
def test_no_text_raises(name, other, third, several):
    assert isinstance(credit(other), Credit | Unparsed | None)
    assert isinstance(company({"id": other, "name": name}), Company | Unparsed | None)
    assert isinstance(credit({"id": other, "name": name, "notes": third}), Credit | Unparsed | None)
    raw = {"id": third, "name": name, "role": other, "characters": several, "notes": several, "episodes": third}
    assert isinstance(cast_member(raw), CastMember | Unparsed | None)
