"""The labels of a title page, and the lines by which a dump of one is recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.text_outline import SECTIONS
from filmspider.rules.text import Labels
from filmspider.rules.textlines import is_markdown

if TYPE_CHECKING:
    from filmspider.pages import Page

_SUMMARY = frozenset(
    {"Director:", "Directors:", "Writer:", "Writers:", "Creator:", "Creators:", "Star:", "Stars:", "Note:"}
)
_STORY = frozenset(
    {
        "Plot Keywords:",
        "Taglines:",
        "Genres:",
        "Certificate:",
        "Motion Picture Rating",
        "Parents Guide:",
    }
)
_DETAILS = frozenset(
    {
        "Official Sites:",
        "Country:",
        "Language:",
        "Release Date:",
        "Also Known As:",
        "Filming Locations:",
        "Budget:",
        "Production Co:",
        "Runtime:",
        "Sound Mix:",
        "Color:",
        "Aspect Ratio:",
    }
)
LABELS = Labels(
    whole=_SUMMARY | _STORY | _DETAILS,
    areas=re.compile(r"(?:Opening Weekend|Gross|Cumulative)(?: [^:]+)?:"),
    stops=frozenset(SECTIONS)
    | {"Edit", "Reviews", "Metascore", "Popularity", "Awards", "Added to Watchlist", "Add to Watchlist"},
    controls=re.compile(
        r"See (?:(?:more|full|all)\b[^»]{0,60})?»$|Show (?:more|detailed)\b.{0,60}$|View [^»]{1,60}»$|Add [^»]{1,60}»$"
        r"|See$|Watch Trailer$|\d+ ?Check in$"
    ),
)

_MARK = re.compile(
    r"^[ \t*]*(?:(Cast|Storyline|Details|Box Office|Technical Specs|Did You Know\?|User Reviews)"
    r"|(Country:|Language:|Release Date:|Also Known As:|Runtime:|Genres:|Color:)(?:[ \t]?.*))[ \t]*\r?$",
    re.MULTILINE,
)
_NEEDED = frozenset({"Storyline", "Details"})
_SECTION_MARKS, _LABEL_MARKS = 3, 2
_STUB = (re.compile(r"See all in-development titles"), re.compile(r"categorized as\s+in development"))


def is_title_page(page: Page) -> bool:
    """Whether several of the headings and labels stand on lines of their own, or both of a stub's notes do."""
    marks = _MARK.findall(page.text)
    sections, labels = ({found[kind] for found in marks if found[kind]} for kind in (0, 1))
    full = sections >= _NEEDED and len(sections) >= _SECTION_MARKS and len(labels) >= _LABEL_MARKS
    return full or (all(note.search(page.text) for note in _STUB) and not is_markdown(page.text))
