from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Rejection, Title
from filmspider.layouts import text, text_heading
from filmspider.layouts.text_blocks import awards, companies, people, seasons, watch_options
from filmspider.layouts.text_cast import cast_rows
from filmspider.layouts.text_extras import questions, review, soundtrack
from filmspider.layouts.text_recommendations import recommendations
from filmspider.layouts.text_story import plot, storyline
from filmspider.pages import Page
from filmspider.parsing import parse_page

NAVIGATION = """
Movies, TV
& Showtimes
Taxi Driver (1976)
# 92 on IMDb Top Rated Movies »
Box Office
Awards Central
26 July 2018 | The Pier Gazette
FULL CAST AND CREW | TRIVIA | USER REVIEWS | IMDbPro | MORE LESS
"""

# As html-text and inscriptis write a page: a block a line.
BLOCKS = """
8.4 / 10
276,414
614 user 189 critic
Rate This

The Harbour ( 1997 )

Hafen (original title)
PG-13 | 2h 14min | Animation, Adventure | 12 July 1997 (Japan)
1:25 | Trailer
1 VIDEO | 70 IMAGES

On Disc

at Amazon

A ferryman learns that the far bank is moving away.

Director:

Ada Ferry

Writers:

Ada Ferry, Neil Quay (adapted by: English version) | 2 more credits »

Stars:

Yui Pier, Ito Dock | See full cast & crew »
76
Metascore
From metacritic.com
Reviews
614 user | 189 critic
Popularity
1,567 (146)

Related News

Film Review: Another One (2018)
26 July 2018 | A Paper

User Lists
Top 100 Boats
Top Rated Movies #64 | Won 1 Oscar. Another 13 wins & 6 nominations. See more awards »

Videos

Photos

Learn more

More Like This

◄ Prev 6 Next 6 ►
Next »
The Lighthouse (1984)
Animation | Adventure
1 2 3 4 5 6 7 8 9 10 8.1 / 10 X

A keeper counts ships.

Director: Ada Ferry
Stars: Sumi Lamp, Ito Dock
Edit

Cast

Cast overview, first billed only:
Billy Oar ... Ashi (voice)
Tara Sail ... Kaya / Additional Voices (voice) (as T. Sail)
See full cast »
Edit

Storyline

The ferryman follows the bank. He loses his oar. Written by A Viewer

Plot Summary | Plot Synopsis

Plot Keywords:

ferry | oar | See All (117) »

Genres:

Animation | Adventure

Motion Picture Rating (MPAA)

Rated PG-13 for high waves | See all certifications »
Edit

Details

Official Sites:

Official site

Country:

USA | Australia

Language:

Japanese

Release Date:

12 July 1997 (Japan) See more »

Also Known As:

Hafen See more »

Edit

Box Office

Budget:

JPY 2,400,000,000 (estimated)

Opening Weekend USA:

$144,446, 31 October 1999, Limited Release

Cumulative Worldwide Gross:

$159,375,308
See more on IMDbPro »

Company Credits

Production Co:

Quay Pictures, Curiosity Company, The See more »

Technical Specs

Runtime:

134 min

Sound Mix:

Dolby Digital (English-language version) | Dolby

Aspect Ratio:

1.85 : 1
See full technical specs »
Edit

Did You Know?

Trivia

The oar is real. See more »

Quotes

[ first lines ]
Ashi : Row.
See more »

Soundtracks

Row Song
Music by Joe Wave
See more »

Frequently Asked Questions

Q: Why does the bank move?
See more »

User Reviews

A wet film
11 January 1999 | by seamas (Cork) – See all my reviews

It rains.

123 of 149 people found this review helpful. Was this review helpful to you? Yes No | Report this
Review this title | See all 614 user reviews »
Contribute to This Page
Box Office
"""

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
    "blocks": NAVIGATION + BLOCKS,
    "main content alone": BLOCKS,
    "broken": broken(NAVIGATION + BLOCKS),
    "no blank lines": without_blank_lines(NAVIGATION + BLOCKS),
    "broken, no blank lines": without_blank_lines(broken(NAVIGATION + BLOCKS)),
    "indented": "\n".join(f"        {line}" for line in (NAVIGATION + BLOCKS).splitlines()),
    "windows line ends": "\ufeff" + (NAVIGATION + BLOCKS).replace("\n", "\r\n"),
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


