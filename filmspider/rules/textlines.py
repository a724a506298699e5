"""A plain-text dump as logical lines: what a converter broke at links and cells is one line again."""

from __future__ import annotations

import re

from filmspider.processors.text import fold

_MARKED = re.compile(r"^##+ \S", re.MULTILINE)
_LOOSE_OPEN = re.compile(r"([(\[]) (?=\S)")
_LOOSE_CLOSE = re.compile(r"(?<=\S) ([)\],])")
_LOOSE_GENITIVE = re.compile(r"(?<=[^\W\d_]) (?='s\b)|(?<=[a-z]s) (?=' [A-Z])")
_HEADING_END = re.compile(r"\((?:[A-Za-z -]{1,30} )?\d{4}[^()]{0,30}\)$|\(original title\)$")
_KIND_OPEN = re.compile(r"\([A-Z][A-Za-z -]{1,30}$")
_YEARS = re.compile(r"\d{4}[^()]{0,20}\)?$")
_SERIES_YEARS = re.compile(r"(?:TV|Podcast) (?:Mini[- ])?Series \(\d{4}[^()]*\)")
"""Is under the heading of a series, though it ends like one."""
_DATE_END = re.compile(r"(?:^|- |\| |[a-z] )\d{4}$")
_COUNTRY = re.compile(r"\([A-Z][A-Za-z .&'-]{1,40}\)")
_CERTIFICATE = "Certificate:"
_MINUTES = re.compile(r"\d{1,3} min\b")
_REMARKS = frozenset({"(original title)", "(WGA)"})
"""What belongs to the title or the label above."""
_LABEL = re.compile(r"[A-Z][A-Za-z ]{1,30}:(?: |$)")
_LONGEST_JOINED = 2000
"""A longer line is a text of its own; also, joining stays linear."""
_OPENERS = (" (", " [", ":[", " #")
_OPENERS_ALONE = frozenset("([#")
_JOINS_AFTER = ("|", ",", " /", " -", "| by")
_JOINS_BEFORE = "|»/"
_CLOSES = ")],:"
_GOES_ON = (". ", "'s ")
_GENITIVE = re.compile(r"' (?=[A-Z])")
"""What follows the name of several, or of one that ends in "s"."""


def logical_lines(text: str) -> list[str]:
    r"""Return the lines of *text*, folded, with one empty string for every run of blank lines.

    Lines that begin or end with a separator are joined with their neighbours, and the space that a converter left
    inside brackets or before a comma is taken out.

    >>> logical_lines("PG\n|\n 1h 30min\n\n|\nComedy ,\nDrama\n\n\n\nKid ( 1921 )")
    ['PG | 1h 30min | Comedy, Drama', '', 'Kid (1921)']
    """
    lines: list[str] = []
    blank = False
    for raw in text.lstrip("\ufeff").splitlines():
        if not raw or raw.isspace():
            blank = True
            continue
        line = _mended(raw)
        joint = _joint(lines[-1], line) if lines else None
        if joint is not None:
            lines[-1] += joint + line
        else:
            lines += ["", line] if blank and lines else [line]
        blank = False
    return lines


def is_markdown(text: str) -> bool:
    r"""Whether headings in *text* are marked as Markdown does; its lines are not those of the page then.

    >>> is_markdown("# Kid\n\n## Details"), is_markdown("# 166 on IMDb Top Rated Movies")
    (True, False)
    """
    return _MARKED.search(text) is not None


def _mended(raw: str) -> str:
    line = fold(raw)
    if "( " in line or "[ " in line:
        line = _LOOSE_OPEN.sub(r"\1", line)
    if " 's" in line or "s ' " in line:
        line = _LOOSE_GENITIVE.sub("", line)
    return _LOOSE_CLOSE.sub(r"\1", line) if " )" in line or " ]" in line or " ," in line else line


def _joint(before: str, line: str) -> str | None:
    """Return what joins *line* to the line before; ``None`` where it begins anew, as a label always does."""
    if len(before) > _LONGEST_JOINED:
        return None
    if (
        line[0] in _CLOSES
        or line.startswith(_GOES_ON)
        or line == "."
        or (before[-1:] == "s" and _GENITIVE.match(line))
        or before.endswith(_OPENERS)
        or before in _OPENERS_ALONE
    ):
        return ""
    if (
        line in _REMARKS
        or _is_after_certificate(before, line)
        or (line == "-" and not before.isdigit())
        or _is_country(before, line)
        or (_YEARS.match(line) and _KIND_OPEN.search(before))
    ):
        return " "
    if line[0] in _JOINS_BEFORE:
        return None if line[0] == "|" and _is_heading(before) else " "
    return " " if before.endswith(_JOINS_AFTER) and not _LABEL.match(line) else None


def _is_heading(line: str) -> bool:
    return _HEADING_END.search(line) is not None and not _SERIES_YEARS.fullmatch(line)


def _is_after_certificate(before: str, line: str) -> bool:
    """Whether *line* is a certificate after its label, or a running time after a certificate."""
    return before.startswith(_CERTIFICATE) and (before == _CERTIFICATE or _MINUTES.match(line) is not None)


def _is_country(before: str, line: str) -> bool:
    """Whether *line* is the country after a date."""
    return line[0] == "(" and _DATE_END.search(before) is not None and _COUNTRY.fullmatch(line) is not None
