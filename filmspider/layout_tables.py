"""The page ``docs/layouts.md``: where each layout keeps each field, made from the rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.items import Title
from filmspider.layouts import LAYOUTS
from filmspider.place_names import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from filmspider.rules import Layout

_ABOUT = {"source", "field_status", "problems"}
_FIELDS = tuple(name for name in Title.model_fields if name not in _ABOUT)
_LONGEST = 120
_OTHERS = "follows from other fields"
_NOWHERE = "not on layout"
_ONLY_IF = " (only if no other place has it)"
_INTRODUCTION = """\
# Layouts

Made from the rules by `make docs`: do not edit. In a table the places of a field stand in the order of trust, each as
`section: what is read in it`; the sections are defined in the layout's module. Of a page that is read, `filmspider
inspect --where` shows what stands at these places.

## Fields

✓ the layout holds it, (✓) it follows from other fields, – it is not on the layout.
"""


def layouts_page() -> str:
    """Return the page in Markdown."""
    tables = "\n".join(f"{_about(layout)}\n{_places(layout)}" for layout in LAYOUTS)
    return f"{_INTRODUCTION}\n{_matrix()}\n{tables}"


def _matrix() -> str:
    header = ["field", *(layout.name for layout in LAYOUTS)]
    rows = [[f"`{name}`", *(_mark(layout, name) for layout in LAYOUTS)] for name in _FIELDS]
    counts = ["**fields held**", *(str(len(layout.fields)) for layout in LAYOUTS)]
    return _table([header, *rows, counts])


def _mark(layout: Layout, name: str) -> str:
    if name in layout.fields:
        return "✓"
    return "–" if name in layout.missing_fields else "(✓)"


def _about(layout: Layout) -> str:
    return f"## {layout.name}\n\nA {layout.media} page, seen {layout.seen}.\n"


def _places(layout: Layout) -> str:
    return _table([["field", "read from"], *([f"`{name}`", "<br>".join(_read_from(layout, name))] for name in _FIELDS)])


def _read_from(layout: Layout, name: str) -> Iterator[str]:
    if name in layout.missing_fields:
        yield _NOWHERE
    elif name == "imdb_id":
        yield from (_code(place_name(place)) for place in layout.page_ids)
    elif name not in layout.fields:
        yield _OTHERS
    for rule in layout.rules:
        if rule.field == name:
            yield _code(place_name(rule.place)) + _ONLY_IF * rule.fallback


def _code(words: str) -> str:
    r"""Return *words* as code in a table's cell, where a bar must be escaped even in code.

    >>> print(_code("heading: a | b"))
    `heading: a \| b`
    """
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    fence = "``" if "`" in short else "`"
    return fence + re.sub(r"\|", r"\\|", short) + fence


def _table(rows: Iterable[Iterable[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * lines[0].count(" | ") + "---|", *lines[1:]]) + "\n"
