import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Country
from filmspider.processors import Noted, Unparsed
from filmspider.processors._area_names import AREAS
from filmspider.processors._country_names import ALIASES, RETIRED
from filmspider.processors.places import area_named, country, country_among, country_code, country_member

NAMES = st.sampled_from(
    ["USA", "uk", "The ", "&", " and ", "(", ")", "West ", "Germany", "St. ", "Lucia", "DK", ",", "12"]
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("USA", "US"),
        ("United States", "US"),
        ("U.S.A.", "US"),
        ("UK", "GB"),
        ("United Kingdom", "GB"),
        ("West Germany", "DE"),
        ("East Germany", "DD"),
        ("Soviet Union", "SU"),
        ("Yugoslavia", "YU"),
        ("Federal Republic of Yugoslavia", "YU"),
        ("Serbia and Montenegro", "CS"),
        ("Czechoslovakia", "CS"),
        ("Zaire", "ZR"),
        ("Burma", "BU"),
        ("Myanmar", "MM"),
        ("Netherlands Antilles", "AN"),
        ("North Vietnam", "VD"),
        ("Siam", "TH"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("South Korea", "KR"),
        ("North Korea", "KP"),
        ("Russia", "RU"),
        ("Hong Kong", "HK"),
        ("Hong Kong SAR China", "HK"),
        ("Taiwan", "TW"),
        ("Vietnam", "VN"),
        ("Laos", "LA"),
        ("Syria", "SY"),
        ("Macao", "MO"),
        ("Republic of Macedonia", "MK"),
        ("North Macedonia", "MK"),
        ("Republic of North Macedonia", "MK"),
        ("Democratic Republic of the Congo", "CD"),
        ("The Democratic Republic Of Congo", "CD"),
        ("Congo", "CG"),
        ("Congo - Brazzaville", "CG"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Czech Republic", "CZ"),
        ("Czechia", "CZ"),
        ("Swaziland", "SZ"),
        ("Eswatini", "SZ"),
        ("Cape Verde", "CV"),
        ("Palestine", "PS"),
        ("Occupied Palestinian Territory", "PS"),
        ("Bosnia and Herzegovina", "BA"),
        ("Bosnia & Herzegovina", "BA"),
        ("Isle Of Man", "IM"),
        ("Kosovo", "XK"),
        ("Vatican", "VA"),
        ("Holy See", "VA"),
        ("U.S. Virgin Islands", "VI"),
        ("Reunion", "RE"),
        ("Saint Kitts and Nevis", "KN"),
        ("St. Vincent & Grenadines", "VC"),
        ("The Bahamas", "BS"),
        ("the netherlands", "NL"),
        ("  South\xa0Africa ", "ZA"),
        ("Georgia", "GE"),
        ("Alemania", "DE"),
        ("Германия", "DE"),
        ("DK", "DK"),
        ("YU", "YU"),
        ("XWG", "DE"),
        ("Europe", None),
        ("Korea", None),
        ("Freedonia", None),
        ("dk", None),
        ("EU", None),
        ("", None),
    ],
)
def test_country_code(name, code):
    assert country_code(name) == code


def test_a_remark_is_no_code():
    assert country_among(["TV", "UK", "USA"]) == ("GB", ["TV", "USA"])
    assert country_among(["DVD"]) == (None, ["DVD"])


def test_country_member():
    assert country_member({"country": "TV"}) == ("TV", [])
    assert country_member({"country": "Freedonia", "notes": ["cut"]}) == (None, ["Freedonia", "cut"])
    assert country_member({"country": None, "notes": "cut"}) == (None, [])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DE"),
        ("Worldwide", "001"),
        ("World", "001"),
        ("Europe", "150"),
        ("Africa", "002"),
        ("Asia", "142"),
        ("Latin America", "419"),
        ("North America", "003"),
        ("South America", "005"),
        ("US & Canada", "US+CA"),
        ("USA & Canada", "US+CA"),
        ("United States and Canada", "US+CA"),
        ("Domestic", "US+CA"),
        ("Non-USA", ""),
        ("Foreign", ""),
        ("limited", None),
        ("Freedonia", None),
    ],
)
def test_area(name, code):
    assert area_named(name) == code


@pytest.mark.parametrize(("name", "code"), [*ALIASES.items(), *RETIRED.items()])
def test_every_name_of_the_tables(name, code):
    assert country(name) == Country(code=code, name=name)
    assert country_code(f" {name.upper()}") == code


@pytest.mark.parametrize(("name", "code"), AREAS.items())
def test_every_area_of_the_table(name, code):
    assert area_named(name) == code


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("UK", Country(code="GB", name="UK")),
        (" Hong\n Kong", Country(code="HK", name="Hong Kong")),
        ("Korea", Country(code=None, name="Korea")),
        ({"code": "KR", "name": "South Korea"}, Country(code="KR", name="South Korea")),
        ({"code": "XWG", "name": "West Germany"}, Country(code="DE", name="West Germany")),
        ({"code": None, "name": "USA"}, Country(code="US", name="USA")),
        ({"code": "US"}, Unparsed("{'code': 'US'}")),
        ({}, None),
        ("", None),
        ("12", Unparsed("12")),
    ],
)
def test_country(raw, expected):
    assert country(raw) == expected


@pytest.mark.parametrize("raw", ["Freedonia", {"code": "XFR", "name": "Freedonia"}])
def test_unknown_country_is_noted(raw):
    assert country(raw) == Noted(Country(code=None, name="Freedonia"), "unknown_code", "Freedonia")


@pytest.mark.parametrize("processor", [country, country_code, area_named])
@given(raw=st.text() | st.lists(NAMES).map("".join))
def test_no_text_raises(processor, raw):
    value = processor(raw)
    if isinstance(value, Unparsed):
        assert value.raw == raw
    if not raw.strip():
        assert value is None
