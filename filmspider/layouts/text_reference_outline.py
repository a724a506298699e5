"""How a dump of a ``/reference`` page is divided, and the lines by which one is recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.text_genres import GENRES
from filmspider.layouts.text_reference_labels import LABELS, TABLES
from filmspider.layouts.text_reference_tables import in_order
from filmspider.rules.textsections import sections

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.pages import Page

_CREDITS = {
    "Directed by": "directors",
    "Series Directed by": "directors",
    "Written by": "writers",
    "Series Written by": "writers",
    "Writing Credits": "writers",
    "Production Companies": "companies",
    "Distributors": "crew",
}
_TABLES = {
    "Storyline": "storyline",
    "Additional Details": "details",
    "Box Office": "box_office",
    "Did You Know?": "trivia",
    "Getting Started | Contributor Zone »": "end",
    "Contributor Zone »": "end",
    "Contribute to This Page": "end",
}
_CREW = re.compile(
    r"(?:Series )?(?:[A-Z][\w ]{2,40} by|(?:[\w&]+ ){1,5}[Dd]epartment|Stunts|Other crew|Thanks|Production Management"
    r"|Second Unit Director or Assistant Director|Special Effects|Other Companies|Crew (?:verified|believed) .*)"
)
_GUILD = " (WGA)"
_VIEW = re.compile(r"(?P<before>.*?) ?Reference View(?: \| Change View)?$")
_SITE = " - Reference View - IMDb"
_CAST = re.compile(r".{0,40}\bcast\b.{0,50}", re.IGNORECASE)
_EDIT = "Edit"
_BULLET = "* "
_YEAR = re.compile(r"\([^()]*\d{4}[^()]*\)")
_DATED_HEADING = re.compile(r".{1,250}\([^()]*\d{4}[^()]*\)(?: \([^()]*\))?")
_ORIGINAL = "(original title)"
_ENDS_FACTS = frozenset({"0", "Rate"})


def divide(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines of each section, those of the heading among them; none at all where there is no heading."""
    place = next((at for at, line in enumerate(lines) if at and _VIEW.match(line)), None)
    if place is None:
        return {}
    heading = _heading([*lines[:place], _VIEW.sub(r"\g<before>", lines[place])])
    below = lines[place + 1 :]
    cast = _cast_place(below)
    tables = next((at for at in range(cast, len(below)) if below[at] in _TABLES), len(below))
    found = {**sections(below[tables:], _TABLES.get), **sections(below[cast:tables], _opens)}
    top = [line.removeprefix(_BULLET) for line in below[:cast]]
    drawn = sum(line.startswith(_BULLET) for line in lines) > _FEW_BULLETS
    parts = {name: _in_rows(name, part, drawn=drawn) for name, part in found.items()}
    return {
        **parts,
        **heading,
        **_facts(top),
        "overview": top,
        "cast_heading": below[cast : cast + 1],
        "cast": parts["top"][1:],
        "episode": [*heading.get("above", []), *top],
        "page_title": [line for line in lines[:1] if line.endswith(_SITE)],
    }


def _heading(above: list[str]) -> dict[str, list[str]]:
    """Return the last lines above "Reference View": the title with its year, and the original title below it."""
    shown = [line for line in above[-8:] if line]
    original = shown.pop() if shown and shown[-1].endswith(_ORIGINAL) else None
    if not shown:
        return {}
    title = shown.pop()
    if _YEAR.fullmatch(title) and shown:
        title = f"{shown.pop()} {title}"
    return {
        "heading": [title] if _DATED_HEADING.fullmatch(title) else [],
        "original": [original] if original else [],
        "above": shown[-2:] if shown[-1:] and shown[-1].startswith("(") else shown[-1:],
    }


def _cast_place(lines: list[str]) -> int:
    """Return where the cast begins, whose heading has a line "Edit" below it; else where the first section does."""
    for at, line in enumerate(lines):
        if _opens(line):
            return at
        below = next(filter(None, lines[at + 1 : at + 4]), None)
        if below == _EDIT and _CAST.fullmatch(line):
            return at
    return len(lines)


def _opens(line: str) -> str | None:
    """Return the section that a line opens, of the credits or the first of the tables."""
    named = _CREDITS.get(line.removesuffix(_GUILD)) or _TABLES.get(line)
    return named or ("crew" if _CREW.fullmatch(line) else None)


_FEW_BULLETS = 3


def _in_rows(name: str, lines: list[str], *, drawn: bool) -> list[str]:
    """Return a section's lines; of a table with every label above its row, where the converter draws tables."""
    if drawn and name in TABLES:
        return in_order(lines, TABLES[name])
    return [line.removeprefix(_BULLET) for line in lines]


_RUNTIME = re.compile(r"(?:\d{1,3}h ?)?(?:\d{1,3} ?min)?(?<=[hn])")
_KIND = re.compile(r"Movie|Short|Video|Video Game|Music Video|(?:TV|Podcast) [A-Z][\w -]+")
_RATED = re.compile(r"\d{1,2}(?:\.\d)?(?: \([\d,]+\))?|\([\d,]+\)")
_DATED = re.compile(r"(?:\d{1,2} )?(?:[^\W\d]+ )?\d{4}(?: \([^()]*\))*")


def _facts(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines between the heading and the rating by what they state."""
    end = next((at for at, line in enumerate(lines) if line in _ENDS_FACTS or LABELS.head(line)), len(lines))
    found: dict[str, list[str]] = {}
    for line in lines[: min(end, 20)]:
        name = _fact(line, found)
        if name:
            found.setdefault(name, []).append(line)
    return found


_FACTS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("runtime", _RUNTIME.fullmatch),
    ("genres", lambda line: GENRES.issuperset(line.split(", "))),
    ("kind", _KIND.fullmatch),
    ("rated", _RATED.fullmatch),
    ("release", _DATED.fullmatch),
)


def _fact(line: str, found: dict[str, list[str]]) -> str | None:
    """Return what a line states; the first one that states nothing else is the certificate."""
    name = next((name for name, matches in _FACTS if line and matches(line)), None)
    return name if name or found or not line else "certificate"


_MARK = re.compile(
    r"^[ \t*]*(?:((?:.{0,200} )?Reference View)(?:[ \t]*\|[ \t]*Change View)?|(Storyline)|(Additional Details))"
    r"[ \t]*\r?$",
    re.MULTILINE,
)


def is_title_page(page: Page) -> bool:
    """Whether the name of the view ends a line, and both great tables have a heading of their own."""
    marks = _MARK.findall(page.text)
    return all(any(found[kind] for found in marks) for kind in range(3))
