"""Finders for the two lists that a page has most rows of; each row is gone through once, without paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.rules.contents import content, own_lines, own_text, text_content
from filmspider.rules.finders import _Finder

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.rules.base import Raw
    from filmspider.rules.contents import Element

_HEADING = "rec-title"
_RATED = re.compile(r"(?<![\d.])[\d.]{1,9}/10")


class CastRows(_Finder):
    """One mapping for every matching row of a cast list, whose last cells are the name, mostly dots, and the role.

    There may be hundreds, so that nothing is looked for but these cells; paths would take three times as long.
    """

    __slots__ = ()

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        """Return ``id``, ``name`` and ``role`` of each row."""
        return [_cast_member(row) for row in self.find(element) if len(row) > 1]


def _cast_member(row: Element) -> dict[str, Raw]:
    *before, name, role = row[-3:]
    if before and _is_dots(name):
        name = before[0]
    link = name[0] if len(name) and name[0].tag == "a" else next(name.iterchildren("a"), name)
    return {"id": link.get("href", ""), "name": text_content(link), "role": content(role)}


def _is_dots(cell: Element) -> bool:
    return not len(cell) and not (cell.text or "").strip(" .\xa0\n")


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
    for part in block.iter("div"):
        kind = part.get("class", "").partition(" ")[0]
        if kind == _HEADING and found:  # this block is not closed: the next one stands in it
            break
        if kind in _PARTS:
            found |= _PARTS[kind](part)
    return found


def _heading(part: Element) -> dict[str, Raw]:
    """The link, then a numeral, then the year in brackets; either may be missing."""
    link = next(part.iterchildren("a"), None)
    if link is None:
        return {}
    year = own_text(part[-1]) if part[-1] is not link else ""
    return {"id": link.get("href", ""), "title": text_content(link), "year": year if year.startswith("(") else None}


def _rating(part: Element) -> dict[str, Raw]:
    rated = _RATED.search(part.get("title", ""))
    return {"rating": rated.group()} if rated else {}


_PARTS: dict[str, Callable[[Element], dict[str, Raw]]] = {
    _HEADING: _heading,
    "rec-cert-genre": lambda part: {"genres": own_lines(part)},
    "rating": _rating,
    "rec-outline": lambda part: {"plot": text_content(part)},
    "rec-director": lambda part: {"directors": text_content(part)},
    "rec-actor": lambda part: {"stars": text_content(part)},
}
"""What is read in the parts of a recommendation, by the first token of their class."""
