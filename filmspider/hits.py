"""Which rules gave a value on a page, by number: written down for every record, they take no more room than needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from filmspider.layouts import every

if TYPE_CHECKING:
    from collections.abc import Iterable

    from filmspider.rules import Rule


@cache
def rules_of(layout: str) -> tuple[str, ...]:
    """Return the keys of a layout's rules, each at its number, which is the same within a version of filmspider."""
    return tuple(dict.fromkeys(rule.key for each in every() if each.name == layout for rule in each.rules))


def numbers_of(rules: Iterable[Rule], layout: str) -> list[int]:
    """Return the numbers of *rules*, which are of *layout*, in :func:`rules_of`."""
    known = _numbers(layout)
    return [known[rule.key] for rule in rules]


@cache
def _numbers(layout: str) -> dict[str, int]:
    return {key: number for number, key in enumerate(rules_of(layout))}
