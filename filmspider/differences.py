"""What differs between two datasets: titles that are new or gone, and fields, with examples of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from filmspider.comparing import field_changes, pairs
from filmspider.exceptions import DatasetError
from filmspider.items import DATA_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.comparing import Pair, Record
    from filmspider.datasets import Dataset

_EXAMPLES = 3


@dataclass(frozen=True)
class Difference:
    """A title that is in one of the datasets only, or a field of one that is in both."""

    change: Literal["new", "gone", "changed"]
    imdb_id: str | None
    title: str
    field: str | None = None
    """The field that changed; null for a title that is new or gone."""
    old: Any = None
    """What the old dataset has there."""
    new: Any = None
    """What the new one has there."""
    known: bool = True
    """Whether both pages would have shown the field: if not, what changed may be the page and not the title."""


@dataclass
class Counted:
    """How many titles have a difference, and the first of them."""

    titles: int = 0
    unknown: int = 0
    """Titles of which one page would not have shown it."""
    examples: list[Difference] = field(default_factory=list)

    def add(self, difference: Difference) -> None:
        """Count one."""
        self.titles += 1
        self.unknown += not difference.known
        if len(self.examples) < _EXAMPLES:
            self.examples.append(difference)


class Comparison:
    """Goes through two datasets once, and counts as it goes. Memory does not grow with them.

    Raises :class:`SetupError` where one holds something else than records, or is not sorted.
    """

    def __init__(self, old: Dataset, new: Dataset) -> None:
        self._old = old
        self._new = new
        self.same = 0
        """Titles in which no field differs."""
        self.changed = 0
        """Titles in which some do."""
        self.new = Counted()
        self.gone = Counted()
        self.fields = {name: Counted() for name in DATA_FIELDS}

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.changed or self.new.titles or self.gone.titles)

    def differences(self) -> Iterator[Difference]:
        """Yield all differences, title by title and in the order of the record's fields."""
        with self._old.titles_path.open("rb") as old, self._new.titles_path.open("rb") as new:
            try:
                for pair in pairs(old, new):
                    yield from self._of(pair)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                paths = f"{self._old.titles_path} or {self._new.titles_path}"
                raise DatasetError(f"a line of {paths} is no record: {error}") from error

    def _of(self, pair: Pair) -> Iterator[Difference]:
        found = list(_differences(pair))
        self.changed += bool(found and found[0].field)
        self.same += not found
        for difference in found:
            self._counted(difference).add(difference)
        yield from found

    def _counted(self, difference: Difference) -> Counted:
        if difference.field is not None:
            return self.fields[difference.field]
        return self.new if difference.change == "new" else self.gone


def _differences(pair: Pair) -> Iterator[Difference]:
    if pair.old is None or pair.new is None:
        record = pair.new or pair.old
        if record:
            yield Difference("gone" if pair.old else "new", *_about(record))
        return
    for change in field_changes(pair.old, pair.new):
        yield Difference("changed", *_about(pair.new), change.field, change.old, change.new, change.known)


def _about(record: Record) -> tuple[str | None, str]:
    return record.value("imdb_id"), record.value("title")
