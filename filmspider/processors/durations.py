"""Running times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from filmspider.items import Runtime
from filmspider.processors._figures import LIMIT
from filmspider.processors._shared import unread, unread_parts, whole
from filmspider.processors.outcome import Noted, Unparsed
from filmspider.processors.places import country_among, country_member
from filmspider.processors.text import fold, trailing_notes

_HOUR: Final = (
    "hours|hour|hrs|hr|h|heures|heure|horas|hora|ore|ora|stunden|stunde|std|timmar|timme|tim|часов|часа|час|ч"
)
_MINUTE: Final = "minutes|minute|mins|min|m|minutos|minuto|minuti|minuten|minuter|minut|минуты|минута|минут|мин"
_SECOND: Final = "seconds|second|secs|sec|s"

_MINUTES: Final = re.compile(r"([0-9]{1,6})\s?min")
_WORDS: Final = re.compile(
    rf"(?:([0-9]{{1,4}})\s?(?:{_HOUR})\.?(?![^\W\d_]))?\s{{0,3}}(?:([0-9]{{1,6}})\s?(?:{_MINUTE})\.?(?![^\W\d_]))?"
    rf"\s{{0,3}}(?:([0-9]{{1,6}})\s?(?:{_SECOND})\.?)?",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"PT(?:([0-9]{1,4})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})(?:\.[0-9]{1,9})?S)?")
_CLOCK: Final = re.compile(r"\s*(?:([0-9]{1,3}):(?=[0-5]?[0-9]:))?([0-9]{1,3}):([0-5][0-9])\s*")
_BETWEEN: Final = re.compile(r"\||\s/\s")
_COUNTRY_FIRST: Final = re.compile(r"([^:\d()]+):\s*(.*)")


def minutes(raw: str | int) -> int | Unparsed | None:
    """Read a running time in whole minutes, floored; a number from script data is in seconds.

    >>> minutes("136 min"), minutes("2h 16min"), minutes("2 hours"), minutes("PT2H16M"), minutes(5443)
    (136, 136, 120, 136, 90)
    """
    if isinstance(raw, int):
        return raw // 60 if 0 <= raw < LIMIT else Unparsed(str(raw))
    seconds = _seconds(raw)
    return unread(raw) if seconds is None else seconds // 60


def _seconds(text: str) -> int | None:
    text = text.strip()
    found = _MINUTES.fullmatch(text)
    if found:
        return int(found[1]) * 60
    found = _ISO.fullmatch(text) or _WORDS.fullmatch(text)
    if not found or not any(found.groups()):
        return None
    hours, mins, secs = (int(part or 0) for part in found.groups())
    return hours * 3600 + mins * 60 + secs


def runtimes(raw: str | Mapping[str, Any]) -> list[Runtime] | Noted | Unparsed | None:
    """Read running times parted by bars, or one as a mapping of ``seconds country notes``.

    Brackets without a figure are nothing. Where only some can be read they are noted as ``unparsed``.

    >>> [(one.minutes, one.country, one.notes) for one in runtimes("154 min | USA:168 min (special edition)")]
    [(154, None, []), (168, 'US', ['special edition'])]
    >>> runtimes("| (TV)")
    []
    """
    if isinstance(raw, Mapping):
        return _from_parts(raw)
    values: list[Runtime] = []
    unknown: list[str] = []
    for piece in _BETWEEN.split(fold(raw)):
        value = _runtime(piece.strip())
        if isinstance(value, Runtime):
            values.append(value)
        elif value:
            unknown.append(value.raw)
    if unknown:
        return Noted(values, "unparsed", " | ".join(unknown)) if values else Unparsed(raw)
    return values if raw.strip() else None


def _from_parts(parts: Mapping[str, Any]) -> list[Runtime] | Unparsed | None:
    seconds = whole(parts.get("seconds"))
    if seconds is None:
        return unread_parts(parts)
    country, notes = country_member(parts)
    return [Runtime(minutes=seconds // 60, country=country, notes=notes)]


def _runtime(piece: str) -> Runtime | Unparsed | None:
    head, remarks = trailing_notes(piece)
    if not head:
        return None
    named = _COUNTRY_FIRST.fullmatch(head)
    if named:
        head, remarks = named[2], [named[1].strip(), *remarks]
    seconds = _seconds(head)
    if seconds is None:
        return Unparsed(piece)
    country, notes = country_among(remarks)
    return Runtime(minutes=seconds // 60, country=country, notes=notes)


def clock(raw: str | int) -> int | Unparsed | None:
    """Read the length of a video in seconds; a number from script data is in seconds already.

    >>> clock("2:37"), clock("1:02:03"), clock("PT2M37S")
    (157, 3723, 157)
    """
    if isinstance(raw, int):
        return raw if 0 <= raw < LIMIT else Unparsed(str(raw))
    found = _CLOCK.fullmatch(raw)
    if found:
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    seconds = _seconds(raw)
    return unread(raw) if seconds is None else seconds
