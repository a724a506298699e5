from __future__ import annotations

import time

import pytest
from fixture_pages import FIXTURES
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Rejection, Title
from filmspider.layouts import text
from filmspider.pages import Page
from filmspider.parsing import parse_page

WHOLE = (FIXTURES / "text" / "feature-film-blocks-2018" / "page.txt").read_text(encoding="utf-8")
"""As html-text and inscriptis write a page: a block a line."""
START = WHOLE.index("8.4 / 10")
NAVIGATION, BLOCKS = WHOLE[:START], WHOLE[START:]

_BROKEN = (
    (" ( 1997 )", "\n(1997)\n"),
    ("8.4 / 10", "8.4/10"),
    (" | ", "\n\n|\n        "),
    ("Animation, Adventure", "Animation,\n\nAdventure"),
    (" ... ", "\n          \n  ...\n\n"),
    (" / Additional", "\n   / \n Additional"),
    (" (voice)", "\n  (voice)\n "),
    ("$144,446, ", "$144,446,\n"),
    (" (estimated)", "\n     (estimated)"),
    (" (MPAA)", "\n   (MPAA)"),
    (" See more »", "\n\n   See more\n»"),
    ("Q: ", "Q:\n "),
    ("1 2 3 4 5 6 7 8 9 10 8.1 / 10 X", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n8.1/10\nX"),
    ("Written by A", "Written by\nA"),
    (" – See", "\n    – See"),
)


def broken(dump: str) -> str:
    """*dump* as a plain get_text() writes it: broken at links and cells, indented, with many blank lines."""
    for whole, parts in _BROKEN:
        dump = dump.replace(whole, parts)
    return dump.replace("\n\n", "\n\n\n \n")


def without_blank_lines(dump: str) -> str:
    return "\n".join(line for line in dump.splitlines() if line.strip())


DUMPS = {
    "blocks": WHOLE,
    "main content alone": BLOCKS,
    "broken": broken(WHOLE),
    "no blank lines": without_blank_lines(WHOLE),
    "broken, no blank lines": without_blank_lines(broken(WHOLE)),
    "indented": "\n".join(f"        {line}" for line in WHOLE.splitlines()),
    "windows line ends": "\ufeff" + WHOLE.replace("\n", "\r\n"),
}


def read(dump: str, address: str | None = None) -> Title | Rejection:
    return parse_page(Page(dump.encode(), address=address))


@pytest.fixture(params=DUMPS, scope="module")
def record(request):
    title = read(DUMPS[request.param])
    assert isinstance(title, Title), title
    return title.model_dump(mode="json", exclude_defaults=True)


EXPECTED = {
    "title": "The Harbour",
    "original_title": "Hafen",
    "year": 1997,
    "rating": 8.4,
    "rating_count": 276414,
    "user_review_count": 614,
    "critic_review_count": 189,
    "metascore": 76,
    "popularity_rank": 1567,
    "chart_ranks": [{"chart": "Top Rated Movies", "rank": 64}],
    "genres": ["Animation", "Adventure"],
    "keywords": ["ferry", "oar"],
    "plot": "A ferryman learns that the far bank is moving away.",
    "storyline": "The ferryman follows the bank. He loses his oar.",
    "filming_locations": None,
    "runtime_minutes": 134,
    "cast_complete": False,
    "aspect_ratio": "1.85:1",
    "trivia": ["The oar is real."],
    "quotes": ["[first lines] Ashi: Row."],
}


@pytest.mark.parametrize(("field", "value"), EXPECTED.items())
def test_every_shape_of_a_dump_gives_the_same_value(record, field, value):
    assert record.get(field) == value


PARTS = {
    "directors": ["Ada Ferry"],
    "writers": ["Ada Ferry", "Neil Quay"],
    "stars": ["Yui Pier", "Ito Dock"],
    "cast": ["Billy Oar", "Tara Sail"],
    "countries": ["USA", "Australia"],
    "languages": ["Japanese"],
    "production_companies": ["Quay Pictures", "Curiosity Company, The"],
    "sound_mixes": ["Dolby Digital", "Dolby"],
}


@pytest.mark.parametrize(("field", "names"), PARTS.items())
def test_every_shape_of_a_dump_gives_the_same_names(record, field, names):
    assert [entry["name"] for entry in record[field]] == names


def test_every_shape_of_a_dump_gives_the_same_details(record):
    assert record["release_dates"] == [{"date": "1997-07-12", "country": "JP"}]
    assert record["certificates"] == [{"rating": "PG-13", "country": "US", "reason": "for high waves"}]
    assert (record["budget"]["amount"], record["budget"]["currency"]) == (2_400_000_000, "JPY")
    assert [(each["amount"], each["area"]) for each in record["opening_weekends"]] == [(144446, "US")]
    assert [(each["amount"], each["area"]) for each in record["grosses"]] == [(159375308, "001")]
    assert (record["awards"]["wins"], record["awards"]["highlight"]["event"]) == (13, "Oscar")
    assert record["trailer"] == {"duration_seconds": 85}
    assert record["watch_options"] == [{"kind": "On Disc", "provider": "Amazon"}]
    assert record["soundtracks"] == [{"title": "Row Song", "credits": ["Music by Joe Wave"]}]
    assert record["faqs"] == [{"question": "Why does the bank move?"}]
    assert record["featured_review"] == {
        "title": "A wet film",
        "author": "seamas",
        "date": "1999-01-11",
        "text": "It rains.",
        "helpful_votes": 123,
        "total_votes": 149,
    }
    assert [(each["title"], each["year"], each["rating"]) for each in record["recommendations"]] == [
        ("The Lighthouse", 1984, 8.1)
    ]


def test_nothing_is_left_unread(record):
    assert record.get("problems", []) == []


def test_the_address_gives_the_id():
    title = read(BLOCKS, "https://www.imdb.com/title/tt1234567/?ref_=nv")
    assert isinstance(title, Title)
    assert title.imdb_id == "tt1234567"


def test_what_a_dump_cannot_hold_is_not_on_the_layout():
    title = read(BLOCKS)
    assert isinstance(title, Title)
    assert title.field_status["poster_url"] == "not_on_layout"


@pytest.mark.parametrize(
    ("dump", "reason"),
    [
        (NAVIGATION, "unknown_layout"),
        (
            NAVIGATION + "Taxi Driver (1976)\nFull Cast & Crew\nDirected by\nMartin Scorsese\nCast\nEdit",
            "unknown_layout",
        ),
        ("Details\nRelease Date:\n1 May 2001 (USA)\nLanguage:\nEnglish", "unknown_layout"),
        ("Storyline is a word. Details follow. Country: none.", "unknown_layout"),
        (BLOCKS[BLOCKS.index("Edit") :], "no_title"),
    ],
)
def test_other_texts_give_no_record(dump, reason):
    rejection = read(dump)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == reason


@given(st.lists(st.sampled_from(WHOLE.splitlines()) | st.text(max_size=60), max_size=80))
def test_no_text_raises(lines):
    result = read("\n".join(lines))
    assert isinstance(result, Title) or result.reason != "error"


@pytest.mark.parametrize(
    "junk",
    ["|\n", ",\n", "(", "A, ", "cast", "...\n", "Written by ", "[", "( 1997 ) ", "(TV 1 ", "Won 1 ", "@", "Country:\n"],
)
def test_long_junk_is_read_in_linear_time(junk):
    started = time.process_time()
    read(BLOCKS.replace("A ferryman", junk * (300_000 // len(junk))))
    assert time.process_time() - started < 5


def test_every_rule_can_be_shown():
    assert all("0x" not in str(rule) for rule in text.TEXT.rules)