YEAR_2014 = """
MOVIEmeter
87
View rank on IMDbPro »

The Harbour
(1997)
"Hafen"
(original title)

134 min
-
Animation
|
Adventure
-
12 July 1997
(Japan)

8.4
Your rating:
1 2 3 4 5 6 7 8 9 10 - / 10 X
Ratings: 8.4 / 10 from 276,414 users Metascore: 76/100
Reviews: 614 user | 189 critic | 29 from Metacritic.com

A ferryman learns that the far bank is moving away.

Director:

Ada Ferry

Stars:

Yui Pier, Ito Dock | See full cast and crew »

Quick Links

Full Cast and Crew

Details

Official Sites

Storyline

Taglines

Did You Know?

Soundtracks

Top 250 #72 | 13 wins & 6 nominations. See more awards »
"""


def test_the_heading_of_2010_to_2015():
    title = read(YEAR_2014 + BLOCKS[BLOCKS.index("Videos") :])
    assert isinstance(title, Title)
    assert (title.title, title.original_title, title.year) == ("The Harbour", "Hafen", 1997)
    assert (title.rating, title.rating_count, title.metascore, title.popularity_rank) == (8.4, 276414, 76, 87)
    assert (title.user_review_count, title.critic_review_count) == (614, 189)
    assert title.plot == "A ferryman learns that the far bank is moving away."
    assert title.storyline == "The ferryman follows the bank. He loses his oar."
    assert [each.title for each in title.soundtracks] == ["Row Song"]
    assert [(each.chart, each.rank) for each in title.chart_ranks] == [("Top 250", 72)]
    assert title.problems == []


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


@given(st.lists(st.sampled_from((NAVIGATION + BLOCKS).splitlines()) | st.text(max_size=60), max_size=80))
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


SUBTEXTS = [
    (
        "PG-13 | 2h 14min | Animation, Adventure | 12 July 1997 (Japan)",
        {
            "certificate": "PG-13",
            "runtime": "2h 14min",
            "genres": "Animation, Adventure",
            "release": "12 July 1997 (Japan)",
        },
    ),
    ("Not Rated | | Drama | 2010", {"certificate": "Not Rated", "genres": "Drama", "release": "2010"}),
    (
        "TV-14 | 47min | Drama | TV Series (2007–2015)",
        {"certificate": "TV-14", "runtime": "47min", "genres": "Drama", "release": "TV Series (2007–2015)"},
    ),
    ("Crime | Episode aired 11 April 2008", {"genres": "Crime", "release": "Episode aired 11 April 2008"}),
    ("Drama | 5 May 2001 (USA) | (II)", {"genres": "Drama", "release": "5 May 2001 (USA)", "numeral": "(II)"}),
    ("TV Movie | See all in-development titles", {"kind": "TV Movie", "stub": "See all in-development titles"}),
    (
        "Certificate: 15 114 min - Crime | Drama - 30 October 1944 (Sweden)",
        {"certificate": "15", "runtime": "114 min", "genres": "Crime, Drama", "release": "30 October 1944 (Sweden)"},
    ),
    ("- Romance - September 1998 (India)", {"genres": "Romance", "release": "September 1998 (India)"}),
    ("Documentary | Music", {}),  # a recommendation's genres
    ("26 July 2018 | AsianMoviePulse", {}),
    ("FULL CAST AND CREW | TRIVIA | USER REVIEWS", {}),
    ("614 user | 189 critic", {}),
    ("", {}),
]


@pytest.mark.parametrize(("line", "pieces"), SUBTEXTS)
def test_subtext(line, pieces):
    assert text_heading.subtext(line) == pieces


