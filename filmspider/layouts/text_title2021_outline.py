"""How a dump of a page since 2021 is divided, and the lines by which one is recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.text_title2021_glued import is_glued, parted
from filmspider.layouts.text_title2021_hero import hero
from filmspider.rules.text import LabelLines
from filmspider.rules.textlines import is_markdown, logical_lines
from filmspider.rules.textsections import sections

if TYPE_CHECKING:
    from filmspider.pages import Page

LABELS = LabelLines(
    whole=frozenset(
        {
            *("Director", "Directors", "Writer", "Writers", "Creator", "Creators", "Star", "Stars"),
            *("Plot summary", "Plot synopsis", "Add synopsis", "Add full plot", "Taglines", "Genre", "Genres"),
            *("Motion Picture Rating (MPAA)", "Motion Picture Rating", "Certificate", "Parents guide"),
            *("Release date", "Country of origin", "Countries of origin", "Official site", "Official sites"),
            *("Language", "Languages", "Also known as", "Filming location", "Filming locations"),
            *("Production company", "Production companies", "Budget", "Runtime", "Color", "Sound mix", "Aspect ratio"),
            *("Trivia", "Goofs", "Quotes", "Crazy credits", "Alternate versions", "Connections", "Soundtracks"),
        }
    ),
    areas=re.compile(r"(?:Opening weekend|Gross)(?: [A-Za-z &]{1,30})?"),
    stops=re.compile(
        r"Top credits|All cast & crew|Edit|See (?:more|production|detailed|company|full).*"
        r"|Production, box office .*|IMDb RATING|[\d.,]+[KM]? ?(?:User|Critic) reviews?|\d{1,3} ?Metascore"
        r"|Add content advisory|Watch options.*"
    ),
)

_SECTIONS = {
    "Videos": "media",
    "Photos": "media",
    "Episodes": "episodes",
    "Top cast": "cast",
    "More like this": "recommendations",
    "Storyline": "storyline",
    "Did you know": "trivia",
    "User reviews": "review",
    "FAQ": "faq",
    "Top picks": "picks",
    "Details": "details",
    "Box office": "details",
    "Technical specs": "details",
    "Tech specs": "details",
    "Related news": "end",
    "Contribute to this page": "end",
    "More to explore": "end",
}
_AFTER_TOP = frozenset({"media", "episodes", "cast", "recommendations", "storyline", "trivia", "details"})
"""Sections that the top of the page ends at; above them stand links that are called like others."""
_COUNTED = re.compile(r"(?P<name>[A-Z][A-Za-z ]*?) ?(?:[\d.,]+[KM]?)?")
_CAST_END = re.compile(r"(?:[*+] )?(?:All cast & crew|Directors?|Writers?|Creators?|See (?:more|full) .*)")
_BULLET = re.compile(r"^(?:[*+o-] )")
_NOTE = "Note: Because this project"
_EPISODE_TOTAL = re.compile(r"Episodes ?(\d+)")


def divide(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines of each section, those of the heading among them; none at all where there is no heading."""
    bare = [_BULLET.sub("", line) for line in lines]
    top = hero(bare)
    if top is None:
        return {}
    start = next((at for at in range(top.end, len(bare)) if _opens(bare[at]) in _AFTER_TOP), len(bare))
    found = {**sections(bare[start:], _opens), "top": bare[top.end : start]}
    counted = (_EPISODE_TOTAL.fullmatch(line) for line in bare[top.end :])
    return {
        **found,
        **top.parts,
        "intro": [] if any(line.startswith(_NOTE) for line in found["top"]) else found["top"],
        "place": [*top.parts.get("parent", []), *found["top"]] if _is_episode(top.parts) else [],
        "episode_total": [match[1] for match in counted if match][:1],
        "cast": _cast(lines[start:]),
    }


def _is_episode(parts: dict[str, list[str]]) -> bool:
    return any(line.startswith("Episode") for line in parts.get("kind", []))


def _opens(line: str) -> str | None:
    """Return the section that a line opens; a count may stand beside its heading."""
    named = _COUNTED.fullmatch(line)
    return _SECTIONS.get(named["name"]) if named else None


