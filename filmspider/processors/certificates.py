"""Age ratings with their country, notes and reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import Certificate
from filmspider.processors.outcome import Unparsed
from filmspider.processors.places import country_code
from filmspider.processors.text import fold, trailing_notes, without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 40  # "Tous publics avec avertissement" is the longest rating met
_RATED = re.compile(r"Rated (?P<rating>[A-Z][A-Z\d/+-]*)(?=[\s.]|$)\.?\s*(?P<rest>.*)", re.ASCII)


def certificate(raw: str | Mapping[str, Any]) -> Certificate | Unparsed | None:
    """Read a certificate.

    Forms are a header's rating alone, ``Country:rating (notes)``, and a mapping of ``rating``, ``country``, ``notes``
    and ``reason``.

    >>> certificate("Finland:K-16 (1989) (cut)")
    Certificate(rating='K-16', country='FI', notes=['1989', 'cut'], reason=None)
    >>> certificate("See all certifications »") is None
    True
    """
    if not isinstance(raw, str):
        return _from_parts(raw)
    text = without_controls(fold(raw))
    if text.startswith("Rated "):
        return mpaa(text)
    place, colon, rest = text.partition(":")
    country = country_code(place.strip()) if colon else None
    if colon and country is None:
        return Unparsed(raw)
    rating, notes = _rating_and_notes(rest if colon else text)
    if 0 < len(rating) <= _LONGEST:
        return Certificate.of(rating=rating, country=country, notes=notes)
    return Unparsed(raw) if text else None


def _rating_and_notes(text: str) -> tuple[str, list[str]]:
    text = text.strip(": ")
    rating, notes = trailing_notes(text)
    if notes and text.startswith("(", len(rating)) and not rating.endswith(":"):  # "(Banned) (1994)", "R(A)"
        return f"{rating}({notes[0]})", notes[1:]
    return rating.strip(": "), notes  # "PG::(most episodes)"


def _from_parts(raw: Mapping[str, Any]) -> Certificate | Unparsed | None:
    rating, place, reason = (fold(raw.get(key) or "") for key in ("rating", "country", "reason"))
    given = raw.get("notes") or []
    notes = trailing_notes(fold(given))[1] if isinstance(given, str) else [fold(note).strip("() ") for note in given]
    if not rating:
        stated = reason or place
        return Unparsed(stated) if stated else None
    country = country_code(place) if place else None
    if place and country is None:
        return Unparsed(f"{place}:{rating}")
    rating, own_notes = _rating_and_notes(rating)
    if not rating:
        return None
    return Certificate(rating=rating, country=country, notes=[*own_notes, *filter(None, notes)], reason=reason or None)


def mpaa(raw: str) -> Certificate | Unparsed | None:
    """Read the explanation of the United States' board.

    >>> mpaa("Rated R for language and prison violence (certificate 33087)")
    Certificate(rating='R', country='US', notes=['certificate 33087'], reason='for language and prison violence')
    """
    text = without_controls(fold(raw))
    rated = _RATED.fullmatch(text)
    if rated is None:
        return Unparsed(raw) if text else None
    reason, notes = trailing_notes(rated["rest"].removesuffix("."))
    return Certificate(rating=rated["rating"], country="US", notes=notes, reason=reason.removesuffix(".") or None)
