"""How a dump of a page of 2009 and 2010, or of a combined page, is divided, and what one is recognised by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.rules.text import Labels
from filmspider.rules.textsections import sections

if TYPE_CHECKING:
    from filmspider.pages import Page

_OVERVIEW = (
    *("User Rating:", "Your Rating:", "MOVIEmeter:", "Director:", "Directors:", "Writer:", "Writers:"),
    *("Writer (WGA):", "Writers (WGA):", "Creator:", "Creators:", "Contact:", "Seasons:", "Season:", "TV Series:"),
    *("Original Air Date:", "Release Date:", "Genre:", "Genres:", "Tagline:", "Taglines:", "Plot:", "Plot Outline:"),
    *("Plot Keywords:", "Awards:", "NewsDesk:", "User Reviews:", "User Comments:", "Status:", "Status Note:"),
    *("Comments:", "Status Updated:", "Note:"),
)
DETAILS = (
    *("Also Known As:", "MPAA:", "Parents Guide:", "Runtime:", "Country:", "Language:", "Color:", "Aspect Ratio:"),
    *("Sound Mix:", "Certification:", "Filming Locations:", "Company:", "Trivia:", "Goofs:", "Quotes:"),
    *("Crazy Credits:", "Alternate Versions:", "Movie Connections:", "Soundtrack:"),
)
LABELS = Labels(
    whole=frozenset(_OVERVIEW + DETAILS),
    areas=re.compile(r"NewsDesk :"),
    stops=frozenset({"Fun Stuff", "Did You Know?", "advertisement"}),
    controls=re.compile(r"Create a character page for:"),
)

_SECTIONS = {
    "Overview": "overview",
    "Cast": "cast",
    "Episode Crew": "crew",
    "Directed by": "directors",
    "Writing credits": "writers",
    "Writing credits (WGA)": "writers",
    "Series Directed by": "series_directors",
    "Series Writing credits": "series_writers",
    "Production Companies": "companies",
    "Distributors": "distributors",
    "Additional Details": "details",
    "FAQ": "faq",
    "User Reviews": "review",
    "User Comments": "review",
    "Message Boards": "end",
    "Recommendations": "end",
    "Related Links": "end",
}
_CREW = re.compile(
    r"(?:Series )?(?:[A-Z][\w ]{2,40} by|(?:[\w&]+ ){1,5}[Dd]epartment|Stunts|Other crew|Thanks|Production Management"
    r"|Second Unit Director or Assistant Director|Special Effects|Other Companies|Crew (?:verified|believed) .*)"
)
SERIES_CREW = re.compile(r"Series Crew")
_AFTER_CREW = frozenset({"Production Companies", "Additional Details"})
_CHARACTERS = "Create a character page for:"
_REVIEWS = re.compile(r"User (?:Reviews|Comments) ?\((?:Review|Comment on) this title\)")


def opens(line: str) -> str | None:
    """Return the section that a line opens."""
    if _REVIEWS.match(line):
        return "review"
    return _SECTIONS.get(line) or ("crew" if line.startswith(_CHARACTERS) or _CREW.fullmatch(line) else None)


_HEADING = re.compile(r"(?P<heading>.*\([^()]*\)) More at IMDb ?Pro ?»(?: ?(?P<kind>.+))?")
_PATH = "IMDb >"
_DATED = re.compile(r".{1,200}\((?:\d{4}|\?{4})[^()]{0,12}\)(?: \((?:TV|VG|V|mini)\))?")
_LOOSE_NUMERAL = re.compile(r"(?<=\d) /(?=[IVXLC]+\))")
_IN_QUOTES = re.compile(r'"[^"]+" (?P<episode>.+)')
_TV_SERIES = "TV Series:"
_RATING = "User Rating:"
_NAVIGATION = 200
"""Lines above the record."""


def divide(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines of each section, those of the heading among them; none at all where there is no heading."""
    start = next((at for at, line in enumerate(lines[: _NAVIGATION * 3]) if line.startswith(_RATING)), None)
    if start is None:
        return {}
    above = lines[:start]
    stated = next((match for line in reversed(above) if (match := _HEADING.fullmatch(line))), None)
    heading = stated["heading"] if stated else _below_path(above) or next(filter(_DATED.fullmatch, above[:1]), None)
    if heading is None:
        return {}
    heading = _LOOSE_NUMERAL.sub("/", heading)
    found = _parts(lines[start:])
    return {**found, **_heading(heading, found.get("overview", [])), "kind": [stated["kind"] or ""] if stated else []}


def _heading(text: str, overview: list[str]) -> dict[str, list[str]]:
    """Return the heading: of an episode without its series, of a series marked as one by its quotes."""
    series = _IN_QUOTES.fullmatch(text)
    if not series:
        return {"heading": [text]}
    if any(line.startswith(_TV_SERIES) for line in overview):
        return {"heading": [series["episode"] or text]}
    return {"heading": [text], "in_quotes": [] if series["episode"][:1] != "(" else [text]}


def _below_path(above: list[str]) -> str | None:
    """Return what follows "IMDb >", on its line or the next."""
    place = next((at for at in range(len(above) - 1, -1, -1) if above[at].startswith(_PATH)), None)
    if place is None:
        return None
    rest = [above[place].removeprefix(_PATH).strip(), *above[place + 1 : place + 3]]
    return next(filter(_DATED.fullmatch, rest), None)


def _parts(lines: list[str]) -> dict[str, list[str]]:
    found = sections(["Overview", *_without_series_crew(lines)], opens)
    return {**found, "episode": [line for line in found["overview"] if line]}


def _without_series_crew(lines: list[str]) -> list[str]:
    """Return the lines without the crew of the series, which may follow that of an episode under the same headings."""
    start = next((at for at, line in enumerate(lines) if SERIES_CREW.match(line)), len(lines))
    end = next((at for at in range(start, len(lines)) if lines[at] in _AFTER_CREW), len(lines))
    return lines[:start] + lines[end:]


_MARK = re.compile(
    r"^[ \t*]*(?:(User Rating:)[^\n]*|(Additional Details)[^\n]*|(Directors?:|Writers?(?: \(WGA\))?:"
    r"|Creators?:|Genres?:|Plot:|Release Date:|Plot Keywords:|User (?:Reviews|Comments):)[^\n]*)$",
    re.MULTILINE,
)
_LABEL_MARKS = 2


def is_title_page(page: Page) -> bool:
    """Whether a rating, the heading of the details and several labels of the overview begin lines."""
    marks = _MARK.findall(page.text)
    rating, details, labels = ({found[kind] for found in marks if found[kind]} for kind in (0, 1, 2))
    return bool(rating and details) and len(labels) >= _LABEL_MARKS
