"""The lines of a dump of 2009 to 2017, what a converter glued together parted where its parts can be told."""

from __future__ import annotations

import re

from filmspider.layouts.text_glued import told_apart
from filmspider.layouts.text_tn15_outline import DETAILS, SERIES_CREW
from filmspider.rules.textlines import logical_lines

_GLUED_LABEL = re.compile(rf"(?<=\S)\s*(?=(?:{'|'.join(map(re.escape, DETAILS))})|Did You Know\?|Fun Stuff)")
_AFTER_HEADING = re.compile(r"^(\s*(?:Additional Details|Did You Know\?|Fun Stuff)) ?(?=\S)", re.MULTILINE)
_SPACES = re.compile(r"(?<=\S) {3,}(?=\S)")
_CAST_LINE = re.compile(r"^[ \t]*Cast\s*(?=\()")
_DETAILS_LINE = "Additional Details"
_GLUED_CREDITS = re.compile(
    r"(Series )?(Directed by|Writing credits(?: \(WGA\))?) ?(.*?)(?=Series |Directed by|Writing credits|Produced by"
    r"|Original Music by|Cinematography by|Film Editing by|Casting by|$)"
)
_GLUED_COMPANIES = re.compile(r"Production Companies(.*?)(?:Distributors|Special Effects|Other Companies|$)")
_MORE = "More at"
_KIND = re.compile(r"(?:TV|Video|Podcast)\b.*\d{4}.*|.*\(original title\)")
"""What the heading ends with, behind the link to more."""
_NOTES = re.compile("\xa0((?: ?\\([^()]*\\))*(?: and| &)?)")


def lines(text: str) -> list[str]:
    """Return the logical lines of a dump; what a converter glued together is parted where its parts can be told."""
    return _with_heading(logical_lines("\n".join(map(_parted, text.splitlines()))))


def _with_heading(lines: list[str]) -> list[str]:
    """Return the lines with the heading on one, which a converter may have broken at its links."""
    at = next((at for at in range(2, len(lines) - 2) if lines[at].startswith(_MORE)), None)
    if at is None:
        return lines
    start = at - 2 if lines[at - 1].startswith("(") else at - 1
    end = at + 2 if lines[at] == _MORE else at + 1
    end += _KIND.fullmatch(lines[end]) is not None
    return [*lines[:start], " ".join(lines[start:end]), *lines[end:]]


def _parted(raw: str) -> str:
    if _CAST_LINE.match(raw):
        return _with_credits(_CAST_LINE.sub("Cast\n", raw))
    if raw.lstrip().startswith(_DETAILS_LINE) and raw.strip() != _DETAILS_LINE:
        return _SPACES.sub("\n", _AFTER_HEADING.sub(r"\1\n", _GLUED_LABEL.sub("\n", raw)))
    return raw


def _with_credits(raw: str) -> str:
    """Return the cast, which is one line then, and of the crew after it the names that a hard space ends."""
    own = SERIES_CREW.split(raw)[0]
    found = list(_GLUED_CREDITS.finditer(own))
    parts = [f"{match[1] or ''}{match[2]}\n{_NOTES.sub(_NOTED, match[3])}" for match in found]
    glued = _GLUED_COMPANIES.search(raw)
    companies = told_apart(glued[1]) if glued else []
    return "\n".join([own[: found[0].start() if found else None], *parts, "Production Companies", *companies])


_NOTED = r" \1\n"
