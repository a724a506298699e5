"""Other titles and the countries where they are used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import Aka
from filmspider.processors.outcome import Unparsed
from filmspider.processors.places import country_code
from filmspider.processors.text import fold, trailing_notes, without_controls
from filmspider.processors.titles import unquoted

if TYPE_CHECKING:
    from collections.abc import Mapping

_MORE = re.compile(r"(?<=\)) more$")  # the oldest pages' link
_NOWHERE = frozenset(
    {"Europe", "International", "Korea", "Latin America", "World-wide", "Worldwide", "undefined", "unknown"}
)
_REMARK = re.compile(r".*\b(?:title|spelling|abbreviation)")
_CODE_LENGTH = 2
_ITEM = re.compile(r"\s*([^(),]+?)\s*((?:\([^()]*\)\s*)*)(?:,|$)")


def akas(raw: str | Mapping[str, Any]) -> list[Aka] | Unparsed | None:
    """Read one other title with its countries, one entry a country.

    Forms are ``"Title" - Country (note), Country``, ``Title (Country, note)``, the title alone, and a mapping of
    ``title``, ``country`` and ``notes``.

    >>> [(aka.country, aka.notes) for aka in akas('"Gandhi" - Argentina, Mexico (imdb display title) , Peru, Spain')]
    [('AR', ['imdb display title']), ('MX', ['imdb display title']), ('PE', []), ('ES', [])]
    """
    if not isinstance(raw, str):
        return _from_parts(raw)
    text = _MORE.sub("", without_controls(fold(raw)))
    if not text:
        return None
    title, places = _after_dash(text) or _in_brackets(text) or _without_place(text)
    title = unquoted(title)
    return [Aka.of(title=title, country=country, notes=notes) for country, notes in places]


_Places = list[tuple[str | None, list[str]]]


def _place(name: str) -> tuple[str | None, list[str]] | None:
    """Return the code of a country, or the name of no one country as a note."""
    if name in _NOWHERE:
        return None, [name]
    code = country_code(name) if len(name) > _CODE_LENGTH or name == "UK" else None  # "It" is no country here
    return (code, []) if code else None


def _after_dash(text: str) -> tuple[str, _Places] | None:
    """Read ``"Title" - Country, Country (note)``; a note holds for the countries listed since the note before."""
    title, dash, after = text.rpartition('" - ') if '" - ' in text else text.rpartition(" - ")
    title += '"' if dash.startswith('"') else ""
    places: _Places = []
    noted = end = 0
    while dash and end < len(after) and (item := _ITEM.match(after, end)):
        place = _place(item[1])
        if place is None:
            return None
        places.append(place)
        notes = trailing_notes(item[2].strip())[1]
        if notes:
            for _, notes_there in places[noted:]:
                notes_there.extend(notes)
            noted = len(places)
        end = item.end()
    return (title.strip(), places) if places and end == len(after) and title.strip() else None


def _in_brackets(text: str) -> tuple[str, _Places] | None:
    """Read ``Title (Country, note) (note)``; brackets before the country's belong to the title."""
    head, brackets = trailing_notes(text)
    for index, bracket in enumerate(brackets):
        listed, _, remark = bracket.partition(": ")  # "Canada: French title"
        names = [name.strip() for name in listed.split(",")]
        place = _place(names[0]) if names[0] else None
        if place and (head or index):
            code, notes = place
            title = " ".join([head, *(f"({before})" for before in brackets[:index])]).strip()
            return title, _with_notes(code, [*notes, *names[1:], remark], brackets[index + 1 :])
    return None


def _without_place(text: str) -> tuple[str, _Places]:
    head, brackets = trailing_notes(text)
    return (head, [(None, brackets)]) if head and all(map(_REMARK.fullmatch, brackets)) else (text, [(None, [])])


def _with_notes(code: str | None, names: list[str], notes: list[str]) -> _Places:
    codes = [code, *filter(None, map(country_code, filter(None, names)))]
    others = [name for name in names if name and not country_code(name)]
    return [(one, [*others, *notes]) for one in codes]


def _from_parts(raw: Mapping[str, Any]) -> list[Aka] | Unparsed | None:
    title, name = (fold(raw.get(key) or "") for key in ("title", "country"))
    given = raw.get("notes") or []
    notes = [fold(note).strip("() ") for note in ([given] if isinstance(given, str) else given)]
    place = _place(name) if name else (None, [])
    if not title or place is None:
        return Unparsed(f"{title} - {name}") if title or name else None
    code, own = place
    return [Aka(title=unquoted(title), country=code, notes=[*own, *filter(None, notes)])]