HEADINGS = [
    (["Mad Men", "TV-14 | 47min | Drama | TV Series (2007–2015)"], "Mad Men"),
    (["The Host", "(2006)", "R | 2h | Drama | 30 March 2007 (USA)"], "The Host (2006)"),
    (["7.3/10", "15,954", "31 user 33 critic", "", "Futurama (2009)", "Clip", "1:25 | Clip"], "Futurama (2009)"),
    (
        ["Taxi Driver (1976)", "» more", "a", "b", "c", "d", "e", "f", "Rate This", "Existence (2012)"],
        "Existence (2012)",
    ),
    (["The Walking Dead (TV Series 2010– ) - IMDb", "Deputy Rick", "Creator:"], "The Walking Dead (TV Series 2010– )"),
    (["Box Office", "Trivia", "Goofs"], None),
    (["Toy Story (1995)", "# 92 on IMDb Top Rated Movies »", "Box Office"], None),  # navigation
    (["Existence (2012)", "A plot.", "Director:", "Juliet Bergh"], "Existence (2012)"),
]


@pytest.mark.parametrize(("lines", "heading"), HEADINGS)
def test_heading(lines, heading):
    found = text_heading.find_heading(lines)
    assert (found.text if found else None) == heading


def test_original_title_stands_under_the_heading():
    found = text_heading.find_heading(["8/10", "The Host (2006)", "Gwoemul (original title)", "Clip"])
    assert found is not None
    assert (found.original, found.end) == ("Gwoemul (original title)", 3)


PEOPLE = [
    (["Lixin Fan"], ["Lixin Fan"]),
    (["Ron Clements, John Musker"], ["Ron Clements", "John Musker"]),
    (["Stephen King (novel, 1982), Frank Darabont"], ["Stephen King (novel, 1982)", "Frank Darabont"]),
    (["Charles Chaplin", "(as Charlie Chaplin)"], ["Charles Chaplin (as Charlie Chaplin)"]),
    (["(screen play), (screen play) | 2 more credits »"], []),  # a converter lost the names
    (["Lixin Fan", "13 wins & 12 nominations."], ["Lixin Fan"]),
    ([], []),
]


@pytest.mark.parametrize(("lines", "names"), PEOPLE)
def test_people(lines, names):
    assert people(lines) == names


def test_companies_keep_their_articles():
    assert companies(["Film4, Curiosity Company, The, Company Pictures, Inc. See more »"]) == [
        "Film4",
        "Curiosity Company, The",
        "Company Pictures, Inc.",
    ]


CASTS = [
    (["Cast overview:", "Ann Oar ... Ashi (voice)", "See full cast »", "Edit"], [("Ann Oar", "Ashi (voice)")]),
    (["Suqin Chen Suqin Chen ... Herself"], [("Suqin Chen", "Herself")]),
    (
        ["Ann Oar", "", "...", "", "Ashi", "(voice)", "Bo Sail", "...", "Kaya"],
        [("Ann Oar", "Ashi (voice)"), ("Bo Sail", "Kaya")],
    ),
    (["Ann Oar...", "Ashi", "Bo Sail", "Cy Dock..."], [("Ann Oar", "Ashi"), ("Bo Sail", ""), ("Cy Dock", "")]),
    (["Ann Oar", "...", "Ashi", "/ ...", "92 episodes, 2007-2015"], [("Ann Oar", "Ashi / ... 92 episodes, 2007-2015")]),
    (["Ann Oar ... Ashi / ... 92 episodes"], [("Ann Oar", "Ashi / ... 92 episodes")]),
    (["Ann Oar", "...", "Bo Sail", "...", "Kaya"], [("Ann Oar", ""), ("Bo Sail", "Kaya")]),
    (["...", "Neo", "...", "...", "Choi (as Marc Gray)"], []),  # a converter lost the names
    (["Carl Miller ...", "The Man", "...", "The Woman"], [("Carl Miller", "The Man")]),
]


