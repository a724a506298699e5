"""What follows from other fields of a record."""

from __future__ import annotations

from typing import Any

from filmspider.items import TitleType

_SERIES = frozenset({TitleType.TV_SERIES, TitleType.TV_MINI_SERIES, TitleType.PODCAST_SERIES})


def fields(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that follow from *values*, to be put in their place.

    >>> fields({"title": "Aladdin", "original_title": "Aladdin", "genres": ["Animation", "Short"]})
    {'title_type': <TitleType.SHORT: 'short'>, 'runtime_minutes': None, 'original_title': None, 'creators': []}
    """
    title_type = _title_type(values)
    found = {
        "title_type": title_type,
        "runtime_minutes": next((runtime.minutes for runtime in values.get("runtimes", ())), None),
        "original_title": _unless_same(values.get("original_title"), values["title"]),
    }
    if title_type not in _SERIES:
        found["creators"] = []
    return found


def _title_type(values: dict[str, Any]) -> TitleType:
    stated: TitleType = values.get("title_type", TitleType.MOVIE)
    return TitleType.SHORT if stated is TitleType.MOVIE and "Short" in values.get("genres", ()) else stated


def _unless_same(original: str | None, title: str) -> str | None:
    return None if original is None or original.casefold() == title.casefold() else original
