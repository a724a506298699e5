"""A plain-text dump as logical lines: what a converter broke at links is one line again."""

from __future__ import annotations

import re

from filmspider.processors.text import fold

_LOOSE_OPEN = re.compile(r"([(\[]) (?=\S)")
_LOOSE_CLOSE = re.compile(r"(?<=\S) ([)\],])")
_LOOSE_GENITIVE = re.compile(r"(?<=[^\W\d_]) (?='s\b)")
_HEADING_END = re.compile(r"\((?:[A-Za-z -]+ )?\d{4}[^()]*\)$|\(original title\)$")
_JOINS_BEFORE = ("|", ",", "»")
_JOINS_AFTER = ("|", ",", " /")


def logical_lines(text: str) -> list[str]:
    r"""Return the lines of *text*, folded, with one empty string for every run of blank lines.

    Lines that begin or end with a separator are joined with their neighbours, and the space that a converter left
    inside brackets or before a comma is taken out.

    >>> logical_lines("PG\n|\n 1h 30min\n\n|\nComedy ,\nDrama\n\n\n\nKid ( 1921 )")
    ['PG | 1h 30min | Comedy, Drama', '', 'Kid (1921)']
    """
    lines: list[str] = []
    open_end = blank = False
    for raw in text.splitlines():
        line = _mended(raw)
        if not line:
            blank = True
        elif lines and (open_end or _continues(lines[-1], line)):
            lines[-1] = f"{lines[-1]} {line}" if line[0] != "," else lines[-1] + line
            blank, open_end = False, line.endswith(_JOINS_AFTER)
        else:
            if blank and lines:
                lines.append("")
            lines.append(line)
            blank, open_end = False, line.endswith(_JOINS_AFTER)
    return lines


def _mended(raw: str) -> str:
    line = fold(raw)
    if not line:
        return line
    if "( " in line or "[ " in line:
        line = _LOOSE_OPEN.sub(r"\1", line)
    if " 's" in line:
        line = _LOOSE_GENITIVE.sub("", line)
    return _LOOSE_CLOSE.sub(r"\1", line) if " )" in line or " ]" in line or " ," in line else line


def _continues(before: str, line: str) -> bool:
    """Whether *line* goes on where *before* ends; a bar under a heading does not."""
    return line.startswith(_JOINS_BEFORE) and not _HEADING_END.search(before)
