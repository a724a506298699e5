"""Names of places for people: the section, the label or path in it, without how it is read."""

from __future__ import annotations

import re
from functools import singledispatch
from itertools import chain
from typing import TYPE_CHECKING, Any

from filmspider.rules import html, text
from filmspider.rules.base import spelled
from filmspider.rules.linked import Ld
from filmspider.rules.script import Script, Shown, With

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from filmspider.rules import Place

_PARTS = ("section", "part", "names", "name")
"""Attributes of a place that say in which part of the page it is."""
_FINDERS = ("finder", "find")
"""Attributes of a place for what reads in that part."""
_NAMED_BY = ("path", "pattern", "name", "read", "__name__")
"""Attributes of a finder that say where it looks, the first that it has."""
_WHOLE = {"", ".", "self::*", "own_content", "own_text", "lines"}
"""Finders' words for the whole block or section."""


@singledispatch
def place_name(place: Place) -> str:
    """Return where *place* is, for people.

    >>> place_name(html.Labelled("details", "Budget:", finder=len))
    'details: "Budget:"'
    >>> place_name(Ld("aggregateRating", "ratingValue"))
    'JSON-LD: aggregateRating.ratingValue'
    """
    outer = _first(place, _PARTS)
    if outer is None:
        return spelled(place)
    labels = " or ".join(f'"{label}"' for label in getattr(place, "labels", ()))
    part = outer if isinstance(outer, str) else " or ".join(outer)
    return _joined(part, labels or _finder_name(_first(place, _FINDERS)))


@place_name.register(html.LabelledAreas)
@place_name.register(text.LabelledAreas)
def _(place: html.LabelledAreas | text.LabelledAreas) -> str:
    return _joined(place.section, f"labels like {_pattern(place.pattern)}")


@place_name.register
def _(place: Ld) -> str:
    return _joined("JSON-LD", ".".join(place.path))


@place_name.register
def _(place: Script) -> str:
    return _joined("script", " or ".join(dict.fromkeys(_paths(place.find))))


@place_name.register
def _(place: Shown) -> str:
    return _joined("displayed", f'"{place.mark.decode()}"')


@place_name.register
def _(place: With) -> str:
    return " with ".join(map(place_name, (place.place, *place.others.values())))


@place_name.register
def _(_place: text.Address) -> str:
    return "the page's address"


def _joined(section: str, inside: str) -> str:
    return f"{section}: {inside}" if inside else section


def _first(thing: Any, names: Iterable[str]) -> Any:
    """Return the first of the attributes that *thing* has."""
    return next((getattr(thing, name) for name in names if hasattr(thing, name)), None)


def _finder_name(finder: Any) -> str:
    """Return the path or pattern of the innermost finder."""
    inner = getattr(finder, "finder", None)
    if inner is not None:
        return "/".join(filter(None, [getattr(finder, "tag", ""), _finder_name(inner)]))
    name = _pattern(_first(finder, _NAMED_BY) or "")
    return "" if name in _WHOLE else name


def _pattern(words: Any) -> str:
    """Return a path as it is, a pattern between slashes, a function by its name."""
    if isinstance(words, re.Pattern):
        return f"/{words.pattern}/"
    return " ".join(str(getattr(words, "__name__", words)).split())


def _paths(find: Any) -> Iterator[str]:
    """Yield the paths that a finder in script data looks at, without those inside what it finds there."""
    paths = getattr(find, "paths", ()) or ((find.path,) if hasattr(find, "path") else ())
    yield from (str(getattr(path, "text", path)) for path in paths)
    if hasattr(find, "texts"):
        yield "".join(find.texts)
    inner = [find.finder] if hasattr(find, "finder") else getattr(find, "finders", ())
    yield from chain.from_iterable(map(_paths, inner))
