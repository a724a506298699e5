"""Finders for the two lists that a page has most rows of; each row is gone through once, without paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.rules.finders import _Finder, own_content, own_lines, own_text

if TYPE_CHECKING:
    from filmspider.rules.base import Raw
    from filmspider.rules.finders import Element

_RATED = re.compile(r"[\d.]+/10")


class CastRows(_Finder):
    """One mapping for every matching row of a cast list, whose last cells are the name, mostly dots, and the role.

    There may be hundreds, so that nothing is looked for but these cells; paths would take three times as long.
    """

    __slots__ = ()

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        """Return ``id``, ``name`` and ``role`` of each row."""
        return [_cast_member(row) for row in self.find(element) if len(row) > 1]


def _cast_member(row: Element) -> dict[str, Raw]:
    name = row[-3] if row[-2].get("class") == "ellipsis" and len(row) > 2 else row[-2]  # noqa: PLR2004 - three cells
    link = next(name.iterchildren("a"), name)
    inner = link[0] if len(link) == 1 and not (link.text or "").strip() else link
    return {"id": link.get("href", ""), "name": own_text(inner), "role": own_content(row[-1])}


class RecommendationRows(_Finder):
    """One mapping for every matching block of the recommendations of 2010 to 2021; the path starts at the list."""

    __slots__ = ()

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        """Return what each block states of ``id title year rating genres plot directors stars``."""
        listed = (block for block in element.iter("div") if block.get("class") == "rec_overviews")
        overviews = next(listed, None)
        return [] if overviews is None else [_recommendation(block) for block in self.find(overviews)]


def _recommendation(block: Element) -> dict[str, Raw]:
    found: dict[str, Raw] = {}
    for half in block.iterchildren("div"):
        for part in half.iterchildren("div"):
            kind = part.get("class", "").partition(" ")[0]
            if kind == "rec-title":
                found |= _heading(part)
            elif kind == "rec-cert-genre":
                found["genres"] = own_lines(part)
            elif kind == "rec-rating":
                found |= _rating_and_plot(part)
            elif kind in _PEOPLE:
                found[_PEOPLE[kind]] = own_text(part)
    return found


_PEOPLE = {"rec-director": "directors", "rec-actor": "stars"}


def _heading(part: Element) -> dict[str, Raw]:
    """The link, then a numeral, then the year in brackets; either may be missing."""
    link = next(part.iterchildren("a"), None)
    if link is None:
        return {}
    year = own_text(part[-1]) if part[-1] is not link else ""
    return {"id": link.get("href", ""), "title": own_text(link), "year": year if year.startswith("(") else None}


def _rating_and_plot(part: Element) -> dict[str, Raw]:
    found: dict[str, Raw] = {}
    for child in part.iterchildren("div"):
        kind = child.get("class", "").partition(" ")[0]
        if kind == "rating" and (rated := _RATED.search(child.get("title", ""))):
            found["rating"] = rated.group()
        elif kind == "rec-outline":
            found["plot"] = own_text(child)
    return found
