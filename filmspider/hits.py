"""Which rules gave a value on a page."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Protocol

from filmspider.layouts import every


class Stats(Protocol):
    """Counts, as Scrapy's stats collector does."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add *count* to the figure at *key*."""


class Hits(Counter[str]):
    """Counts as Scrapy's stats collector does, at a third of the cost: some seventy rules are counted a page."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add *count* to the figure at *key*."""
        self[key] += count

    def numbers(self, layout: str) -> list[int]:
        """Return the rules of *layout* that gave a value, by their numbers in :func:`rules_of`."""
        known = _numbers(layout)
        return [known[key] for key, count in self.items() if count]


@cache
def rules_of(layout: str) -> tuple[str, ...]:
    """Return the keys of a layout's rules, each at its number, which is the same within a version of filmspider."""
    return tuple(dict.fromkeys(rule.key for each in every() if each.name == layout for rule in each.rules))


@cache
def _numbers(layout: str) -> dict[str, int]:
    return {f"rule/{layout}/{key}": number for number, key in enumerate(rules_of(layout))}
