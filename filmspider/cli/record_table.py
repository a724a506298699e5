"""A record as a table for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Column, Table
from rich.text import Text

if TYPE_CHECKING:
    from filmspider.items import Title

_ABOUT = {"field_status", "problems"}
_LONGEST_TEXT = 300
_LONGEST_LIST = 8
_WORD = 40


def record_table(title: Title) -> Table:
    """Return the fields of *title* that hold something or of which something is said."""
    table = Table("field", Column("value", overflow="fold"), "status", Column("problems", overflow="fold"))
    problems = _problems(title)
    for name, value in title.model_dump(mode="json", exclude=_ABOUT).items():
        if _is_stated(value) or name in _in_doubt(title):
            status = title.field_status.get(name, "")
            # Text, not str: a page's own brackets and colons are no markup.
            table.add_row(name, Text(readable(value)), status, Text("\n".join(problems.get(name, ()))))
    return table


def absent(title: Title) -> dict[str, list[str]]:
    """Return the fields that :func:`record_table` leaves out, by why they hold nothing."""
    reasons: dict[str, list[str]] = {"Not on the page": [], "Not on this layout": []}
    for name, value in title.model_dump(mode="json", exclude=_ABOUT).items():
        if not _is_stated(value) and name not in _in_doubt(title):
            reasons["Not on this layout" if name in title.field_status else "Not on the page"].append(name)
    return reasons


def readable(value: Any) -> str:
    """Return a field's value for people: the parts of an object on one line, the entries of a list on a line each.

    >>> readable({"name": "Jo Li", "characters": ["Genie", "Merchant"], "as_name": None, "episode_count": 7})
    'Jo Li · Genie, Merchant · episode count 7'
    >>> print(readable([{"amount": 63000000, "currency": "USD", "estimated": True}, {"amount": 5, "currency": "DEM"}]))
    amount 63000000 · USD · estimated
    amount 5 · DEM
    """
    if isinstance(value, dict):
        return " · ".join(_part(name, part) for name, part in value.items() if _is_stated(part))
    if isinstance(value, list):
        return ", ".join(map(readable, value)) if all(map(_is_word, value)) else _lines(value)
    return _text("" if value is None else str(value))


def _part(name: str, value: Any) -> str:
    """Return a part of an object; figures and flags say nothing without their name."""
    spoken = name.replace("_", " ")
    if isinstance(value, bool):
        return spoken if value else f"not {spoken}"
    return f"{spoken} {value}" if isinstance(value, int | float) else readable(value)


def _text(value: str) -> str:
    """Return *value* without what would steer the terminal, and cut where it is long."""
    text = "".join(letter for letter in value if letter.isprintable() or letter == "\n")
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]} [cut here]"


def _lines(values: list[Any]) -> str:
    lines = [readable(value) for value in values[:_LONGEST_LIST]]
    more = len(values) - len(lines)
    return "\n".join([*lines, f"[and {more} more]"] if more else lines)


def _is_word(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and len(value) < _WORD)


def _in_doubt(title: Title) -> set[str | None]:
    """Return the fields of which something is said other than that the layout has no place for them."""
    stated = {name for name, status in title.field_status.items() if status != "not_on_layout"}
    return stated | {problem.field for problem in title.problems}


def _problems(title: Title) -> dict[str | None, list[str]]:
    problems: dict[str | None, list[str]] = {}
    for problem in title.problems:
        problems.setdefault(problem.field, []).append(f"{problem.code}: {problem.detail}")
    return problems


def _is_stated(value: Any) -> bool:
    return value is not None and value not in ([], {})
