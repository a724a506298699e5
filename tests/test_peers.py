"""The edge cases of other projects' tests and of their users' reports, each in the words that it was reported in."""

from __future__ import annotations

import pytest
from fixture_pages import FIXTURES, Fixture, plain, record_of
from variations import record

from filmspider.checks import implausible
from filmspider.items import Gross, Rejection, Title
from filmspider.loaders import FIELDS
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.processors.ids import bare_title_id
from filmspider.processors.titles import heading


def read(field, raw):
    """What the record says of *field* where one place of the page says *raw*; a list of one as its entry."""
    value = plain(FIELDS[field].merge([FIELDS[field].read(raw)]).value)
    return value[0] if isinstance(value, list) and len(value) == 1 else value


LONG_TITLE = "I Killed My Lesbian Wife, Hung Her on a Meat Hook, and Now I Have a Three-Picture Deal at Disney"


@pytest.mark.parametrize(
    ("text", "title", "year", "end_year", "kind"),
    [
        ("The Matrix (1999) - IMDb", "The Matrix", 1999, None, None),
        ("Subs (TV Movie 2007) - IMDb", "Subs", 2007, None, "tv_movie"),
        ("Carny (TV Movie 2009)", "Carny", 2009, None, "tv_movie"),
        (
            "Futurama: Into the Wild Green Yonder (Video 2009)",
            "Futurama: Into the Wild Green Yonder",
            2009,
            None,
            "video",
        ),
        ("Quality of Life (TV Movie) - IMDb", "Quality of Life", None, None, "tv_movie"),
        ("Master of None - IMDb", "Master of None", None, None, None),
        ("Taken (I) (2008)", "Taken", 2008, None, None),
        ("2012 (2009)", "2012", 2009, None, None),
        ("2010 (1984)", "2010", 1984, None, None),
        (
            "Red Riding: In the Year of Our Lord 1974 (TV Movie 2009)",
            "Red Riding: In the Year of Our Lord 1974",
            2009,
            None,
            "tv_movie",
        ),
        ("Lost (TV Series 2004–2010) - IMDb", "Lost", 2004, 2010, "tv_series"),
        ("House M.D. (TV Series 2004–2012) - IMDb", "House M.D.", 2004, 2012, "tv_series"),
        ("Man v. Food Nation (TV Series 2008–\xa0) - IMDb", "Man v. Food Nation", 2008, None, "tv_series"),
        ("Band of Brothers (TV Mini-Series 2001–2001)", "Band of Brothers", 2001, 2001, "tv_mini_series"),
        ("The Lost Boys (TV mini-series 1978) - IMDb", "The Lost Boys", 1978, None, "tv_mini_series"),
        ('"The Big Bang Theory" (TV Series 2007– )', "The Big Bang Theory", 2007, None, "tv_series"),
        ("WALL·E (2008) - IMDb", "WALL·E", 2008, None, None),
        (
            f"{LONG_TITLE} (1993) - IMDb",
            LONG_TITLE,
            1993,
            None,
            None,
        ),
    ],
)
def test_headings(text, title, year, end_year, kind):
    read = heading(text)
    assert (read.title, read.year, read.end_year, read.title_type) == (title, year, end_year, kind)


