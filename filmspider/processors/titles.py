"""Headings, kinds of title, places of episodes and states of production."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from filmspider.items import TitleType
from filmspider.processors._kind_names import KINDS
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import fold, without_controls

_NO_TYPE = frozenset({"creativework", "thing"})
_OLD_MARKERS = {
    "TV": TitleType.TV_MOVIE,
    "V": TitleType.VIDEO,
    "VG": TitleType.VIDEO_GAME,
    "mini": TitleType.TV_MINI_SERIES,
}

_NUMERAL = r"[IVXLCDM]+"
_YEAR = r"(?:18[7-9]\d|19\d\d|20\d\d|2100)"
_LETTER = "A-Za-z\u00c0-\u1fff"
_KIND = rf"[{_LETTER}][{_LETTER} -]*"
_SITE = re.compile(r"^IMDb - |(?: - Reference View)? - IMDb$|\s+⭐.*$")
_BLOCK = re.compile(
    rf"(?P<text>.*?)(?:^|\s*)(?:\((?P<numeral>{_NUMERAL})\)\s*)?"
    rf"\((?:(?P<before>{_KIND}) )?(?P<year>{_YEAR}|\?{{4}})(?:/(?P<slashed>{_NUMERAL}))?"
    rf"(?P<range>\s?[-\u2013\u2014]\s?(?P<end>{_YEAR}|\?{{4}})?)?\s?(?P<after>{_KIND})?\s?\)"
    rf"(?:\s*\((?P<later>{_NUMERAL}|TV|VG|mini)\))?",
    re.ASCII,
)
_KIND_ALONE = re.compile(rf"(?P<text>.*?)\s*(?:\((?P<numeral>{_NUMERAL})\)\s*)?\((?P<kind>{_KIND})\)", re.ASCII)
_NUMERAL_ALONE = re.compile(r"[IVX]+", re.ASCII)
_QUOTED_SERIES = re.compile(r'"(?P<series>[^"]+)" (?P<title>.+)')
_QUOTE = re.compile('["“”]')
_ORIGINAL = re.compile(
    r"^(?:Original title:?|Originaltitel:|Titre original ?:|Título original:|Titolo originale:) |\s*\(original title\)$"
)

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_AFTER_KIND = re.compile(rf"\s+(?:(?i:aired|airs|released)\b|\(|(?:{_MONTH} )?\d).*$", re.ASCII)
_DATE = re.compile(rf"(?:\d{{1,2}} )?(?:{_MONTH} )?\d{{4}}\b", re.ASCII)
_SEASON_WORD = r"(?:\b(?:Season|Staffel|Saison|Temporada|Stagione) |\b[ST])"
_EPISODE_WORD = r"(?:\b(?:Episode|Folge|Episodio) |Épisode |Episódio |\bEp\.? ?|\bE|É)"
_NUMBER = r"(\d{1,5}|unknown)(?![^\W_])"
_SEASON = re.compile(_SEASON_WORD + _NUMBER, re.IGNORECASE | re.ASCII)
_EPISODE = re.compile(_EPISODE_WORD + _NUMBER, re.IGNORECASE | re.ASCII)
_HASH = re.compile(r"#(\d{1,5})\.(\d{1,5})\b", re.ASCII)
_NOT_LETTERS = re.compile(r"[\s_-]+")

_STATUSES = {
    "indevelopment": "in development",
    "preproduction": "pre-production",
    "inproduction": "in production",
    "postproduction": "post-production",
    "treatmentoutline": "treatment/outline",
    "optionedproperty": "optioned property",
    "released": None,
    "unknown": None,
}


class Heading(NamedTuple):
    """What a heading or a page's ``<title>`` states."""

    title: str | None = None
    """The title itself; ``None`` where the heading is empty or states a year alone."""
    disambiguation: str | None = None
    """Roman numeral."""
    year: int | None = None
    """The year; of a series the first."""
    end_year: int | None = None
    """The last year of a series."""
    title_type: TitleType | None = None
    """Kind of title, where the brackets name one."""
    series_title: str | None = None
    """The series, where the brackets say that this is an episode and its series stands in quotes before it."""
    quoted: bool = False
    """Whether quotes stood around the whole title, as old pages have it for series."""


@lru_cache(maxsize=64)  # several fields are read from one heading
def heading(raw: str) -> Heading:
    """Read a heading or a page's ``<title>``.

    >>> heading("Taken (I) (2008)")[:3]
    ('Taken', 'I', 2008)
    >>> heading("Futurama: Into the Wild Green Yonder (Video 2009) - IMDb").title_type
    <TitleType.VIDEO: 'video'>
    >>> heading("Carny (TV 2009) - IMDb")[2:5]
    (2009, None, <TitleType.TV_MOVIE: 'tv_movie'>)
    >>> heading("Birdman or (The Unexpected Virtue of Ignorance) (2014)").title
    'Birdman or (The Unexpected Virtue of Ignorance)'

    Where the site's name follows, the last brackets are the site's, in whatever language.

    >>> heading("Teer (Minisorozat 2025) - IMDb")[:3], heading("Teer (Minisorozat 2025)")[:3]
    (('Teer', None, 2025), ('Teer (Minisorozat 2025)', None, None))
    """
    whole = without_controls(fold(raw))
    text = _SITE.sub("", whole)
    return _named(_heading(text, of_site=text != whole) if text.endswith(")") else Heading(text or None))


