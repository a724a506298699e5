"""The cast list of a dump, whether a row is one line or broken at its cells."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypeAlias

_Rows: TypeAlias = "list[dict[str, str]]"

_DOTS = "..."
_CELL = re.compile(r"(?P<name>.*?)(?<!/)(?<!/ ) ?\.\.\.(?: (?P<role>.*))?")
_NAME_AND_DOTS = re.compile(r".*[^/ ] ?\.\.\.")
_END = re.compile(r"(?:See full cast|Full cast and crew).*|Edit")
_LABEL = re.compile(r".{0,60}(?:[Cc]ast.{0,60}|alphabetically):")
_MORE_ROLE = re.compile(r"[(/]|[\d,]+ episodes?\b")
_LONGEST_NAME = 60


def cast_rows(lines: list[str]) -> list[dict[str, str]]:
    """Return rows of "Name ... Role"; a name alone is a row too, a role that has lost its name is none.

    >>> cast_rows(["Cast overview:", "Suqin Chen Suqin Chen ... Herself", "Karan", "See full cast »"])
    [{'name': 'Suqin Chen', 'role': 'Herself'}, {'name': 'Karan', 'role': ''}]
    """
    end = next((place for place, line in enumerate(lines) if _END.fullmatch(line)), len(lines))
    cells = [line for line in lines[:end] if line and not _LABEL.fullmatch(line)]
    rows = _rows_of_cells(cells) if _is_apart(cells) else _rows_of_lines(cells)
    return [row for row in rows if row["name"]]


def _is_apart(cells: list[str]) -> bool:
    """Whether every cell is a line of its own; where dots have no line before them, names were lost."""
    lost = _DOTS in cells[:1] or any(pair == (_DOTS, _DOTS) for pair in pairwise(cells))
    return _DOTS in cells and not lost and not any(_NAME_AND_DOTS.fullmatch(line) for line in cells)


def _rows_of_lines(cells: list[str]) -> _Rows:
    """Read rows that begin with "Name ..."; the role may stand on the next line."""
    rows: _Rows = []
    awaits_role = False
    for line in cells:
        cell = None if _MORE_ROLE.match(line) else _CELL.fullmatch(line)
        if cell:
            rows.append({"name": _once(cell["name"]), "role": cell["role"] or ""})
            awaits_role = not cell["role"]
        else:
            awaits_role = _add(rows, line, to_role=awaits_role)
    return rows


def _rows_of_cells(cells: list[str]) -> _Rows:
    """Read rows of which name, dots and role are a line each."""
    rows: _Rows = []
    awaits_role = False
    for place, line in enumerate(cells):
        if line == _DOTS:
            awaits_role = True
        else:
            is_name = cells[place + 1 : place + 2] == [_DOTS]
            awaits_role = _add(rows, line, to_role=(awaits_role or line[0].islower()) and not is_name)
    return rows


def _add(rows: _Rows, line: str, *, to_role: bool) -> bool:
    """Add *line* to the role of the last row, or as a name; a role is no longer awaited then."""
    if rows and (to_role or _MORE_ROLE.match(line)):
        rows[-1]["role"] = f"{rows[-1]['role']} {line}".strip()
    elif len(line) <= _LONGEST_NAME:
        rows.append({"name": _once(line), "role": ""})
    return False


def _once(name: str) -> str:
    """Return the name alone, where the text of its photo stands before it."""
    half = len(name) // 2
    return name[:half] if name[half : half + 1] == " " and name[:half] == name[half + 1 :] else name
