import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Language
from filmspider.processors import Noted, Unparsed
from filmspider.processors._language_names import ALIASES, NO_DIALOGUE, WITHOUT_CODE
from filmspider.processors.languages import language


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("English", "en"),
        ("Mandarin", "cmn"),
        ("Chinese", "zh"),
        ("Cantonese", "yue"),
        ("None", "zxx"),
        ("No dialogue", "zxx"),
        ("Silent", "zxx"),
        ("American Sign Language", "ase"),
        ("British Sign Language", "bfi"),
        ("Filipino", "fil"),
        ("Tagalog", "tl"),
        ("Norwegian", "no"),
        ("Serbo-Croatian", "sh"),
        ("Min Nan", "nan"),
        ("Hokkien", "nan"),
        ("Shanghainese", "wuu"),
        ("Greek", "el"),
        ("Greek, Ancient (to 1453)", "grc"),
        ("Ancient Greek", "grc"),
        ("Egyptian (Ancient)", "egy"),
        ("Bengali", "bn"),
        ("Klingon", "tlh"),
        ("Persian", "fa"),
        ("Farsi", "fa"),
        ("Dari", "prs"),
        ("Haitian", "ht"),
        ("Haitian Creole", "ht"),
        ("Sinhala", "si"),
        ("Sinhalese", "si"),
        ("Aramaic", "arc"),
        ("Flemish", "nl"),
        ("Malayalam", "ml"),
        ("Tamil", "ta"),
        ("Korean", "ko"),
        ("Ladino", "lad"),
        ("Inglés", "en"),
        ("Французский", "fr"),
        ("Berber languages", None),
    ],
)
def test_language(name, code):
    assert language(name) == Language(code=code, name=name)


def test_every_name_of_the_tables():
    for name, code in [*ALIASES.items(), *((name, "zxx") for name in NO_DIALOGUE), *((n, None) for n in WITHOUT_CODE)]:
        assert language(name) == Language(code=code, name=name)


def test_tables_do_not_contradict_each_other():
    assert not (ALIASES.keys() & WITHOUT_CODE)
    assert not (set(Locale("en").languages.values()) & WITHOUT_CODE)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"code": "ja", "name": "Japanese"}, Language(code="ja", name="Japanese")),
        ({"code": "qab", "name": "Hokkien"}, Language(code="nan", name="Hokkien")),
        ({"code": "kfr", "name": "Kutchi"}, Noted(Language(code=None, name="Kutchi"), "unknown_code", "Kutchi")),
        ({"code": "fi", "name": "Suomi"}, Language(code="fi", name="Suomi")),
        ({"code": "en"}, Unparsed("{'code': 'en'}")),
        ({}, None),
        ("", None),
        ("12", Unparsed("12")),
        ("Vulcan", Noted(Language(code=None, name="Vulcan"), "unknown_code", "Vulcan")),
        (
            "Multiple languages",
            Noted(Language(code=None, name="Multiple languages"), "unknown_code", "Multiple languages"),
        ),
    ],
)
def test_language_of_parts_and_unknown_ones(raw, expected):
    assert language(raw) == expected


@given(st.text())
def test_no_text_raises(raw):
    value = language(raw)
    if isinstance(value, Unparsed):
        assert value.raw == raw
    if not raw.strip():
        assert value is None
