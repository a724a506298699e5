"""Values of a dump of 2009 to 2017: what ends in a link to more, the cast, an episode's place."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from filmspider.layouts.text_cast import cast_rows
from filmspider.rules.linefinders import words

_LINK = re.compile(
    r"\s*(?:(?:(?<=\s)|^)\(?more\)?|(?:(?<=[\s|])|^)[Ff]ull (?:summary|synopsis)|\(?See more|[Aa]dd (?:synopsis|plot)"
    r"|^(?:Add|View) content advisory.*)?"
    r"(?: ?»)?(?: ?\([\d,]+ total\)(?: ?»)?)?$"
)
_TAIL = 120
_MOST_LINKS = 4
_JOINT = re.compile(r"\s*(?:\||»)$")


def body(lines: list[str]) -> list[str]:
    """Return the lines that are not empty, without the links to more at their ends.

    >>> body(["23 September 1994 (USA) more"]), body(["Georgia, USASee more »"]), body(["add plot | add synopsis"])
    (['23 September 1994 (USA)'], ['Georgia, USA'], [])
    """
    return [bare for line in lines if (bare := _unlinked(line))]


def _unlinked(line: str) -> str:
    text, tail = line[:-_TAIL], line[-_TAIL:]
    for _ in range(_MOST_LINKS):
        tail = _JOINT.sub("", _LINK.sub("", tail)).rstrip()
    return f"{text}{tail}".rstrip()


def text(lines: list[str]) -> str:
    """Return the body as one line."""
    return words(body(lines))


_AKA_END = re.compile(r"(?<=\))(?=[^\s(),.;:])")


def akas(lines: list[str]) -> list[str]:
    """Return other titles, one a line; brackets end one where a converter lost the line break.

    >>> akas(["Der Klient (Germany)Le client (France) more", '"El cliente" - Spain', "(dubbed version)"])
    ['Der Klient (Germany)', 'Le client (France)', '"El cliente" - Spain (dubbed version)']
    """
    found: list[str] = []
    for part in (part for line in body(lines) for part in _AKA_END.split(line)):
        if part.startswith("(") and found:
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def items(lines: list[str]) -> list[str]:
    """Return what bars part.

    >>> items(["Crime | Drama See more »"])
    ['Crime', 'Drama']
    """
    return [item for part in text(lines).split("|") if (item := part.strip())]


_GOES_ON = ("(", "and ", "& ")
_DOTS = re.compile(r"\s*\.\.\.$")


def credits_(lines: list[str]) -> list[str]:
    """Return people, one a line, with their notes; dots say that there are more.

    >>> credits_(["Robert Kirkman (series of graphic novels) ...", "(more)"])
    ['Robert Kirkman (series of graphic novels)']
    """
    found: list[str] = []
    for line in takewhile(lambda line: "...." not in line, body(lines)):
        name = _DOTS.sub("", line)
        if name.startswith(_GOES_ON) and found:
            found[-1] += f" {name}"
        elif name and not name.startswith("("):
            found.append(name)
    return found


_COMPANY_NOTE = re.compile(r"(?: \([a-z\d][^()]*\))+$")


def companies(lines: list[str]) -> list[str]:
    """Return companies, one a line, without the remarks that begin in lower case.

    >>> companies(["American Movie Classics (AMC) (presents)"])
    ['American Movie Classics (AMC)']
    """
    named = (_COMPANY_NOTE.sub("", f" {line.removeprefix('* ')}").strip() for line in body(lines))
    return [name for name in named if name]


_REMARKS = re.compile(r"((?:\([^()]*\) ?)+)")
_CELL = re.compile(r"(?<!/)(?<!/ )\.\.\.")
_LONGEST_SHOWN = 200


def cast(lines: list[str]) -> list[dict[str, str]]:
    """Return the rows of the cast; where a converter made them one line, that line as a row that has no name."""
    rows = list(dropwhile(_REMARKS.fullmatch, filter(None, lines)))
    if rows and _is_glued(rows[0]):
        return [{"name": "", "role": _REMARKS.sub("", rows[0], count=1)[:_LONGEST_SHOWN].strip()}]
    return cast_rows(rows[: next((at for at, line in enumerate(rows) if not _unlinked(line)), len(rows))])


def _is_glued(line: str) -> bool:
    return len(_CELL.findall(line)) > 1 or _REMARKS.match(line) is not None


def cast_remarks(lines: list[str]) -> str | None:
    """Return what the cast says of itself, in brackets under its heading."""
    found = next((match for line in lines if line and (match := _REMARKS.match(line))), None)
    return found[1].strip() if found else None


def questions(lines: list[str]) -> list[dict[str, str]]:
    """Return the questions, one a line."""
    return [{"question": line} for line in body(lines) if not line.startswith("This FAQ is empty")]


_SERIES = "TV Series:"
_AIRED = "Original Air Date:"
_YEARS = re.compile(r"(?P<series>.+?)(?: \((?:\d{4}|\?{4})[^()]*\)(?: \([^()]*\))*)?")


def series(lines: list[str]) -> str | None:
    """Return the series under its label, without its years.

    >>> series(["TV Series:", '"The Walking Dead" (2010)'])
    '"The Walking Dead"'
    """
    named = _YEARS.fullmatch(_under(lines, _SERIES))
    return named["series"] if named else None


def number(lines: list[str]) -> str:
    """Return what stands beside the date on which an episode was shown."""
    return _under(lines, _AIRED)


def _under(lines: list[str], label: str) -> str:
    """Return what stands beside or below a label."""
    place = next((at for at, line in enumerate(lines) if line.startswith(label)), None)
    if place is None:
        return ""
    beside = lines[place].removeprefix(label).strip()
    return beside or words(list(takewhile(lambda line: not line.endswith(":"), lines[place + 1 : place + 3])))
