"""What a dataset holds: how many records of each layout have each field, and what is said of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import msgspec

from filmspider.items import DATA_FIELDS
from filmspider.store import is_remote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_EMPTY = {b"null", b"[]", b"{}"}
_LONGEST_EMPTY = max(map(len, _EMPTY))


class _Source(msgspec.Struct):
    layout: str


class _Problem(msgspec.Struct):
    code: str


# Every field stays undecoded: only whether it holds anything is looked at.
_FIELDS: list[tuple[str, Any]] = [(name, msgspec.Raw) for name in DATA_FIELDS]
_APART: list[tuple[str, Any]] = [("source", _Source), ("problems", list[_Problem])]
_decode: Callable[[bytes], Any] = msgspec.json.Decoder(msgspec.defstruct("Row", [*_FIELDS, *_APART])).decode
"""From a line of ``titles.jsonl`` to its ``source.layout``, ``problems`` and fields in JSON."""


def _held(row: Any) -> list[str]:
    """Return the fields that a decoded record holds: those that are neither null nor empty."""
    values = ((name, getattr(row, name)) for name in DATA_FIELDS)
    return [name for name, value in values if len(value) > _LONGEST_EMPTY or bytes(value) not in _EMPTY]


class Coverage:
    """Counts over the lines of ``titles.jsonl``."""

    def __init__(self, lines: Iterable[bytes] = ()) -> None:
        self.layouts: Counter[str] = Counter()
        self.problems: Counter[str] = Counter()
        self._fields: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for line in lines:
            self.add(line)

    @property
    def records(self) -> int:
        """Number of records."""
        return self.layouts.total()

    def add(self, line: bytes) -> None:
        """Count one record."""
        row = _decode(line)
        layout = row.source.layout
        self.layouts[layout] += 1
        self.problems.update(problem.code for problem in row.problems)
        self._fields[layout].update(_held(row))

    def fields(self) -> dict[str, dict[str, int]]:
        """Return, for each layout, the number of records that hold each field, in the order of the schema."""
        return {layout: {name: held[name] for name in DATA_FIELDS} for layout, held in sorted(self._fields.items())}


class _Rejected(msgspec.Struct):
    reason: str
    uri: str | None = None


class Rejections:
    """Counts over the lines of ``rejected.jsonl``."""

    def __init__(self, lines: Iterable[bytes] = ()) -> None:
        self.reasons: Counter[str] = Counter()
        self.remote_blocked = 0
        decode = msgspec.json.Decoder(_Rejected).decode
        for row in map(decode, lines):
            self.reasons[row.reason] += 1
            self.remote_blocked += row.reason == "blocked" and is_remote(row.uri)
