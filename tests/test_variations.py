"""What other titles have in the places where the fixtures have something else: each value in every layout's markup."""

from __future__ import annotations

from functools import cache

import pytest
from fixture_pages import record_of
from variations import SLOTS, changed

from filmspider.parsing import parse_page


def money(amount, currency, **others):
    return {"amount": amount, "currency": currency, **others}


def row(*characters, **others):
    return {"characters": list(characters), **others} if characters else others


def honour(outcome, event, count, wins, nominations):
    return {
        "highlight": {"event": event, "outcome": outcome, "count": count},
        "wins": wins,
        "nominations": nominations,
        "total": False,
    }


VALUES = {
    "title": [
        ('"Crocodile" Dundee', '"Crocodile" Dundee'),
        ("Thelma & Louise", "Thelma & Louise"),
        ("Schindler's List", "Schindler's List"),
        ("WALL·E", "WALL·E"),
        ("2012", "2012"),
        ("Red Riding: In the Year of Our Lord 1974", "Red Riding: In the Year of Our Lord 1974"),
        ("(500) Days of Summer", "(500) Days of Summer"),
        ("Birdman or (The Unexpected Virtue of Ignorance)", "Birdman or (The Unexpected Virtue of Ignorance)"),
        ("Portrait (1997)", "Portrait (1997)"),
        ("Christmas Special (2012)", "Christmas Special (2012)"),
        ("Ferry (TV Series)", "Ferry (TV Series)"),
        ("Krapp's Last Tape (Film)", "Krapp's Last Tape (Film)"),
        ("Henry V", "Henry V"),
        ("[REC]²", "[REC]²"),
        ("Se7en <sic>", "Se7en <sic>"),
        ("Mandariinid", "Mandariinid"),
        ("Дом | Home - IMDb", "Дом | Home - IMDb"),
    ],
    "release_dates": [
        ("December 2003 (USA)", {"date": "2003-12", "country": "US"}),
        ("2003 (USA)", {"date": "2003", "country": "US"}),
        ("15 May 2003 (Cannes Film Festival)", {"date": "2003-05-15", "notes": ["Cannes Film Festival"]}),
        ("16 October 1998 (USA) (limited)", {"date": "1998-10-16", "country": "US", "notes": ["limited"]}),
        ("10 May 1971 (West Germany)", {"date": "1971-05-10", "country": "DE"}),
        ("1 January 1990 (Soviet Union)", {"date": "1990-01-01", "country": "SU"}),
        ("5 May 1965 (Czechoslovakia)", {"date": "1965-05-05", "country": "CS"}),
        ("5 March 2012 (Côte d'Ivoire)", {"date": "2012-03-05", "country": "CI"}),
        ("5 March 2012 (Burkina Faso)", {"date": "2012-03-05", "country": "BF"}),
        ("3 May 2020 (North Macedonia)", {"date": "2020-05-03", "country": "MK"}),
        ("3 May 2020 (Occupied Palestinian Territory)", {"date": "2020-05-03", "country": "PS"}),
    ],
    "runtimes": [
        ("USA:120 min", [{"minutes": 120, "country": "US"}]),
        ("30 min (26 episodes)", [{"minutes": 30, "notes": ["26 episodes"]}]),
        (
            "88 min (16 fps) | 75 min (24 fps)",
            [{"minutes": 88, "notes": ["16 fps"]}, {"minutes": 75, "notes": ["24 fps"]}],
        ),
        (
            "154 min | USA:168 min (special edition) | West Germany:143 min (cut) (1985)",
            [
                {"minutes": 154},
                {"minutes": 168, "country": "US", "notes": ["special edition"]},
                {"minutes": 143, "country": "DE", "notes": ["cut", "1985"]},
            ],
        ),
    ],
    "certificates": [
        ("USA:R (certificate #12345)", {"rating": "R", "country": "US", "notes": ["certificate #12345"]}),
        ("USA:PG-13 (2005, re-rating)", {"rating": "PG-13", "country": "US", "notes": ["2005, re-rating"]}),
        ("UK:15 (2005) (re-rating)", {"rating": "15", "country": "GB", "notes": ["2005", "re-rating"]}),
        ("Canada:(Banned) (Quebec)", {"rating": "(Banned)", "country": "CA", "notes": ["Quebec"]}),
        ("Finland:K-15/13 (TV rating)", {"rating": "K-15/13", "country": "FI", "notes": ["TV rating"]}),
        ("South Africa:PG (10V) (DVD rating)", {"rating": "PG", "country": "ZA", "notes": ["10V", "DVD rating"]}),
        ("Canada:13+ (Quebec)", {"rating": "13+", "country": "CA", "notes": ["Quebec"]}),
        ("Singapore:R(A) (original rating)", {"rating": "R(A)", "country": "SG", "notes": ["original rating"]}),
        ("Soviet Union:(Banned)", {"rating": "(Banned)", "country": "SU"}),
        ("Portugal:M/12", {"rating": "M/12", "country": "PT"}),
        ("France:-12", {"rating": "-12", "country": "FR"}),
        ("West Germany:16 (nf)", {"rating": "16", "country": "DE", "notes": ["nf"]}),
    ],
    "budget": [
        ("FIM 5,000,000 (estimated)", money(5000000, "FIM", estimated=True)),
        ("ITL 2,000,000,000", money(2000000000, "ITL", estimated=False)),
        ("INR 450,000,000 (estimated)", money(450000000, "INR", estimated=True)),
        ("₹45,00,00,000 (estimated)", money(450000000, "INR", estimated=True)),
        ("A$2,500,000", money(2500000, "AUD", estimated=False)),
        ("KRW12,215,500,000 (estimated)", money(12215500000, "KRW", estimated=True)),
        ("€400", money(400, "EUR", estimated=False)),
    ],
    "opening_weekends": [
        (
            "$2,284,456 (USA) (12 March 1999) (2,849 Screens)",
            money(2284456, "USD", area="US", date="1999-03-12", screens=2849),
        ),
        ("£3,384,948 (UK) (13 June 1999) (1 Screen)", money(3384948, "GBP", area="GB", date="1999-06-13", screens=1)),
        ("$2,000 (USA) (March 1999)", money(2000, "USD", area="US", date="1999-03")),
    ],
    "grosses": [
        ("$171,383,253 (USA) (26 September 1999)", money(171383253, "USD", area="US", as_of="1999-09-26")),
        ("$463,517,383 (Worldwide)", money(463517383, "USD", area="001")),
        ("$12,500 (USA) (sub-total)", money(12500, "USD", area="US")),
        ("SEK 23,000,000 (Sweden) (1 May 2003)", money(23000000, "SEK", area="SE", as_of="2003-05-01")),
        ("$292,000,000 (Non-USA)", money(292000000, "USD")),
    ],
    "aspect_ratio": [("2.35 : 1 (some scenes)", "2.35:1"), ("16:9 HD", "16:9 HD"), ("1.33 : 1 / 1.85 : 1", "1.33:1")],
    "colors": [
        ("Black and White (archive footage)", [{"name": "Black and White", "notes": ["archive footage"]}]),
        ("Black and White (tinted) | Color", [{"name": "Black and White", "notes": ["tinted"]}, {"name": "Color"}]),
        ("Color (Eastmancolor) (some scenes)", [{"name": "Color", "notes": ["Eastmancolor", "some scenes"]}]),
    ],
    "sound_mixes": [
        ("Mono (Western Electric Sound System)", [{"name": "Mono", "notes": ["Western Electric Sound System"]}]),
        (
            "70 mm 6-Track (70 mm prints) | Silent",
            [{"name": "70 mm 6-Track", "notes": ["70 mm prints"]}, {"name": "Silent"}],
        ),
        ("12-Track Digital Sound", [{"name": "12-Track Digital Sound"}]),
    ],
    "awards": [
        ("Won 3 Oscars. Another 42 wins & 30 nominations.", honour("won", "Oscar", 3, 42, 30)),
        ("Won Palme d'Or. Another 3 wins.", honour("won", "Palme d'Or", 1, 3, 0)),
        (
            "Nominated for 1 Primetime Emmy. Another 3 wins & 12 nominations.",
            honour("nominated", "Primetime Emmy", 1, 3, 12),
        ),
        ("Nominated for BAFTA Film Award. Another 1 nomination.", honour("nominated", "BAFTA Film Award", 1, 0, 1)),
        ("1 win.", {"wins": 1, "nominations": 0}),
        ("1,234 nominations.", {"wins": 0, "nominations": 1234}),
    ],
    "cast": [
        ("Guy #2 (as Bob Smith Jr.)", row("Guy #2", as_name="Bob Smith Jr.")),
        ("Himself (archive footage) (uncredited)", row("Himself", notes=["archive footage", "uncredited"])),
        ("Homer / ... (662 episodes, 1989-2018)", row("Homer", episode_count=662, years="1989-2018")),
        ("Dr. Vale (unknown episodes)", row("Dr. Vale")),
        ("Ann (1 episode, 2002)", row("Ann", episode_count=1, years="2002")),
        ('Alice (segment "The Raven")', row("Alice", notes=['segment "The Raven"'])),
        ("Mother (voice: English version)", row("Mother", notes=["voice: English version"])),
        ("Fighting Boy (12 years old)", row("Fighting Boy (12 years old)")),
        ("(voice)", row(notes=["voice"])),
        (
            "Bob (credit only) (12 episodes, 2001-2003)",
            row("Bob", notes=["credit only"], episode_count=12, years="2001-2003"),
        ),
        ("Kraglin / On Set Rocket / ...", row("Kraglin", "On Set Rocket")),
    ],
}
"""By field: what the page shows, and what of it the record must say: of an entry in a list the parts given."""
WHOLE = {"runtimes", "colors", "sound_mixes"}
"""Lists that are given as a whole."""
CASES = [
    pytest.param(slot, text, expected, id=f"{slot}-{text}") for slot in SLOTS for text, expected in VALUES[slot.field]
]


@cache
def before(slot):
    return record_of(parse_page(slot.page))


def says(found, expected):
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(found.get(key) == value for key, value in expected.items())
    return found == expected


def entry(found, former):
    """The entry of a list that is not as it was: the first, as slots are filled in the first place that matches."""
    return next(new for new, old in zip(found, [*former, *[None] * len(found)], strict=False) if new != old)


@pytest.mark.parametrize(("slot", "text", "expected"), CASES)
def test_what_other_titles_show_in_this_place_is_read(slot, text, expected):
    after = slot.filled(text)
    found, former = after[slot.field], before(slot).get(slot.field, [])
    if isinstance(found, list) and slot.field not in WHOLE:
        found = entry(found, former)
    assert says(found, expected), found
    assert changed(before(slot), after) <= {slot.field}
