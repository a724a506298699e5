"""Spoken languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from filmspider.items import Language
from filmspider.processors._babel import ENGLISH, code_by_name, name_key
from filmspider.processors._language_names import ALIASES, NO_DIALOGUE, WITHOUT_CODE
from filmspider.processors._shared import member, unread, unread_parts
from filmspider.processors.outcome import Noted, Unparsed
from filmspider.processors.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTER: Final = re.compile(r"[^\W\d_]")
_ISO_CODE: Final = re.compile(r"[a-z]{2,3}")
_NOT_LANGUAGES: Final = frozenset({"mul", "und"})

_OURS: Final = {name_key(name): code for name, code in ALIASES.items()} | dict.fromkeys(
    map(name_key, NO_DIALOGUE), "zxx"
)
_WITHOUT_CODE: Final = frozenset(map(name_key, WITHOUT_CODE))


def _iso(code: str | None) -> str | None:
    return code if code and _ISO_CODE.fullmatch(code) and code not in _NOT_LANGUAGES else None


_CODES: Final = frozenset(filter(_iso, ENGLISH.languages)) | set(_OURS.values())


def language(raw: str | Mapping[str, Any]) -> Language | Noted | Unparsed | None:
    """Read a spoken language: its name, or a mapping of ``code`` and ``name``, of which a known name decides.

    >>> language("Mandarin"), language("English")
    (Language(code='cmn', name='Mandarin'), Language(code='en', name='English'))
    >>> language("None")
    Language(code='zxx', name='None')
    """
    if isinstance(raw, str):
        return _language(raw)
    code, name = member(raw, "code"), member(raw, "name")
    if not name:
        return unread_parts(raw)
    value = _language(name)
    # The site's own codes (qab) are in the range that ISO 639 leaves to everybody, so only known ones are taken.
    return Language(code=code, name=name) if isinstance(value, Noted) and code in _CODES else value


@lru_cache(maxsize=1024)
def _language(raw: str) -> Language | Noted | Unparsed | None:
    name = fold(raw)
    if not _LETTER.search(name):
        return unread(raw)
    key = name_key(name)
    value = Language(code=_OURS.get(key) or _iso(code_by_name("languages", key)), name=name)
    return value if value.code or key in _WITHOUT_CODE else Noted(value, "unknown_code", name)