EDGE_CASES = [
    ("original_title", '"Mononoke-hime" (original title)', "Mononoke-hime"),
    ("original_title", "Mononoke-hime (original title)", "Mononoke-hime"),
    ("original_title", "Mandariinid (original title)", "Mandariinid"),
    ("original_title", "Original title: Mandariinid", "Mandariinid"),
    ("end_year", "TV Series 2002–2008", 2008),
    ("year", "TV Series 2002–2008", 2002),
    ("end_year", "2004–2012", 2012),
    ("year", "2004–2012", 2004),
    ("end_year", "2018–", None),
    ("seasons", "unknown", []),
    *((("title_type", *case)) for case in (
        ("tvMovie", "tv_movie"), ("short", "short"), ("tvShort", "tv_short"), ("video", "video"),
        ("musicVideo", "music_video"), ("videoGame", "video_game"), ("tvMiniSeries", "tv_mini_series"),
        ("tvEpisode", "tv_episode"), ("tvSpecial", "tv_special"), ("tvSeries", "tv_series"), ("movie", "movie"),
    )),
    ("budget", "$63,000,000 (estimated)", {"amount": 63000000, "currency": "USD", "estimated": True}),
    ("budget", "KRW 12,215,500,000 (estimated)", {"amount": 12215500000, "currency": "KRW", "estimated": True}),
    ("budget", "JPY 2,400,000,000", {"amount": 2400000000, "currency": "JPY", "estimated": False}),
    ("budget", "NZD 250,000", {"amount": 250000, "currency": "NZD", "estimated": False}),
    ("budget", "€18,000,000", {"amount": 18000000, "currency": "EUR", "estimated": False}),
    ("budget", "£8,000,000", {"amount": 8000000, "currency": "GBP", "estimated": False}),
    ("budget", "FRF 15,000,000", {"amount": 15000000, "currency": "FRF", "estimated": False}),
    (
        "grosses",
        "ESP 258,210,904 (Spain) (29 June 2001)",
        {"amount": 258210904, "currency": "ESP", "area": "ES", "as_of": "2001-06-29"},
    ),
    ("grosses", "GBP16,460, 24 Dec 1969", {"amount": 16460, "currency": "GBP", "as_of": "1969-12-24"}),
    (
        "grosses",
        "$646,184 (Germany) (23 May 2003)",
        {"amount": 646184, "currency": "USD", "area": "DE", "as_of": "2003-05-23"},
    ),
    (
        "grosses",
        "$653,151 (Europe) (23 May 2003)",
        {"amount": 653151, "currency": "USD", "area": "150", "as_of": "2003-05-23"},
    ),
    ("grosses", {"text": "$171,479,930", "area": "USA"}, {"amount": 171479930, "currency": "USD", "area": "US"}),
    (
        "grosses",
        {"text": "$13,650,738, 7 February 2016", "area": "USA"},
        {"amount": 13650738, "currency": "USD", "area": "US", "as_of": "2016-02-07"},
    ),
    (
        "grosses",
        {"text": "$742,128,461, 25 November 2011", "area": "Worldwide"},
        {"amount": 742128461, "currency": "USD", "area": "001", "as_of": "2011-11-25"},
    ),
    ("grosses", {"text": "$8,253,978", "area": "Worldwide"}, {"amount": 8253978, "currency": "USD", "area": "001"}),
    (
        "opening_weekends",
        "$27,788,331 (USA) (2 April 1999)",
        {"amount": 27788331, "currency": "USD", "area": "US", "date": "1999-04-02"},
    ),
    (
        "opening_weekends",
        {"text": "$27,788,331, 4 April 1999, Wide Release", "area": "USA"},
        {"amount": 27788331, "currency": "USD", "area": "US", "date": "1999-04-04", "release": "wide"},
    ),
    ("opening_weekends", "$314,488, 11 March 2007", {"amount": 314488, "currency": "USD", "date": "2007-03-11"}),
    (
        "opening_weekends",
        "KRW 10,002,411,650 (South Korea), 30 July 2006, Wide Release",
        {"amount": 10002411650, "currency": "KRW", "area": "KR", "date": "2006-07-30", "release": "wide"},
    ),
    (
        "opening_weekends",
        "$8,898,000 (Japan), 29 July 2002, Limited Release",
        {"amount": 8898000, "currency": "USD", "area": "JP", "date": "2002-07-29", "release": "limited"},
    ),
    ("release_dates", "31 March 1999 (USA)", {"date": "1999-03-31", "country": "US"}),
    ("release_dates", "February 2008 (Morocco)", {"date": "2008-02", "country": "MA"}),
    ("release_dates", "May 1944 (USA)", {"date": "1944-05", "country": "US"}),
    ("release_dates", "2007 (USA)", {"date": "2007", "country": "US"}),
    ("release_dates", "1969 (USA)", {"date": "1969", "country": "US"}),
    ("release_dates", "TV Movie 11 November 2009", {"date": "2009-11-11"}),
    ("release_dates", "8 February 2001 (Australia)", {"date": "2001-02-08", "country": "AU"}),
    *(("runtimes", text, {"minutes": minutes}) for text, minutes in (
        ("136 min", 136), ("2h 16min", 136), ("2h", 120), ("1h 5min", 65), ("PT2H16M", 136),
    )),
    ("runtimes", {"seconds": 5443}, {"minutes": 90}),
    ("runtimes", "118 min | 119 min (video)", [{"minutes": 118}, {"minutes": 119, "notes": ["video"]}]),
    ("runtimes", "88 min | 93 min (director's cut)", [{"minutes": 88}, {"minutes": 93, "notes": ["director's cut"]}]),
    ("runtimes", "89 min (DVD)", {"minutes": 89, "notes": ["DVD"]}),
    ("runtimes", "121 min (Original Runtime)", {"minutes": 121, "notes": ["Original Runtime"]}),
    (
        "runtimes",
        "154 min | USA:168 min (special edition)",
        [{"minutes": 154}, {"minutes": 168, "country": "US", "notes": ["special edition"]}],
    ),
    (
        "runtimes",
        "95 min (1985) (edited) (United States)",
        {"minutes": 95, "country": "US", "notes": ["1985", "edited"]},
    ),
    *(("certificates", rating, {"rating": rating}) for rating in ("PG-13", "Not Rated", "TV-PG", "Unrated", "MA15+")),
    ("certificates", "See all certifications »", []),
    ("certificates", "Australia:PG::(most episodes)", {"rating": "PG", "country": "AU", "notes": ["most episodes"]}),
    (
        "certificates",
        "USA:Approved (certificate #9800)",
        {"rating": "Approved", "country": "US", "notes": ["certificate #9800"]},
    ),
    ("certificates", "USA:PG-13 (No. 34447)", {"rating": "PG-13", "country": "US", "notes": ["No. 34447"]}),
    (
        "certificates",
        "Canada:R (Nova Scotia/Ontario) (original rating)",
        {"rating": "R", "country": "CA", "notes": ["Nova Scotia/Ontario", "original rating"]},
    ),
    ("certificates", "Finland:K-16 (1989) (cut)", {"rating": "K-16", "country": "FI", "notes": ["1989", "cut"]}),
    (
        "certificates",
        "Malaysia:(Banned) (original rating) (1994)",
        {"rating": "(Banned)", "country": "MY", "notes": ["original rating", "1994"]},
    ),
    ("certificates", "Germany:12 (w)", {"rating": "12", "country": "DE", "notes": ["w"]}),
    ("certificates", "West Germany:12 (w)", {"rating": "12", "country": "DE", "notes": ["w"]}),
    (
        "certificates",
        "Rated R for sci-fi violence and brief language",
        {"rating": "R", "country": "US", "reason": "for sci-fi violence and brief language"},
    ),
    ("rating", "8.7 / 10", 8.7),
    ("rating_count", "1,127,655", 1127655),
    ("rating_count", "7 votes", 7),
    ("user_review_count", "3,606 user", 3606),
    ("critic_review_count", "308 critic", 308),
    ("chart_ranks", "Top Rated Movies #17", {"chart": "Top Rated Movies", "rank": 17}),
    ("chart_ranks", "Top 250 #18", {"chart": "Top 250", "rank": 18}),
    ("chart_ranks", "Bottom 100 #77", {"chart": "Bottom 100", "rank": 77}),
    ("chart_ranks", "Bottom Rated Movies #57", {"chart": "Bottom Rated Movies", "rank": 57}),
    ("chart_ranks", "Top Rated Indian Movies #168", {"chart": "Top Rated Indian Movies", "rank": 168}),
    ("languages", "None", {"code": "zxx", "name": "None"}),
    ("languages", "Mandarin", {"code": "cmn", "name": "Mandarin"}),
    ("aspect_ratio", "2.24:1", "2.24:1"),
    ("aspect_ratio", "2.24 : 1", "2.24:1"),
    ("aspect_ratio", "1.44 : 1", "1.44:1"),
    ("colors", "Color (Technicolor)", {"name": "Color", "notes": ["Technicolor"]}),
    ("colors", "Black and White | Color", [{"name": "Black and White"}, {"name": "Color"}]),
    ("colors", "Color (DuArt) | Black and White", [{"name": "Color", "notes": ["DuArt"]}, {"name": "Black and White"}]),
    (
        "colors",
        "Color | Black and White (black and chrome edition)",
        [{"name": "Color"}, {"name": "Black and White", "notes": ["black and chrome edition"]}],
    ),
    (
        "sound_mixes",
        "Dolby Stereo (Dolby Stereo) (Stereo) | SDDS (re-release) (2004)",
        [
            {"name": "Dolby Stereo", "notes": ["Dolby Stereo", "Stereo"]},
            {"name": "SDDS", "notes": ["re-release", "2004"]},
        ],
    ),
    (
        "akas",
        '"Gandhi" - Argentina, Mexico (imdb display title) , Peru, Spain',
        [
            {"title": "Gandhi", "country": "AR", "notes": ["imdb display title"]},
            {"title": "Gandhi", "country": "MX", "notes": ["imdb display title"]},
            {"title": "Gandhi", "country": "PE"},
            {"title": "Gandhi", "country": "ES"},
        ],
    ),
    (
        "taglines",
        "Le sang versé ne sèche jamais (Spilt blood doesn't dry) See more »",
        "Le sang versé ne sèche jamais (Spilt blood doesn't dry)",
    ),
    ("taglines", "Now it returns (DVD re-release)", "Now it returns (DVD re-release)"),
    ("trivia", "Moreover, he went to see Seoul", "Moreover, he went to see Seoul"),
    ("plot", "Adam Jones goes to London. See full summary »", "Adam Jones goes to London."),
]  # fmt: skip


