"""Two datasets side by side, title by title and field by field, read as streams: memory does not grow with them."""

from __future__ import annotations

from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from filmspider.exceptions import UnsortedError
from filmspider.items import DATA_FIELDS
from filmspider.keys import title_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NULL = msgspec.Raw(b"null")
_UNKNOWN = {"not_on_layout", "unparsed", "truncated"}
"""States of a field in which its being null says nothing of the title."""

# Every field stays undecoded: that most are the same on both sides is seen from their bytes.
_FIELDS: list[Any] = [(name, msgspec.Raw, _NULL) for name in DATA_FIELDS if name != "title"]
_APART: list[Any] = [("title", msgspec.Raw), ("source", dict[str, Any]), ("field_status", dict[str, str], {})]
_decode_row = msgspec.json.Decoder(msgspec.defstruct("_Row", [*_FIELDS, *_APART], kw_only=True)).decode


class Record:
    """One line of ``titles.jsonl``, its fields decoded when they are asked for."""

    __slots__ = ("_row",)

    def __init__(self, line: bytes) -> None:
        self._row: Any = _decode_row(line)

    @property
    def key(self) -> str:
        """What makes records one title."""
        return title_key(*map(self.value, ("imdb_id", "title", "year", "title_type")))

    @property
    def source(self) -> dict[str, Any]:
        """Which page the record was read from."""
        return self._row.source  # type: ignore[no-any-return]

    def raw(self, field: str) -> bytes:
        """Return the JSON of a field."""
        return bytes(getattr(self._row, field))

    def value(self, field: str) -> Any:
        """Return the value of a field."""
        return msgspec.json.decode(getattr(self._row, field))

    def tells(self, field: str) -> bool:
        """Return whether the record has the field, or its page would have shown it and did not."""
        return self._row.field_status.get(field) not in _UNKNOWN or self.raw(field) not in {b"null", b"[]"}


class Pair(NamedTuple):
    """One title in two datasets."""

    key: str
    old: Record | None
    """``None`` where the title is new."""
    new: Record | None
    """``None`` where the title is gone."""


class FieldChange(NamedTuple):
    """A field whose value is not the same in two records."""

    field: str
    old: Any
    new: Any
    known: bool
    """Whether both pages would have shown it: if not, what changed may be the page and not the title."""


def pairs(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[Pair]:
    """Yield every title of two datasets, each the lines of a ``titles.jsonl``, in the order of their keys.

    Of several captures of a title the latest counts. Raises :class:`UnsortedError` for lines out of order, and
    ``msgspec.DecodeError`` for one that is no record.
    """
    sides = merge(_tagged(old, 0), _tagged(new, 1), key=itemgetter(0, 1))
    for key, found in groupby(sides, key=itemgetter(0)):
        latest = {side: record for _, side, record in found}
        yield Pair(key, latest.get(0), latest.get(1))


def field_changes(old: Record, new: Record) -> Iterator[FieldChange]:
    """Yield the fields that differ, in the order of the record. Where a record comes from is no change of it."""
    for field in DATA_FIELDS:
        if old.raw(field) != new.raw(field) and (before := old.value(field)) != (now := new.value(field)):
            yield FieldChange(field, before, now, old.tells(field) and new.tells(field))


def _tagged(lines: Iterable[bytes], side: int) -> Iterator[tuple[str, int, Record]]:
    last = ""
    for record in map(Record, lines):
        key = record.key
        if key < last:
            raise UnsortedError(f"the records are not sorted by title: {key} comes after {last}")
        last = key
        yield key, side, record
