"""Headings, kinds of title, places of episodes, states of production."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import TitleType
from filmspider.processors import Unparsed
from filmspider.processors.titles import (
    Heading,
    heading,
    original_title,
    production_status,
    season_episode,
    series_and_title,
    title_type,
    unquoted,
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Taken (I) (2008)", Heading("Taken", "I", 2008)),
        ("Frozen (I) (2013)", Heading("Frozen", "I", 2013)),
        ("Taken (2002/I)", Heading("Taken", "I", 2002)),
        ("Taken (2008) (I)", Heading("Taken", "I", 2008)),
        ("Taken (I)", Heading("Taken", "I")),
        ("The Matrix (1999)", Heading("The Matrix", year=1999)),
        ("The Matrix (1999) - IMDb", Heading("The Matrix", year=1999)),
        ("The Matrix (1999) ⭐ 8.7 | Action, Sci-Fi", Heading("The Matrix", year=1999)),
        ("IMDb - The Matrix (1999)", Heading("The Matrix", year=1999)),
        ("Gaslight\n (1944) More at IMDbPro\xa0»", Heading("Gaslight", year=1944)),
        ("Gaslight (1944) - Reference View - IMDb", Heading("Gaslight", year=1944)),
        ('"The Big Bang Theory" (2007)', Heading("The Big Bang Theory", year=2007, quoted=True)),
        ("Subs (TV Movie 2007) - IMDb", Heading("Subs", year=2007, title_type=TitleType.TV_MOVIE)),
        ("Carny (TV Movie 2009)", Heading("Carny", year=2009, title_type=TitleType.TV_MOVIE)),
        (
            "Futurama: Into the Wild Green Yonder (Video 2009)",
            Heading("Futurama: Into the Wild Green Yonder", year=2009, title_type=TitleType.VIDEO),
        ),
        ("Quality of Life (TV Movie) - IMDb", Heading("Quality of Life", title_type=TitleType.TV_MOVIE)),
        ("Master of None - IMDb", Heading("Master of None")),
        ("2012 (2009)", Heading("2012", year=2009)),
        ("2010 (1984)", Heading("2010", year=1984)),
        ("1984", Heading("1984")),
        (
            "Red Riding: In the Year of Our Lord 1974 (TV Movie 2009)",
            Heading("Red Riding: In the Year of Our Lord 1974", year=2009, title_type=TitleType.TV_MOVIE),
        ),
        ("The Walking Dead (TV Series 2010– )", Heading("The Walking Dead", year=2010, title_type=TitleType.TV_SERIES)),
        (
            "Mad Men (TV Series 2007–2015) - Reference View - IMDb",
            Heading("Mad Men", year=2007, end_year=2015, title_type=TitleType.TV_SERIES),
        ),
        ("X (2011 TV Mini-Series)", Heading("X", year=2011, title_type=TitleType.TV_MINI_SERIES)),
        (
            "House Charity Case (TV Episode 2011)",
            Heading("House Charity Case", year=2011, title_type=TitleType.TV_EPISODE),
        ),
        (
            '"House" Charity Case (TV Episode 2011) - IMDb',
            Heading("Charity Case", year=2011, title_type=TitleType.TV_EPISODE, series_title="House"),
        ),
        ('"Crocodile" Dundee (1986)', Heading('"Crocodile" Dundee', year=1986)),
        ("Carny (2009) (TV)", Heading("Carny", year=2009, title_type=TitleType.TV_MOVIE)),
        ("Carny (2009) (V)", Heading("Carny", year=2009, title_type=TitleType.VIDEO)),
        ("Carny (2009/II) (VG)", Heading("Carny", "II", 2009, title_type=TitleType.VIDEO_GAME)),
        ("(500) Days of Summer (2009)", Heading("(500) Days of Summer", year=2009)),
        (
            "Birdman or (The Unexpected Virtue of Ignorance) (2014)",
            Heading("Birdman or (The Unexpected Virtue of Ignorance)", year=2014),
        ),
        ("Mystery Science Theater (3000)", Heading("Mystery Science Theater (3000)")),
        ("8½ (1963)", Heading("8½", year=1963)),
        ("WALL·E (2008)", Heading("WALL·E", year=2008)),
        ("Foo (Fernsehserie 2008–2013) ⭐ 9.5 | Crime", Heading("Foo", None, 2008, 2013, TitleType.TV_SERIES)),
        ("Foo (Série télévisée 2008– ) - IMDb", Heading("Foo", None, 2008, None, TitleType.TV_SERIES)),
        ("Foo (Mini-série télévisée 2019) - IMDb", Heading("Foo", None, 2019, None, TitleType.TV_MINI_SERIES)),
        ("Foo (Película de TV 2009) - IMDb", Heading("Foo", None, 2009, None, TitleType.TV_MOVIE)),
        ("Foo (टीवी सीरीज़ 2008–2013) - IMDb", Heading("Foo", None, 2008, 2013, TitleType.TV_SERIES)),
        ("Foo (Bar 2009)", Heading("Foo (Bar 2009)")),
        ("Foo (????)", Heading("Foo")),
        ("(2009)", Heading(year=2009)),
        ("", Heading()),
        (" - IMDb", Heading("- IMDb")),
    ],
)
def test_heading(raw, expected):
    assert heading(raw) == expected


_TITLES = st.from_regex(r"[A-Za-z0-9½][A-Za-z0-9:,'½ -]{0,30}[a-z0-9]", fullmatch=True).map(
    lambda text: " ".join(text.split())
)
_TYPES = {
    "": None,
    "TV Movie ": TitleType.TV_MOVIE,
    "Video ": TitleType.VIDEO,
    "TV Mini-Series ": TitleType.TV_MINI_SERIES,
}


@given(_TITLES, st.sampled_from(["", " (I)", " (XIV)"]), st.sampled_from(list(_TYPES)), st.integers(1870, 2100))
def test_a_formatted_heading_is_read_back(title, numeral, kind, year):
    expected = Heading(title, numeral.strip(" ()") or None, year, None, _TYPES[kind])
    assert heading(f"{title}{numeral} ({kind}{year}) - IMDb") == expected


@given(_TITLES, st.integers(1900, 2000), st.integers(2001, 2099))
def test_a_formatted_series_is_read_back(title, first, last):
    assert heading(f"{title} (TV Series {first}–{last})")[2:4] == (first, last)
    assert heading(f"{title} (TV Series {first}– )")[2:4] == (first, None)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("TV Series", "tv_series"),
        ("TV Mini-Series", "tv_mini_series"),
        ("(TV)", "tv_movie"),
        ("V", "video"),
        ("VG", "video_game"),
        ("TV Mini Series", "tv_mini_series"),
        ("TV Movie", "tv_movie"),
        ("TV Movie |", "tv_movie"),
        ("TV Episode", "tv_episode"),
        ("Episode", "tv_episode"),
        ("TV Special", "tv_special"),
        ("TV Short", "tv_short"),
        ("Video", "video"),
        ("Video Game", "video_game"),
        ("Short", "short"),
        ("Music Video", "music_video"),
        ("Podcast Series", "podcast_series"),
        ("Podcast Episode", "podcast_episode"),
        ("Movie", "movie"),
        ("TVSeries", "tv_series"),
        ("TVEpisode", "tv_episode"),
        ("VideoGame", "video_game"),
        ("tvMiniSeries", "tv_mini_series"),
        ("musicVideo", "music_video"),
        ("tvShort", "tv_short"),
        ("TV Series (2007–2015)", "tv_series"),
        ("TV series 2010-", "tv_series"),
        ("TV mini-series 2001-2001", "tv_mini_series"),
        ("Video 24 February 2009", "video"),
        ("Video February 2009", "video"),
        ("TV Movie 11 November 2009", "tv_movie"),
        ("Episode aired 11 April 2008", "tv_episode"),
        ("Episode aired Oct 17, 2011", "tv_episode"),
        ("Video Game Released 2004", "video_game"),
        ("Podcast Episode Airs May 2020", "podcast_episode"),
        ("CreativeWork", None),
        ("31 March 1999 (USA)", None),
        ("September 1998 (India)", None),
        ("2007 (USA)", None),
        ("", None),
        ("Opera", Unparsed("Opera")),
    ],
)
def test_title_type(raw, expected):
    assert title_type(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('"Mononoke-hime" (original title)', "Mononoke-hime"),
        ("Mononoke-hime (original title)", "Mononoke-hime"),
        ('\n   "Gwoemul"\n   (original title)\n', "Gwoemul"),
        ("Original title: Gwoemul", "Gwoemul"),
        ("Originaltitel: Gwoemul", "Gwoemul"),
        ("Titre original : Gwoemul", "Gwoemul"),
        ("Título original: Gwoemul", "Gwoemul"),
        ("Titre original", "Titre original"),
        ("Gwoemul", "Gwoemul"),
        ("(original title)", None),
        ("", None),
    ],
)
def test_original_title(raw, expected):
    assert original_title(raw) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Gandhi"', "Gandhi"),
        ("“Gandhi”", "Gandhi"),
        ('"Crocodile" Dundee', '"Crocodile" Dundee'),
        ('"A" and "B"', '"A" and "B"'),
        ('"', '"'),
        ('""', '""'),
    ],
)
def test_unquoted(text, expected):
    assert unquoted(text) == expected


def test_series_and_title():
    assert series_and_title('"Firefly" The Train Job') == ("Firefly", "The Train Job")
    assert series_and_title("The Train Job") == (None, "The Train Job")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Season 2 | Episode 5", (2, 5)),
        ("S2.E5", (2, 5)),
        ("S8 ∙ E3", (8, 3)),
        ("Season 8, Episode 3", (8, 3)),
        ("(Season 1, Episode 12)", (1, 12)),
        ("(#1.22)", (1, 22)),
        ("Season 2", (2, None)),
        ("Season unknown", (None, None)),
        ("T8.E3", (8, 3)),
        ("S8.É3", (8, 3)),
        ("Staffel 2 | Folge 3", (2, 3)),
        ("Season 1 | Episode unknown", (1, None)),
        ("Seasons", (None, None)),
        ("", (None, None)),
    ],
)
def test_season_episode(raw, expected):
    assert season_episode(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Post-production", "post-production"),
        ("post_production", "post-production"),
        ("In Development", "in development"),
        ("See all in-development titles on IMDbPro »", "in development"),
        ("Announced", "announced"),
        ("Released", None),
        ("", None),
    ],
)
def test_production_status(raw, expected):
    assert production_status(raw) == expected


@given(st.text('aI ()"12009TVS–?-/#.') | st.text(st.characters()))
def test_no_text_raises(text):
    assert isinstance(heading(text), Heading)
    for processor in (title_type, original_title, season_episode, production_status, series_and_title, unquoted):
        processor(text)
