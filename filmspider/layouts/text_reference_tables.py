"""Tables of a dump whose converter puts a label in the middle of its row's lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BULLET = "* "
_LINK = re.compile(r"(?:\* )?See (?:more|All)\b.*")
_LONGEST_TABLE = 300
_UNLIKELY = 1
_ENDED_BY_LINK = 2


def in_order(lines: list[str], labels: Mapping[str, Callable[[str], object]]) -> list[str]:
    """Return the lines with every label above the lines of its row.

    A row of *n* lines has its label beside line *(n - 1) // 2*. So a label tells its row's length but for one line, and
    where rows divide several ways, the way is taken in which most values look like what *labels* says of them; nothing
    is returned where they divide no way.

    >>> likely = {"Country": {"Italy", "France"}.__contains__, "Language": {"Italian", "French"}.__contains__}
    >>> in_order(["Country * Italy", "* France", "* Italian", "Language * French", "* See more »"], likely)
    ['Country', 'Italy', 'France', 'Language', 'Italian', 'French', 'See more »']
    """
    shown = [line for line in lines if line and line != "Edit"]
    rows = _best(shown, labels) if len(shown) <= _LONGEST_TABLE else None
    if rows is None:
        return []
    found: list[str] = []
    for start, at, end, label in rows:
        beside = shown[at].removeprefix(label).strip()
        found += [label, *(_bare(line) for line in [*shown[start:at], beside, *shown[at + 1 : end]] if line)]
    return found


_Row = tuple[int, int, int, str]


def _best(lines: list[str], labels: Mapping[str, Callable[[str], object]]) -> list[_Row] | None:
    """Return the rows as start, place of the label, end and label."""
    marks = [(at, label) for at, line in enumerate(lines) if (label := _label(line, labels))]
    ways: dict[int, tuple[int, list[_Row]]] = {0: (0, [])}
    for at, label in marks:
        following: dict[int, tuple[int, list[_Row]]] = {}
        for start, (score, rows) in ways.items():
            before = at - start
            for end in (start + 2 * before + 1, start + 2 * before + 2) if before >= 0 else ():
                if end <= len(lines):
                    row = (start, at, end, label)
                    way = (score + _score(lines, row, labels[label]), [*rows, row])
                    following[end] = max(following.get(end, way), way, key=lambda each: each[0])
        ways = following
    return ways[len(lines)][1] if marks and len(lines) in ways else None


def _label(line: str, labels: Mapping[str, Callable[[str], object]]) -> str | None:
    return next((label for label in labels if line == label or line.startswith(f"{label} ")), None)


def _score(lines: list[str], row: _Row, likely: Callable[[str], object]) -> int:
    start, at, end, label = row
    values = [lines[place].removeprefix(label).strip() if place == at else lines[place] for place in range(start, end)]
    links = [place for place, value in enumerate(values) if _LINK.fullmatch(value)]
    misplaced = sum(place != len(values) - 1 for place in links)
    unlike = sum(not likely(_bare(value)) for value in values if not _LINK.fullmatch(value))
    return -_ENDED_BY_LINK * misplaced - _UNLIKELY * unlike


def _bare(line: str) -> str:
    return line.removeprefix(_BULLET)
