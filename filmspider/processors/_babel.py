"""Babel's names of countries, languages and months, as tables from a name to what it means.

English goes first: it is the language of all older pages, and a name that two languages use differently keeps its
English meaning. The other languages are those in which newer pages are served.
"""

from __future__ import annotations

from typing import Literal

from babel import Locale

from filmspider.processors.text import fold

_LOCALES = tuple(map(Locale, ("en", "es", "fr", "de", "it", "pt", "sv", "ru", "hi")))


def name_key(name: str) -> str:
    """Return the form under which a name is looked up: whatever its case, points, ampersands and article.

    >>> name_key("The U.S.A."), name_key("St. Kitts & Nevis"), name_key("Saint Kitts and Nevis")
    ('usa', 'st kitts and nevis', 'st kitts and nevis')
    """
    key = fold(name).casefold().replace("&", "and").replace("\u2019", "'").replace("\u02bc", "'").replace(".", "")
    return key.removeprefix("the ").replace("saint ", "st ")


def codes_by_name(kind: Literal["territories", "languages"]) -> dict[str, str]:
    """Return Babel's codes by the names of all our languages; the first language that knows a name decides.

    >>> codes_by_name("territories")["alemania"]
    'DE'
    """
    codes: dict[str, str] = {}
    for locale in _LOCALES:
        for code, name in getattr(locale, kind).items():
            codes.setdefault(name_key(name), code)
    return codes


def months_by_name() -> dict[str, int]:
    """Return month numbers by full and short names, lower case and without points.

    >>> months = months_by_name()
    >>> months["sept"], months["octubre"], months["октября"], months["октябрь"]
    (9, 10, 10, 10)
    """
    return {
        fold(name).casefold().rstrip("."): number
        for locale in _LOCALES
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[form][width].items()
    }
