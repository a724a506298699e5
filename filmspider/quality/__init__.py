"""How good a dataset is: what its fields hold, what its records say of themselves, and what cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmspider.quality.findings import Counted, count_findings
from filmspider.quality.profiles import FieldProfile, profile

if TYPE_CHECKING:
    from filmspider.datasets import Dataset

__all__ = ["Counted", "FieldProfile", "Quality", "quality"]


@dataclass(frozen=True)
class Quality:
    """What is to be said of a dataset; ``dataclasses.asdict`` makes it plain data."""

    records: int
    """Number of records."""
    fields: list[FieldProfile]
    """Every value that has no parts, in the order of the record."""
    problems: list[Counted]
    """What the records' own ``problems`` say, the most frequent first."""
    impossible: list[Counted]
    """What cannot be within a record and is not among its problems, the most frequent first."""

    @property
    def sound(self) -> bool:
        """Whether there is something, and nothing for a person to look at."""
        return bool(self.records) and not self.problems and not self.impossible


def quality(dataset: Dataset) -> Quality:
    """Look through *dataset*. Memory does not grow with it: what is compared across records is on disk.

    Raises :class:`MissingExtraError` without DuckDB, and :class:`DatasetError` at a line that is no record.
    """
    records, problems, impossible = count_findings(dataset.titles())
    return Quality(records, profile(dataset), problems, impossible)
