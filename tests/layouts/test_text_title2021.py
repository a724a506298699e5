from __future__ import annotations

import re

import pytest
from fixture_pages import FIXTURES

from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

PLOT = "A ferryman learns that the far bank is moving away."
LINES = (FIXTURES / "text_title2021" / "feature-film-2022" / "page.txt").read_text(encoding="utf-8")
GLUED = re.sub(r"(\d\d) (User|Critic|Metascore)", r"\1\2", LINES.replace("Original title: Hafen\n", "")).replace(
    "\n", ""
)
SHAPES = {
    "lines": LINES,
    "blank lines": LINES.replace("\n", "\n\n"),
    "bullets": re.sub(r"^(?=Ashi as|Kaya as|Directors|Ada|Release|July|Row\.)", "* ", LINES, flags=re.MULTILINE),
    "glued": GLUED.replace("1997 1997PG-13 PG-13", "19971997PG-13PG-13")
    .replace(f"{PLOT} {PLOT} {PLOT}", PLOT * 3)
    .replace("Animation Adventure", "AnimationAdventure")
    .replace("3 episodes 3 eps", "3 episodes3 eps")
    .replace("FAQ 2", "FAQ2")
    .replace("Ashi as Ashi", "Ashias Ashi")
    .replace("Kaya as Kaya", "Kayaas Kaya"),
}


def read(text: str) -> Title:
    title = parse_page(Page(body=text.encode(), address="https://www.imdb.com/title/tt1234567/"))
    assert isinstance(title, Title), title
    return title


@pytest.fixture(scope="module", params=SHAPES)
def record(request):
    return read(SHAPES[request.param])


EXPECTED = {
    "imdb_id": "tt1234567",
    "title": "The Harbour",
    "title_type": "movie",
    "year": 1997,
    "rating": 8.4,
    "rating_count": 392,
    "user_review_count": 97,
    "critic_review_count": 35,
    "metascore": 76,
    "popularity_rank": 1835,
    "genres": ["Animation", "Adventure", "Fantasy"],
    "taglines": ["Row."],
    "plot": PLOT,
    "storyline": "The ferryman follows the bank upstream for nine days. He loses his oar.",
    "runtime_minutes": 134,
    "aspect_ratio": "1.85:1",
    "filming_locations": ["Chongqing, China"],
    "trivia": ["The oar is real."],
    "goofs": ["The bank changes sides."],
    "quotes": ["Ashi: Row."],
    "crazy_credits": ["The bank is credited as itself."],
    "connections": ["Featured in Banks on Film (2001)"],
}


@pytest.mark.parametrize(("field", "value"), EXPECTED.items())
def test_every_shape_of_a_dump_gives_the_same_value(record, field, value):
    assert getattr(record, field) == value


NAMES = {
    "directors": ["Ada Ferry", "Bo Sail"],
    "writers": ["Ada Ferry"],
    "stars": ["Yui Pier", "Ito Dock"],
    "cast": ["Yui Pier", "Ito Dock", "Cy Quay"],
    "countries": ["Japan", "Australia"],
    "languages": ["Japanese"],
    "production_companies": ["Quay Pictures", "Salt Water Films"],
    "colors": ["Color"],
    "sound_mixes": ["Dolby Digital", "DTS"],
}


@pytest.mark.parametrize(("field", "names"), NAMES.items())
def test_every_shape_of_a_dump_gives_the_same_names(record, field, names):
    assert [each.name for each in getattr(record, field)] == names


def test_every_shape_of_a_dump_gives_the_same_details(record):
    assert [(each.characters, each.notes) for each in record.cast[:2]] == [(["Ashi"], ["voice"]), (["Kaya"], [])]
    assert (record.cast[2].episode_count, record.cast[2].years) == (3, "1997")
    assert record.writers[0].notes == ["story"]
    assert [(each.date, each.country) for each in record.release_dates] == [("1997-07-12", "JP")]
    assert [(each.rating, each.reason) for each in record.certificates] == [("PG-13", "for high waves")]
    assert (record.budget.amount, record.budget.currency, record.budget.estimated) == (2_400_000_000, "JPY", True)
    assert [(each.amount, each.area, each.date) for each in record.opening_weekends] == [
        (144446, "US+CA", "1999-10-31")
    ]
    assert [(each.amount, each.area) for each in record.grosses] == [(4845631, "US+CA"), (170005875, "001")]
    assert (record.awards.wins, record.awards.highlight.event, record.awards.total) == (13, "Oscar", True)
    assert [(each.chart, each.rank) for each in record.chart_ranks] == [("Top rated movie", 72)]
    assert [each.label for each in record.official_sites] == ["Official site", "Bank Films"]
    assert [each.title for each in record.akas] == ["Il porto"]
    assert [(each.title, each.credits) for each in record.soundtracks] == [("Row Song", ["Music by Joe Wave"])]
    assert [each.question for each in record.faqs][-1] == "Who is Ashi?"
    assert record.trailer.duration_seconds == 31
    assert record.problems == []


