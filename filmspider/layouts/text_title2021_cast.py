"""The cast in a dump since 2021: names and roles are lines of one kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmspider.rules.linefinders import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.rules.text import TextView

_AS = re.compile(r"(?P<role>.{1,200}?)\s?as (?P=role)")
_EPISODES = re.compile(
    r"(?P<name>.{0,100}?) ?(?P<count>[\d,]{1,7} episodes?)(?: ?[\d,]{1,7} eps?)?(?: ?[•·] ?(?P<years>[\d\u2013-]+))?"
)
_REMARK = re.compile(r"\(.*\)|…|\.\.\.")
_BULLET = "* "
_LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class CastRows:
    """The rows of the cast; where names and roles cannot be told apart, one row without a name."""

    section: str = "cast"

    def __call__(self, view: TextView) -> list[dict[str, str]]:
        """Return the rows."""
        stars = view.labelled("top")
        known = [line for label in ("Stars", "Star") for line in stars.get(label, [[]])[0] if line]
        return cast_rows(view.section(self.section) or [], known)


def cast_rows(lines: list[str], stars: list[str]) -> list[dict[str, str]]:
    """Return rows of name and role.

    >>> cast_rows(["Frank Welker", "Abu as Abu", "(voice)", "Ken Beck 3 episodes 3 eps • 2019"], [])
    [{'name': 'Frank Welker', 'role': 'Abu (voice)'}, {'name': 'Ken Beck', 'role': '3 episodes, 2019'}]
    """
    shown = [line for line in lines if line and line != "Edit"]
    is_role = _doubled if any(map(_AS.fullmatch, shown)) else _bulleted if any(map(_bulleted, shown)) else None
    rows: list[dict[str, str]] = []
    for line in shown:
        episodes = _EPISODES.fullmatch(line)
        if episodes and episodes["name"]:
            rows.append({"name": episodes["name"], "role": _tenure(episodes)})
        elif rows and (episodes or _is_of_row(line, rows[-1], is_role)):
            rows[-1]["role"] = f"{rows[-1]['role']} {_tenure(episodes) if episodes else _role(line)}".strip()
        else:
            rows.append({"name": line, "role": ""})
    is_sure = is_role is not None or all(row["role"] and row["role"] not in stars for row in rows)
    return rows if is_sure else [{"name": "", "role": words(shown)[:_LONGEST_SHOWN]}]


def _is_of_row(line: str, row: dict[str, str], is_role: Callable[[str], bool] | None) -> bool:
    """Whether *line* says more of the last row: a remark always does, a role if it is marked as one or due."""
    if _REMARK.fullmatch(line.removeprefix(_BULLET)):
        return True
    return is_role(line) if is_role else not row["role"]


def _doubled(line: str) -> bool:
    return _AS.fullmatch(line) is not None


def _bulleted(line: str) -> bool:
    return line.startswith(_BULLET)


def _role(line: str) -> str:
    bare = line.removeprefix(_BULLET)
    doubled = _AS.fullmatch(bare)
    return "" if bare in ("…", "...") else doubled["role"] if doubled else bare


def _tenure(found: re.Match[str]) -> str:
    return ", ".join(filter(None, (found["count"], found["years"])))