def _heading(text: str, *, of_site: bool) -> Heading:
    if block := _BLOCK.fullmatch(text):
        kind = block["before"] or block["after"]
        title_type = _OLD_MARKERS.get(kind) or _type(kind) if kind else None
        if not kind or title_type or of_site:
            return _dated(block, title_type)
    return _undated(_KIND_ALONE.fullmatch(text)) or Heading(text)


def _undated(block: re.Match[str] | None) -> Heading | None:
    kind = block["kind"] if block else ""
    if block and _NUMERAL_ALONE.fullmatch(kind):
        return Heading(block["text"], kind)
    title_type = _OLD_MARKERS.get(kind) or _type(kind)
    return Heading(block["text"], block["numeral"], title_type=title_type) if block and title_type else None


def _dated(block: re.Match[str], title_type: TitleType | None) -> Heading:
    later = block["later"]
    marker = _OLD_MARKERS.get(later) if later else None
    numeral = block["numeral"] or block["slashed"] or (None if marker else later)
    year, end_year = (_year(found) for found in block.group("year", "end"))
    return Heading(block["text"], numeral, year, end_year, title_type or marker)


def _year(found: str | None) -> int | None:
    return int(found) if found and found[0] != "?" else None


def _named(read: Heading) -> Heading:
    if not read.title or not read.title.startswith(('"', "“")):
        return read if read.title else read._replace(title=None)
    bare = unquoted(read.title)
    if bare != read.title:
        return read._replace(title=bare, quoted=True)
    if read.title_type is TitleType.TV_EPISODE:
        series, title = series_and_title(read.title)
        return read._replace(title=title, series_title=series)
    return read


def unquoted(text: str) -> str:
    """Return *text* without the one pair of quotes around it.

    >>> unquoted('"Mononoke-hime"'), unquoted('"Crocodile" Dundee')
    ('Mononoke-hime', '"Crocodile" Dundee')
    """
    inner = text[1:-1]
    outer = len(text) > 1 and (text[0] + text[-1]) in ('""', "“”")
    return inner.strip() if outer and not _QUOTE.search(inner) and inner.strip() else text


def series_and_title(text: str) -> tuple[str | None, str]:
    """Split an episode's heading, for pages that are known to be an episode's; a film may begin with a quote too.

    >>> series_and_title('"The Walking Dead" Guts')
    ('The Walking Dead', 'Guts')
    """
    match = _QUOTED_SERIES.fullmatch(fold(text))
    return (match["series"], match["title"]) if match else (None, fold(text))


def _type(text: str) -> TitleType | None:
    return KINDS.get(_NOT_LETTERS.sub("", text).lower())


def title_type(raw: str) -> TitleType | Unparsed | None:
    """Read a kind of title: a label, the start of a subtext, a schema.org type or a script's id; a bare date is none.

    >>> title_type("TV Mini-Series"), title_type("TV Series (2007-2015)"), title_type("31 March 1999 (USA)")
    (<TitleType.TV_MINI_SERIES: 'tv_mini_series'>, <TitleType.TV_SERIES: 'tv_series'>, None)
    """
    text = fold(raw).strip("()| ")
    if found := _type(text) or _OLD_MARKERS.get(text):
        return found
    if not text or text.lower() in _NO_TYPE or _DATE.match(text):
        return None
    return _type(_AFTER_KIND.sub("", text)) or Unparsed(raw)


def original_title(raw: str) -> str | None:
    """Return an original title without its label and quotes.

    >>> original_title('"Mononoke-hime" (original title)')
    'Mononoke-hime'
    """
    return unquoted(_ORIGINAL.sub("", fold(raw))) or None


def season_episode(raw: str) -> tuple[int | None, int | None]:
    """Return the numbers of season and episode; one that is "unknown" or not stated is ``None``.

    >>> season_episode("Season 2 | Episode 5"), season_episode("S2.E5"), season_episode("Season unknown")
    ((2, 5), (2, 5), (None, None))
    """
    if hashed := _HASH.search(raw):
        return int(hashed[1]), int(hashed[2])
    text = fold(raw)
    found = _SEASON.search(text), _EPISODE.search(text)
    season, episode = (int(match[1]) if match and match[1].isdigit() else None for match in found)
    return season, episode


def production_status(raw: str) -> str | None:
    """Return the state of production in lower case, ``None`` for a released title.

    >>> production_status("Post-production"), production_status("in_development"), production_status("Released")
    ('post-production', 'in development', None)
    """
    text = fold(raw).lower()
    if "in-development" in text:  # the link "See all in-development titles"
        return "in development"
    return _STATUSES.get(_NOT_LETTERS.sub("", text), text.replace("_", " ")) or None
