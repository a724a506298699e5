import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import ReleaseDate
from filmspider.processors import Unparsed
from filmspider.processors.dates import partial_date, release_date, year_range

FRAGMENTS = [
    "1",
    "31",
    "1999",
    "March",
    "May",
    "de",
    "März",
    "октября",
    "(USA)",
    "(",
    ")",
    " ",
    ",",
    "-",
    "–",
    "TV Movie",
    "?",
]
DAYS = st.dates(dt.date(1870, 1, 1), dt.date(2100, 12, 31))
LANGUAGES = ["en", "es", "fr", "de", "it", "pt", "sv", "ru", "hi"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("31 March 1999", "1999-03-31"),
        ("March 31, 1999", "1999-03-31"),
        ("1999-03-31", "1999-03-31"),
        ("1999-03", "1999-03"),
        ("February 2008", "2008-02"),
        ("May 1944", "1944-05"),
        ("Dec 2006", "2006-12"),
        ("2007", "2007"),
        ("24 Dec 1969", "1969-12-24"),
        ("11 Nov. 2009", "2009-11-11"),
        ("Apr 4, 1999", "1999-04-04"),
        ("Sept. 3, 2001", "2001-09-03"),
        ("1st January 2000", "2000-01-01"),
        (" 4\xa0April\n1999 ", "1999-04-04"),
        ("29 February 2000", "2000-02-29"),
        ("31 de marzo de 1999", "1999-03-31"),
        ("31 de março de 1999", "1999-03-31"),
        ("31. März 1999", "1999-03-31"),
        ("14. Okt. 1999", "1999-10-14"),
        ("1er août 2003", "2003-08-01"),
        ("31 marzo 1999", "1999-03-31"),
        ("31 mars 1999", "1999-03-31"),
        ("14 октября 1999", "1999-10-14"),
        ("14 октября 1999 г.", "1999-10-14"),
        ("октябрь 1999", "1999-10"),
        ("31 मार्च 1999", "1999-03-31"),
        ("December 2006", "2006-12"),
        ("marzo de 1999", "1999-03"),
        ("", None),
        (" \xa0", None),
    ],
)
def test_partial_date(raw, expected):
    assert partial_date(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "31 February 2001",
        "1999-02-30",
        "29 February 1900",
        "1999-13-01",
        "1999-00",
        "0 May 1999",
        "March 32, 1999",
        "31 March 1999 (USA)",
        "31 March 1999 at noon",
        "31 Marchember 1999",
        "31 March",
        "03/04/1999",
        "0000",
        "5443",
        "12 May 99",
        "soon",
        "٣١ March 1999",
    ],
)
def test_partial_date_not_understood(raw):
    assert partial_date(raw) == Unparsed(raw)


@pytest.mark.parametrize(
    ("raw", "date", "country", "notes"),
    [
        ("31 March 1999 (USA)", "1999-03-31", "US", []),
        ("9 September 2010 (Denmark)", "2010-09-09", "DK", []),
        ("February 2008 (Morocco)", "2008-02", "MA", []),
        ("May 1944 (USA)", "1944-05", "US", []),
        ("2007 (USA)", "2007", "US", []),
        ("1969 (USA)", "1969", "US", []),
        ("30 March 2007 (USA) (limited)", "2007-03-30", "US", ["limited"]),
        ("12 May 2000", "2000-05-12", None, []),
        ("Music Video released 12 May 2000", "2000-05-12", None, []),
        ("TV Special aired 12 May 2000", "2000-05-12", None, []),
        ("Podcast Episode airs May 2020", "2020-05", None, []),
        ("Video Game Released 2004", "2004", None, []),
        ("25 May 1977 (United States)", "1977-05-25", "US", []),
        ("December 19, 1997 (United States)", "1997-12-19", "US", []),
        ("5 May 1993 (Cannes Film Festival)", "1993-05-05", None, ["Cannes Film Festival"]),
        ("5 May 1993 (Cannes Film Festival) (France)", "1993-05-05", "FR", ["Cannes Film Festival"]),
        ("1 May 1984 (USA) (re-release (restored))", "1984-05-01", "US", ["re-release (restored)"]),
        ("3 June 2001 (TV)", "2001-06-03", None, ["TV"]),
        ("8 February 2001 (Australia)", "2001-02-08", "AU", []),
        ("11 November 2009 (France)", "2009-11-11", "FR", []),
        ("1 January 1980 (Soviet Union)", "1980-01-01", "SU", []),
        ("Episode aired 11 April 2008", "2008-04-11", None, []),
        ("Episode aired Oct 17, 2011", "2011-10-17", None, []),
        ("TV Movie 11 November 2009", "2009-11-11", None, []),
        ("Video 24 February 2009", "2009-02-24", None, []),
        ("TV Special 3 May 2001", "2001-05-03", None, []),
        ("31 de marzo de 1999 (Estados Unidos)", "1999-03-31", "US", []),
        ("31. März 1999 (Vereinigte Staaten)", "1999-03-31", "US", []),
        ("31 mars 1999 (États-Unis)", "1999-03-31", "US", []),
        ("31 de março de 1999 (Brasil)", "1999-03-31", "BR", []),
        ("31 marzo 1999 (Stati Uniti)", "1999-03-31", "US", []),
        ("31 मार्च 1999 (भारत)", "1999-03-31", "IN", []),
    ],
)
def test_release_date(raw, date, country, notes):
    assert release_date(raw) == ReleaseDate(date=date, country=country, notes=notes)


