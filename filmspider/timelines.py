"""The captures of each title in a run's folder, published or not, in the order of time."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from filmspider.comparing import Record, field_changes
from filmspider.exceptions import NoRunError, UnknownArgumentError
from filmspider.index import Index
from filmspider.items import DATA_FIELDS
from filmspider.journal import JournalReader
from filmspider.store import payload_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Moment(NamedTuple):
    """What a title's captures said of a field at a time."""

    imdb_id: str | None
    title: str
    captured_at: str | None
    field: str
    old: Any
    """What the capture before said; ``None`` for the first one."""
    new: Any
    uri: str | None
    """The page that says so."""


def timelines(folder: Path, imdb_id: str | None = None) -> Iterator[list[Record]]:
    """Yield the captures of each title that the run in *folder* has read, or of one, oldest first.

    They are taken from the run's journal, which has what was published and what was not; without it from its dataset.
    Raises :class:`NoRunError` where there is neither.
    """
    for _, captures in groupby(map(Record, _lines(folder, imdb_id)), lambda record: record.key):
        yield list(captures)


def changes(captures: Iterable[Record], field: str | None = None) -> Iterator[Moment]:
    """Yield what changed from one capture of a title to the next, if both pages would have shown it."""
    before: Record | None = None
    for record in captures:
        for change in field_changes(before, record) if before else ():
            if change.known and field in {None, change.field}:
                yield _moment(record, change.field, change.old, change.new)
        before = record


def series(captures: Iterable[Record], field: str) -> Iterator[Moment]:
    """Yield what each capture of a title says of *field*, if it says anything."""
    old = None
    for record in captures:
        value = record.value(field)
        if value not in (None, []):
            yield _moment(record, field, old, value)
            old = value


def field_called(name: str) -> str:
    """Return the field of that name, or the one whose name begins so.

    >>> field_called("rating"), field_called("gross")
    ('rating', 'grosses')
    """
    found = [field for field in DATA_FIELDS if field.startswith(name)]
    if name in found or len(found) == 1:
        return name if name in found else found[0]
    raise UnknownArgumentError(f"{name}: which field? " + (", ".join(found) or "there is none of that name"))


def _moment(record: Record, field: str, old: Any, new: Any) -> Moment:
    source = record.source
    return Moment(
        record.value("imdb_id"), record.value("title"), source.get("captured_at"), field, old, new, source.get("uri")
    )


def _lines(folder: Path, imdb_id: str | None) -> Iterator[bytes]:
    if (folder / ".index.sqlite").is_file() and (folder / ".journal.jsonl").is_file():
        yield from _journalled(folder, imdb_id)
    elif (folder / "titles.jsonl").is_file():
        with (folder / "titles.jsonl").open("rb") as lines:
            wanted = imdb_id and f'"{imdb_id}"'.encode()
            yield from (line for line in lines if not wanted or wanted in line[: line.find(b",")])
    else:
        raise NoRunError(f"{folder}: no run has written to it")


def _journalled(folder: Path, imdb_id: str | None) -> Iterator[bytes]:
    index, journal = Index(folder / ".index.sqlite", read_only=True), JournalReader(folder / ".journal.jsonl")
    try:
        captures = groupby(index.records(best_first=False, key=imdb_id), attrgetter("key", "captured_at", "sha256"))
        for _, rows in captures:
            yield payload_of(next(rows), journal)
    finally:
        index.close()
        journal.close()