@pytest.mark.parametrize(("field", "raw", "expected"), EDGE_CASES)
def test_edge_cases(field, raw, expected):
    found = read(field, raw)
    if isinstance(found, dict):
        found = {key: value for key, value in found.items() if key != "raw"}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "highlight", "wins", "nominations"),
    [
        ("Won 5 Oscars. Another 32 wins & 10 nominations.", ("won", "Oscar", 5), 32, 10),
        ("Won Oscar. Another 61 wins & 46 nominations", ("won", "Oscar", 1), 61, 46),
        ("Won 1 Oscar. Another 61 wins & 46 nominations", ("won", "Oscar", 1), 61, 46),
        ("Nominated for 7 Oscars. Another 15 wins & 15 nominations", ("nominated", "Oscar", 7), 15, 15),
        ("Won Golden Globe. Another 48 wins & 176 nominations", ("won", "Golden Globe", 1), 48, 176),
        ("1 win.", (None, None, None), 1, 0),
        ("1 win & 1 nomination.", (None, None, None), 1, 1),
        ("5 nominations.", (None, None, None), 0, 5),
    ],
)
def test_awards(text, highlight, wins, nominations):
    found = read("awards", text)
    assert tuple(map(found.get("highlight", {}).get, ("outcome", "event", "count"))) == highlight
    assert (found["wins"], found["nominations"], found["text"]) == (wins, nominations, text)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Genie / Merchant (voice)", {"characters": ["Genie", "Merchant"], "notes": ["voice"]}),
        ("(voice) (as Philip Clarke)", {"notes": ["voice"], "as_name": "Philip Clarke"}),
        (
            "Fighting Boy (12 years old) (as Sébastien St Germain)",
            {"characters": ["Fighting Boy (12 years old)"], "as_name": "Sébastien St Germain"},
        ),
        ("Howard the Duck (voice) (uncredited)", {"characters": ["Howard the Duck"], "notes": ["voice", "uncredited"]}),
        ("Kraglin / On Set Rocket", {"characters": ["Kraglin", "On Set Rocket"]}),
        ("Bunk (60 episodes, 2002-2008)", {"characters": ["Bunk"], "episode_count": 60, "years": "2002-2008"}),
        ("Bunk (1 episode, 2002)", {"characters": ["Bunk"], "episode_count": 1, "years": "2002"}),
        (
            "Milo Tindle / Inspector Doppler (credit only)",
            {"characters": ["Milo Tindle", "Inspector Doppler"], "notes": ["credit only"]},
        ),
        ("...", {}),
    ],
)
def test_roles(role, expected):
    assert read("cast", {"id": "/name/nm0000245/", "name": "A B", "role": role}) == {
        "imdb_id": "nm0000245",
        "name": "A B",
        **expected,
    }


