"""``changes.jsonl``: what is new, gone or different in a dataset since the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from filmspider.comparing import field_changes, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from filmspider.comparing import Pair, Record

_encode = msgspec.json.Encoder().encode


class ChangeCounts(msgspec.Struct):
    """How much changed."""

    new: int = 0
    """Titles that were not there before."""
    gone: int = 0
    """Titles that are there no more."""
    changed: int = 0
    """Titles of which a field changed."""
    fields: dict[str, int] = {}
    """Titles in which each field changed."""

    def __str__(self) -> str:
        return f"{self.new} titles new, {self.gone} gone, {self.changed} changed"


def changes(old: Iterable[bytes], new: Iterable[bytes], counts: ChangeCounts) -> Iterator[bytes]:
    """Yield the lines of ``changes.jsonl`` for two datasets, and add them up in *counts*.

    A field that one of the two pages could not have told is not compared.
    """
    for pair in pairs(old, new):
        rows = list(_rows(pair, counts))
        captures = {"old": _capture(pair.old), "new": _capture(pair.new)}
        about = _about(pair.new or pair.old)
        yield from (_encode(about | row | {"captures": captures}) for row in rows)


def _rows(pair: Pair, counts: ChangeCounts) -> Iterator[dict[str, Any]]:
    if pair.old and pair.new:
        found = [change for change in field_changes(pair.old, pair.new) if change.known]
        counts.changed += bool(found)
        for change in found:
            counts.fields[change.field] = counts.fields.get(change.field, 0) + 1
            yield {"change": "changed", "field": change.field, "old": change.old, "new": change.new}
        return
    counts.new += pair.old is None
    counts.gone += pair.new is None
    yield {"change": "gone" if pair.old else "new", "field": None, "old": None, "new": None}


def _about(record: Record | None) -> dict[str, Any]:
    return {name: record and record.value(name) for name in ("imdb_id", "title")}


def _capture(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else {name: record.source.get(name) for name in ("uri", "captured_at")}
