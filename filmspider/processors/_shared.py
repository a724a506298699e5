"""What several processors need: what an unreadable value gives, and members of a mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filmspider.processors._figures import LIMIT
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping


def unread(raw: str) -> Unparsed | None:
    """Return what an unreadable *raw* gives: ``None`` where it states nothing at all.

    >>> unread("  ") is None, unread("n/a")
    (True, Unparsed(raw='n/a'))
    """
    return Unparsed(raw) if raw.strip() else None


def unread_parts(parts: Mapping[str, Any]) -> Unparsed | None:
    """Return what an unreadable mapping gives: ``None`` where no member states anything.

    >>> unread_parts({"date": None}) is None, unread_parts({"date": "soon"})
    (True, Unparsed(raw="{'date': 'soon'}"))
    """
    stated = {key: value for key, value in parts.items() if value not in (None, "", [])}
    return Unparsed(repr(stated)) if stated else None


def member(parts: Mapping[str, Any], key: str) -> str:
    """Return the text under *key*, folded; an empty string where there is none.

    >>> member({"name": " UK "}, "name"), member({"name": None}, "name")
    ('UK', '')
    """
    value = parts.get(key)
    return fold(value) if isinstance(value, str) else ""


def members(parts: Mapping[str, Any], key: str) -> list[str]:
    """Return the texts listed under *key*, folded, without empty ones.

    >>> members({"notes": ["director's  cut", ""]}, "notes")
    ["director's cut"]
    """
    values = parts.get(key)
    texts = [fold(value) for value in values if isinstance(value, str)] if isinstance(values, list | tuple) else []
    return [text for text in texts if text]


def whole(value: object) -> int | None:
    """Return *value* where script data gives a whole number of 0 or more, and none beyond any real figure.

    >>> whole(5443), whole(-1), whole(10**23), whole(True), whole("12")
    (5443, None, None, None, None)
    """
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LIMIT else None