def _cast(lines: list[str]) -> list[str]:
    """Return the lines of the cast, bullets with them: they tell roles from names."""
    cast = sections(lines, _opens).get("cast", [])
    return cast[: next((at for at, line in enumerate(cast) if _CAST_END.fullmatch(line)), len(cast))]


_BULLETS = re.compile(r"^ *[*+] \S", re.MULTILINE)
"""Where a converter draws these, it indents lines by itself."""
_FEW_BULLETS = 5
_WRAP = re.compile(r"(?<=\S)[ \t]*\n[ \t]{24,}(?=[^\s*+])")


def lines(text: str) -> list[str]:
    """Return the logical lines of a dump; what was wrapped and indented in the page's source is one line again."""
    if is_glued(text):
        return parted(text).split("\n")
    return _joined(logical_lines(text if len(_BULLETS.findall(text)) > _FEW_BULLETS else _WRAP.sub(" ", text)))


_FIGURE = re.compile(r"[\d.,]+[KM]?")
_EPISODES = re.compile(r"[\d,]{1,7} episodes?(?: [\d,]{1,7} eps?)?(?: \u2022)?")
_AFTER_EPISODES = re.compile(r"[\d,]{1,7} eps?|\u2022|\d{4}(?:\u2013\d{4})?")
_HOURS = re.compile(r"\d{1,2}h")
_UNITS = frozenset({"h", "m"})
_BULLETS_ALONE = frozenset("•·")
_COUNTED_THINGS = frozenset({"User reviews", "Critic reviews", "Metascore"})
_COUNTING = frozenset({"Episodes", "Play trailer", "Top cast", "FAQ", "User reviews", "helpful •", "helpful ·"})
_SEASON = re.compile(r"S\d+\.")


def _joined(lines: list[str]) -> list[str]:
    """Return the lines with a figure and what it counts on one line, and so a role with its repetition."""
    found: list[str] = []
    for line in lines:
        before = found[-1] if found else ""
        if (line in _UNITS and before.rpartition(" ")[2].isdigit()) or _is_place(before, line):
            found[-1] += line
        elif before and (
            _is_counted(before, line) or line == f"as {before}" or (_HOURS.fullmatch(before) and line.isdigit())
        ):
            found[-1] = f"{before} {line}"
        else:
            found.append(line)
    return found


def _is_counted(before: str, line: str) -> bool:
    """Whether one of two lines is a figure, and the other what it counts."""
    if line in _COUNTED_THINGS:
        return _FIGURE.fullmatch(before) is not None
    if _EPISODES.fullmatch(before):
        return _AFTER_EPISODES.fullmatch(line) is not None
    if before == "helpful":
        return line in _BULLETS_ALONE
    return before in _COUNTING and re.fullmatch(r"[\d:,.]+[KM]?", line) is not None


def _is_place(before: str, line: str) -> bool:
    """Whether two lines are a season and the episode in it."""
    return _SEASON.fullmatch(before) is not None and re.fullmatch(r"E\d+", line) is not None


_MARK = re.compile(
    r"^[ \t*+]*(?:(Top cast|Storyline|Did you know|Details|Box office|Tech(?:nical)? specs|More like this)(?: ?\d+)?"
    r"|(Release date|Countr(?:y|ies) of origin|Languages?|Also known as|Runtime|Color|Sound mix|Aspect ratio"
    r"|Production compan(?:y|ies)))[ \t]*\r?$",
    re.MULTILINE,
)
_NEEDED = "Details"
_SECTION_MARKS, _LABEL_MARKS = 2, 2
_STUB = ("categorized as in development", "See production, box office & company info")


def is_title_page(page: Page) -> bool:
    """Whether the heading of the details, another one and several labels stand on lines of their own."""
    marks = _MARK.findall(page.text)
    headings, labels = ({found[kind] for found in marks if found[kind]} for kind in (0, 1))
    full = _NEEDED in headings and len(headings) >= _SECTION_MARKS and len(labels) >= _LABEL_MARKS
    stub = all(note in page.text for note in _STUB) and not is_markdown(page.text)
    return full or is_glued(page.text) or stub