@pytest.mark.parametrize(
    ("after", "notes"),
    [
        ('(segment "Les Boréades")', ['segment "Les Boréades"']),
        ("(screenplay and)", ["screenplay"]),
        ("(screenplay) &", ["screenplay"]),
        ("(screenplay), and", ["screenplay"]),
        ("| 18 more credits »", []),
    ],
)
def test_credits(after, notes):
    assert (
        read("writers", {"id": "/name/nm0541720/", "name": "Corey Mandell", "notes": after}).get("notes", []) == notes
    )


def test_review():
    found = read(
        "featured_review",
        {
            "author": "rik8888",
            "date": "3 March 2001",
            "rating": "10/10",
            "votes": "936 of 1,754 people found this review helpful.",
        },
    )
    assert found == {
        "author": "rik8888",
        "date": "2001-03-03",
        "rating": 10,
        "helpful_votes": 936,
        "total_votes": 1754,
    }


REVIEWED = Fixture(FIXTURES / "title2015/feature-film-2018")


def test_the_place_of_a_reviewer_is_no_part_of_the_name():
    body = REVIEWED.page.body.replace(b"tidewatcher", b"rik8888").replace(b"(Bergen, Norway)", b"(Bethlehem, Pa)")
    assert record(REVIEWED.page, body)["featured_review"]["author"] == "rik8888"