def test_what_only_lines_can_tell():
    title = read(LINES)
    assert title.original_title == "Hafen"
    assert len(title.faqs) == 2
    assert [(each.title, each.rating) for each in title.recommendations] == [("The Lighthouse", 8.1)]
    assert title.featured_review is not None
    assert title.featured_review.model_dump(exclude_none=True) == {
        "title": "A wet film",
        "author": "seamas",
        "date": "1999-01-11",
        "rating": 9,
        "text": "It rains.",
        "helpful_votes": 148,
        "total_votes": 176,
    }


def test_without_its_title_a_page_is_read_from_its_top():
    title = read(LINES[LINES.index("Cast & crew") :])
    assert (title.title, title.original_title, title.year) == ("The Harbour", "Hafen", 1997)


EPISODE = (
    LINES.replace("The Harbour (1997) - IMDb", '"The Tide Desk" Slack Water (TV Episode 2008) - IMDb')
    .replace(
        "The Harbour\nOriginal title: Hafen\n1997 1997\n", "The Tide Desk\nSlack Water\nEpisode aired Oct 17, 2008\n"
    )
    .replace("\nPOPULARITY\n1,835\n78\nPlay", "\nS2.E3\nS2\nE3\nAll episodes\nPlay")
)


def test_an_episode_and_its_series():
    title = read(EPISODE)
    assert (title.title, title.title_type.value, title.year) == ("Slack Water", "tv_episode", 2008)
    assert title.episode is not None
    assert (title.episode.series_title, title.episode.season, title.episode.episode) == ("The Tide Desk", 2, 3)


SERIES = LINES.replace("Original title: Hafen\n1997 1997\n", "TV Series\n1997– 1997–\n").replace(
    "Videos 3",
    "Episodes 15\nBrowse episodes\nTop Top-rated\n2 seasons 2 1 See all\n2 years 2022 2019 See all\nVideos 3",
)


def test_a_series_and_its_seasons():
    title = read(SERIES)
    assert (title.title_type.value, title.year, title.end_year) == ("tv_series", 1997, None)
    assert (title.seasons, title.episode_total) == ([1, 2], 15)


STUB = """Low Water Mark (TV Movie) - IMDb
Menu
In development: More at IMDbPro
Low Water Mark
TV Movie
Note: Because this project is categorized as in development, the data is only available on IMDbPro.
Contact
See company contact information
Cast
See preliminary cast
See production, box office & company info
"""


@pytest.mark.parametrize(
    "text", [STUB, STUB.partition("\n")[2], STUB.replace("\n", "")], ids=["lines", "body", "glued"]
)
def test_a_title_in_development(text):
    title = read(text)
    assert (title.title, title.title_type.value) == ("Low Water Mark", "tv_movie")
    assert (title.production_status, title.cast, title.plot) == ("in development", [], None)


@pytest.mark.parametrize(
    "text",
    [
        "Top cast\nEdit\nYui Pier\nDetails\nRelease date\nJuly 12, 1997",
        "Yui Pier - IMDb\nKnown for\nThe Harbour\nPersonal details\nEdit\nDid you know\nTrivia\nHeight",
        STUB.replace("Low Water Mark\n", "# Low Water Mark\n").replace("Contact\n", "## Contact\n"),
        LINES[LINES.index("Storyline") : LINES.index("Box office")].replace("Release date", ""),
    ],
)
def test_other_texts_give_no_record(text):
    assert isinstance(parse_page(Page(body=text.encode())), Rejection)


NUMBERED = SERIES.replace("The Harbour (1997) - IMDb", "The Harbour (II) (TV Series 1997–2001) - IMDb")


@pytest.mark.parametrize("years", ["1997–2001 1997–2001", ""])
def test_years_and_numeral(years):
    title = read(NUMBERED.replace("1997– 1997–", years))
    assert (title.title, title.disambiguation, title.year, title.end_year) == ("The Harbour", "II", 1997, 2001)
