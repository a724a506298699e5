"""Another title that a page recommends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import Recommendation
from filmspider.processors.ids import title_id
from filmspider.processors.numbers import rating
from filmspider.processors.outcome import Noted, Unparsed
from filmspider.processors.text import fold, prose
from filmspider.processors.titles import heading

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROLE = re.compile(r"^(?:Directors?|Stars?|Creators?|Writers?)\s*:\s*")
_MORE = re.compile(r",?\s*(?:and )?\d+ more credits?\s*»?$")
_CERTIFICATE = re.compile(r"^Certificate:\s*(?:Not Rated|\S*)\s*")
_YEAR = re.compile(r"\(((?:18[789]|19\d|20\d)\d)\)")
_SEPARATOR = re.compile(r"\s*\|\s*")


def recommendation(raw: Mapping[str, Any]) -> Recommendation | None:
    """Read a recommendation from its ``id``, ``title``, ``year``, ``rating``, ``genres``, ``plot`` and people.

    Genres, before which a certificate may stand, are parted by "|", names by commas after "Director:" or "Stars:";
    lists are taken as they are.

    >>> found = recommendation({"id": "tt0095327", "title": "96", "year": "(II) (2018)", "rating": "8.6/10"})
    >>> found.title, found.year, found.rating
    ('96', 2018, 8.6)
    """
    title, year = _title_and_year(raw.get("title") or "", raw.get("year") or "")
    found = {
        "imdb_id": title_id(raw.get("id") or ""),
        "title": title,
        "year": year,
        "rating": _known(rating, raw.get("rating"), None),
        "genres": _split(raw.get("genres"), _SEPARATOR),
        "plot": _known(prose, raw.get("plot"), None),
        "directors": names(raw.get("directors")),
        "stars": names(raw.get("stars")),
    }
    return Recommendation.model_validate(found) if any(found.values()) else None


def _title_and_year(title: str, year: str | int) -> tuple[str | None, int | None]:
    """Read them as a heading; most are a plain title and a year in brackets, which need none of its care."""
    plain = _YEAR.fullmatch(year) if isinstance(year, str) else None
    if plain and title and title[0].isalnum() and title[-1].isalnum():
        return fold(title), int(plain[1])
    named = heading(f"{title} {year}")
    return named.title, named.year


def names(raw: str | list[str] | None) -> list[str]:
    """Split names parted by commas.

    >>> names("Stars: Nim Chimpsky, Stephanie LaFarge, Herbert Terrace")
    ['Nim Chimpsky', 'Stephanie LaFarge', 'Herbert Terrace']
    >>> names("Directors: William Cottrell, David Hand, and 4 more credits »")
    ['William Cottrell', 'David Hand']
    """
    if isinstance(raw, list):
        return [fold(name) for name in raw if name.strip()]
    listed = _ROLE.sub("", fold(raw or ""))
    if "more credit" in listed:
        listed = _MORE.sub("", listed)
    return [name for part in listed.split(",") if (name := part.strip())]


def _split(raw: str | list[str] | None, separator: re.Pattern[str]) -> list[str]:
    if isinstance(raw, list):
        return [part for entry in raw if (part := _CERTIFICATE.sub("", fold(entry)))]
    return [part for part in separator.split(fold(raw or "")) if part]


def _known(processor: Any, raw: Any, default: Any) -> Any:
    """Return what *processor* understands of *raw*; a part it does not understand costs only itself."""
    outcome = processor(raw) if raw is not None else None
    if isinstance(outcome, Noted):
        return outcome.value
    return default if outcome is None or isinstance(outcome, Unparsed) else outcome