@pytest.mark.parametrize(
    "text", ["133093", "0133093", "tt0133093", "http://www.imdb.com/title/tt0133093/", "/title/tt0133093/combined"]
)
def test_ids(text):
    assert bare_title_id(text) == "tt0133093"


def test_an_id_of_eight_figures():
    assert bare_title_id("10027990") == "tt10027990"


@pytest.mark.parametrize(("asked", "own"), [("tt2768262", "tt2386868"), ("tt0437804", "tt0437803")])
def test_of_a_redirect_the_pages_own_id_counts(asked, own):
    film = Fixture(FIXTURES / "title2015/feature-film-2018").page
    body = film.body.replace(b"tt9000001", own.encode())
    found = record_of(parse_page(Page(body=body, address=f"http://www.imdb.com/title/{asked}/")))
    assert found["imdb_id"] == own
    assert {"code": "redirected", "field": "imdb_id", "detail": f"{asked} was asked for"} in found["problems"]


@pytest.mark.parametrize("fixture", ["title2015/feature-film-2018", "title2021/feature-film-2022"])
def test_titles_of_pictures_are_no_titles(fixture):
    page = Fixture(FIXTURES / fixture).page
    picture = b"<svg><title>TryIMDbProFree</title></svg>"
    body = page.body.replace(b"<body", picture + b"<body", 1).replace(b"</body>", picture + b"</body>", 1)
    assert record(page, body)["title"] == record_of(parse_page(page))["title"]


def test_takings_of_a_country_above_those_of_the_world_are_kept_and_noted():
    title = parse_page(REVIEWED.page)
    assert isinstance(title, Title)
    grosses = [
        Gross(amount=21471685, currency="USD", area="US", as_of="2000-07-16", raw="$21,471,685, 16 July 2000"),
        Gross(amount=8253978, currency="USD", area="001", as_of=None, raw="$8,253,978"),
    ]
    earth = title.model_copy(update={"grosses": grosses, "opening_weekends": []})
    assert list(implausible(earth)) == [("grosses", "8253978 USD in 001 below 21471685 USD in US")]


@pytest.mark.parametrize("body", [b"", b"   ", b"<html><body>Let's confirm you are human</body></html>"])
def test_pages_that_are_no_record(body):
    assert isinstance(parse_page(Page(body=body)), Rejection)


@pytest.mark.parametrize(
    "mark", [b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"]
)
def test_what_stands_in_front_of_a_page_is_no_part_of_it(mark):
    page = REVIEWED.page
    assert record(page, mark + page.body)["title"] == REVIEWED.expected["title"]
