"""What a record holds and which rules gave it, by number: written for every page, it takes no more room than needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from filmspider.items import DATA_FIELDS
from filmspider.layouts import every

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from filmspider.items import Title
    from filmspider.rules import Rule


class Holding(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What is counted of one record."""

    layout: str
    kind: str
    """Its ``title_type``."""
    fields: list[int]
    """Which of :data:`DATA_FIELDS` are neither null nor empty."""
    unparsed: list[str]
    """Names of the fields whose text was not understood."""
    rules: list[int]
    """Which of :func:`rules_of` its layout gave a value."""

    @classmethod
    def of(cls, title: Title, rules: Iterable[Rule]) -> Self:
        """Return what *title* holds, to which *rules* gave values."""
        values = map(title.__dict__.__getitem__, DATA_FIELDS)
        known = _numbers(title.source.layout)
        return cls(
            title.source.layout,
            str(title.title_type),
            [number for number, value in enumerate(values) if value is not None and value != []],
            [name for name, state in title.field_status.items() if state == "unparsed"],
            [known[rule.key] for rule in rules],
        )


@cache
def rules_of(layout: str) -> tuple[str, ...]:
    """Return the keys of a layout's rules, each at its number, which is the same within a version of filmspider."""
    return tuple(dict.fromkeys(rule.key for each in every() if each.name == layout for rule in each.rules))


@cache
def _numbers(layout: str) -> dict[str, int]:
    return {key: number for number, key in enumerate(rules_of(layout))}
