"""Countries and areas."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from filmspider.items import Country
from filmspider.processors._area_names import AREAS
from filmspider.processors._babel import ENGLISH, code_by_name, name_key
from filmspider.processors._country_names import ALIASES, NOT_COUNTRIES, RETIRED, SITE_CODES, WITHOUT_CODE
from filmspider.processors._shared import member, members, unread, unread_parts
from filmspider.processors.outcome import Noted, Unparsed
from filmspider.processors.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTER: Final = re.compile(r"[^\W\d_]")

_OURS: Final = {name_key(name): code for names in (ALIASES, RETIRED) for name, code in names.items()}
_WITHOUT_CODE: Final = frozenset(map(name_key, WITHOUT_CODE))

_AREAS: Final = {name_key(name): code for name, code in AREAS.items()}
"""Codes by name; empty for the areas that have none."""


def _country_code(code: str | None) -> str | None:
    return code if code and code.isalpha() and code not in NOT_COUNTRIES else None


def _area_code(code: str | None) -> str | None:
    return code if code and code.isdigit() else None


_CODES: Final = {code: code for code in (*filter(_country_code, ENGLISH.territories), *_OURS.values())}
_BY_CODE: Final = _CODES | SITE_CODES | {"UK": "GB"}


@lru_cache(maxsize=4096)
def country_code(name: str) -> str | None:
    """Return the alpha-2 code of a country by its name or code; ``None`` where it is not known or has none.

    >>> country_code("UK"), country_code("West Germany"), country_code("Soviet Union"), country_code("DK")
    ('GB', 'DE', 'SU', 'DK')
    >>> country_code("Europe") is None
    True
    """
    return _BY_CODE.get(name.strip()) or country_named(name)


@lru_cache(maxsize=4096)
def country_named(name: str) -> str | None:
    """Return the code of a country by its name alone, for remarks: ``TV`` there is television, not Tuvalu.

    >>> country_named("Türkiye"), country_named("TV")
    ('TR', None)
    """
    key = name_key(name)
    return _OURS.get(key) or _country_code(code_by_name("territories", key))


def country_among(remarks: list[str]) -> tuple[str | None, list[str]]:
    """Return the code of the first remark that names a country, and the other remarks.

    >>> country_among(["1985", "edited", "United States"])
    ('US', ['1985', 'edited'])
    """
    for place, remark in enumerate(remarks):
        code = country_named(remark)
        if code:
            return code, remarks[:place] + remarks[place + 1 :]
    return None, remarks


def country_member(parts: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    """Return the code of the ``country`` of a mapping, and its ``notes``, to which an unknown country is added.

    >>> country_member({"country": "DK", "notes": ["limited"]})
    ('DK', ['limited'])
    """
    place, notes = member(parts, "country"), members(parts, "notes")
    code = country_code(place)
    return code, notes if code or not place else [place, *notes]


@lru_cache(maxsize=1024)
def area_named(name: str) -> str | None:
    """Return the code of an area by its name alone: empty for a known one without a code, ``None`` for no area.

    >>> area_named("Germany"), area_named("Non-USA"), area_named("limited")
    ('DE', '', None)
    """
    key = name_key(name)
    return country_named(name) or _AREAS.get(key, _area_code(code_by_name("territories", key)))


def country(raw: str | Mapping[str, Any]) -> Country | Noted | Unparsed | None:
    """Read a country of origin: its name, or a mapping of ``code`` and ``name``.

    >>> country("UK")
    Country(code='GB', name='UK')
    >>> country("Freedonia")
    Noted(value=Country(code=None, name='Freedonia'), code='unknown_code', detail='Freedonia')
    """
    if isinstance(raw, str):
        return _country(raw)
    code, name = country_code(member(raw, "code")), member(raw, "name")
    if not name:
        return unread_parts(raw)
    return Country(code=code, name=name) if code else _country(name)


@lru_cache(maxsize=1024)
def _country(raw: str) -> Country | Noted | Unparsed | None:
    name = fold(raw)
    if not _LETTER.search(name):
        return unread(raw)
    code = country_code(name)
    value = Country(code=code, name=name)
    return value if code or name_key(name) in _WITHOUT_CODE else Noted(value, "unknown_code", name)