@pytest.mark.parametrize(
    "raw", ["", " ", "TV Series (2007–2015)", "TV Movie", "TV Mini-Series (2001)", {}, {"date": None}]
)
def test_nothing_released(raw):
    assert release_date(raw) is None


@pytest.mark.parametrize(
    "raw", ["(USA)", "30 February 2007 (USA)", "30 March 2007 (USA", "TV Movie (USA)", "soon (USA)"]
)
def test_release_date_not_understood(raw):
    assert release_date(raw) == Unparsed(raw)


def test_release_date_of_parts():
    assert release_date({"date": "2010-09-09", "country": "DK", "notes": ["limited"]}) == ReleaseDate(
        date="2010-09-09", country="DK", notes=["limited"]
    )
    assert release_date({"date": "2008-02", "country": "Morocco"}) == ReleaseDate(date="2008-02", country="MA")
    assert release_date({"date": "2008", "country": "Freedonia", "notes": None}) == ReleaseDate(
        date="2008", notes=["Freedonia"]
    )
    assert release_date({"date": "soon"}) == Unparsed("{'date': 'soon'}")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2007–2015", (2007, 2015)),
        ("2010– ", (2010, None)),
        ("2001-2001", (2001, 2001)),
        ("1999", (1999, None)),
        ("(1999)", (1999, None)),
        ("TV Series (2007–2015)", (2007, 2015)),
        ("TV Series 2002–2008", (2002, 2008)),
        ("(TV Movie 2009)", (2009, None)),
        ("TV Series (2018– )", (2018, None)),
        ("2019-", (2019, None)),
        ("2001–????", (2001, None)),
        ("2004 — 2012", (2004, 2012)),
        ("", None),
    ],
)
def test_year_range(raw, expected):
    assert year_range(raw) == expected


@pytest.mark.parametrize("raw", ["2015–2007", "(1999", "199", "1066", "2007–15", "1999 (USA)", "I"])
def test_year_range_not_understood(raw):
    assert year_range(raw) == Unparsed(raw)


@pytest.mark.parametrize("processor", [partial_date, release_date, year_range])
@given(
    raw=st.text()
    | st.lists(st.sampled_from(FRAGMENTS)).map(" ".join)
    | st.lists(st.sampled_from(FRAGMENTS)).map("".join)
)
def test_no_text_raises(processor, raw):
    value = processor(raw)
    if isinstance(value, Unparsed):
        assert value.raw == raw
    if not raw.strip():
        assert value is None


@pytest.mark.parametrize("processor", [partial_date, release_date, year_range])
@pytest.mark.parametrize("part", [" ", "(", "1,", "9", "a ", "1 ("])
def test_long_text_is_refused_at_once(processor, part):
    raw = "1999" + part * 50_000 + "!"
    assert processor(raw) == Unparsed(raw)


# German writes its medium form in figures alone, which other languages read otherwise.
@pytest.mark.parametrize(
    ("language", "style"),
    [
        (language, style)
        for language in LANGUAGES
        for style in ("long", "medium")
        if (language, style) != ("de", "medium")
    ],
)
@given(day=DAYS)
def test_written_dates_are_read_back(language, style, day):
    assert partial_date(format_date(day, style, language)) == day.isoformat()


@given(day=DAYS)
def test_release_dates_are_read_back(day):
    assert release_date(f"{day.day} {day:%B %Y} (USA) (limited)") == ReleaseDate(
        date=day.isoformat(), country="US", notes=["limited"]
    )