@pytest.mark.parametrize(("lines", "rows"), CASTS)
def test_cast_rows(lines, rows):
    assert [(row["name"], row["role"]) for row in cast_rows(lines)] == rows


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1:59 | Trailer", "1 VIDEO | 181 IMAGES", "A director retreats.", ""], "A director retreats."),
        (["A deed in...", "See full summary »"], "A deed in... See full summary »"),
        (
            ["Watch Now", "From $2.99 (SD) on Prime Video", "ON DISC", "With a boat he leaves."],
            "With a boat he leaves.",
        ),
        (["Trailer", "The Harbour Poster", ""], None),
        (["Add a Plot »"], None),
    ],
)
def test_plot(lines, expected):
    assert plot(lines) == expected


def test_storyline_loses_its_author_and_its_links():
    lines = ["He rows.", "", "He rests.", "Written by", "A Viewer", "", "Plot Summary | Add Synopsis", "Genres:"]
    assert storyline(lines) == "He rows.\n\nHe rests."


AWARDS = [
    (["Lixin Fan", "13 wins & 12 nominations. See more awards »"], "13 wins & 12 nominations."),
    (["Top Rated Movies #99 | 1 win.", "", "See more awards »"], "1 win."),
    (
        ["Nominated for", "1", "Oscar.", "", "Another", "2 wins & 1 nomination.", "See more awards »"],
        "Nominated for 1 Oscar. Another 2 wins & 1 nomination.",
    ),
    (["1 win."], None),
]


@pytest.mark.parametrize(("lines", "line"), AWARDS)
def test_awards(lines, line):
    assert awards(lines) == line


def test_seasons_end_before_the_years():
    assert seasons(["Episodes", "Seasons", "", "Years", "3 2", "1", "2015 2014 … See all »"]) == ["3", "2", "1"]


def test_watch_options():
    lines = ["On Disc", "", "at Amazon", "", "Watch Now", "From $2.99 (SD) on", "Prime Video", "ON DISC"]
    assert [each["provider"] for each in watch_options(lines)] == ["at Amazon", "From $2.99 (SD) on Prime Video"]


def test_soundtrack_credits_are_whole():
    piece = soundtrack(["Morales", "(uncredited)", "Written by", "Emilio Kauderer", "(as E. K.)", "Courtesy of X"])
    assert piece["lines"] == ["(uncredited)", "Written by Emilio Kauderer (as E. K.)", "Courtesy of X"]


def test_questions():
    assert questions(["Q:", "What is Zion?", "Q: Who calls?", "See more »"]) == [
        {"question": "What is Zion?"},
        {"question": "Who calls?"},
    ]


BYLINES = [
    ("14 March 2010 | by howard.schumannSee all my reviews", "howard.schumann"),
    (
        "27 April 2000 | by Jon Knight (kereej@yahoo.com) (Sacramento) – See all my reviews",
        "Jon Knight (kereej@yahoo.com)",
    ),
    ("19 August 2007 | by (victor7754@hotmail.com) – See all my reviews", "(victor7754@hotmail.com)"),
    ("14 February 2001 | by (Chicago) – See all my reviews", ""),
    ("6 November 2001 | by Susan (srella) (Hollywood, CA) – See all my reviews", "Susan (srella)"),
]


@pytest.mark.parametrize(("line", "author"), BYLINES)
def test_review_author(line, author):
    found = review(["A title", line, "", "The text."])
    assert found is not None
    assert (found["author"], found["title"], found["text"]) == (author, "A title", "The text.")


def test_sentences_run_together_by_lost_line_breaks_are_parted():
    found = review(["T", "1 May 2001 | by X", "It rains.It pours.9/10"])
    assert found is not None
    assert found["text"] == "It rains. It pours. 9/10"


def test_recommendation_without_its_title():
    lines = ["Drama | War", "1 2 3 4 5 6 7 8 9 10 7.5/10 X", "A plot.", "Director: A B", "Old (1984)", "Drama"]
    found = recommendations([*lines, "1 2 3 4 5 6 7 8 9 10 - / 10 X", "Stars:", "C D, E F"])
    assert [(each["title"], each["genres"], each["rating"]) for each in found] == [
        ("", "Drama | War", "7.5/10"),
        ("Old (1984)", "Drama", " / 10"),
    ]
    assert found[1]["stars"] == "C D, E F"


def test_every_rule_can_be_shown():
    assert all("0x" not in str(rule) for rule in text.TEXT.rules)
