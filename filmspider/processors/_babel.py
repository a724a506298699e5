"""Babel's names of countries, languages and months, and what they mean.

English goes first: it is the language of all older pages, and a name that two languages use differently keeps its
English meaning. The other languages are those in which newer pages are served; their tables are made once a name is not
English.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from babel import Locale

from filmspider.processors.text import fold

Kind = Literal["territories", "languages"]

ENGLISH = Locale("en")
_LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "sv", "ru", "hi")


def name_key(name: str) -> str:
    """Return the form under which a name is looked up: whatever its case, points, ampersands and article.

    >>> name_key("The U.S.A."), name_key("St. Kitts & Nevis"), name_key("Saint Kitts and Nevis")
    ('usa', 'st kitts and nevis', 'st kitts and nevis')
    """
    key = fold(name).casefold().replace("&", "and").replace("\u2019", "'").replace("\u02bc", "'").replace(".", "")
    return key.removeprefix("the ").replace("saint ", "st ")


def code_by_name(kind: Kind, key: str) -> str | None:
    """Return Babel's code for what has a name with this *key* in the first of our languages that knows it.

    >>> code_by_name("territories", "alemania"), code_by_name("languages", "vulcan")
    ('DE', None)
    """
    return next((codes[key] for language in _LANGUAGES if key in (codes := _codes(kind, language))), None)


def month_by_name(name: str) -> int | None:
    """Return the number of a month by its full or short name in any of our languages, without points.

    >>> [month_by_name(name) for name in ("Sept", "octubre", "октября", "октябрь", "Frimaire")]
    [9, 10, 10, 10, None]
    """
    key = name.casefold()
    return next((months[key] for language in _LANGUAGES if key in (months := _months(language))), None)


@cache
def _codes(kind: Kind, language: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, name in getattr(Locale(language), kind).items():
        codes.setdefault(name_key(name), code)
    return codes


@cache
def _months(language: str) -> dict[str, int]:
    return {
        fold(name).casefold().rstrip("."): number
        for forms in Locale(language).months.values()
        for width in ("wide", "abbreviated")
        for number, name in forms[width].items()
    }
