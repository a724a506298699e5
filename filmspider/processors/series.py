"""Where an episode stands, and what a series holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import Episode
from filmspider.processors.ids import title_id
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import plain
from filmspider.processors.titles import season_episode, unquoted

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEASON = re.compile(r"\d{1,4}")


def episode(raw: Mapping[str, Any]) -> Episode | None:
    """Read a place in a series from ``series`` (a link), ``title`` and ``number`` ("Season 2 | Episode 5").

    >>> episode({"series": "/title/tt1051942?ref_=tt_ov_inf", "title": "Missing Persons Unit", "number": "Season 2"})
    Episode(series_id='tt1051942', series_title='Missing Persons Unit', season=2, episode=None)
    """
    season, number = season_episode(raw.get("number") or "")
    name = plain(raw.get("title") or "")
    series = title_id(raw.get("series") or "")
    if series is None and name is None and season is None and number is None:
        return None
    return Episode(series_id=series, series_title=unquoted(name) if name else None, season=season, episode=number)


def season(raw: str) -> int | Unparsed | None:
    """Read the number of a season.

    >>> season("7")
    7
    """
    text = raw.strip()
    if _SEASON.fullmatch(text):
        return int(text)
    return Unparsed(text) if text and text.lower() not in {"unknown", "see all"} else None
