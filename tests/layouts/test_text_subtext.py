from __future__ import annotations

import pytest

from filmspider.layouts.text_subtext import subtext

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
    (
        "TV Series - 42 min - Documentary - 24 September 2007 (USA)",
        {"kind": "TV Series", "runtime": "42 min", "genres": "Documentary", "release": "24 September 2007 (USA)"},
    ),
    ("Documentary | Music", {}),  # a recommendation's genres
    ("26 July 2018 | AsianMoviePulse", {}),
    ("FULL CAST AND CREW | TRIVIA | USER REVIEWS", {}),
    ("614 user | 189 critic", {}),
    ("", {}),
]


@pytest.mark.parametrize(("line", "pieces"), SUBTEXTS)
def test_subtext(line, pieces):
    assert subtext(line) == pieces
