"""What one rule read for one field, and what becomes of several such readings."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import NoneType
from typing import TYPE_CHECKING, Any

from filmspider.processors.outcome import Noted, Unparsed

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.items import FieldState
    from filmspider.rules.base import Raw, Rule


_NOT_VALUES = frozenset({NoneType, Unparsed, Noted, list})


@dataclass(slots=True)
class Reading:
    """The values that one rule gave for one field."""

    raw: Raw
    rule: Rule | None = None
    values: list[Any] = field(default_factory=list)
    unparsed: tuple[str, ...] = ()
    notes: tuple[Noted, ...] = ()

    def keep(self, outcome: Any) -> None:
        """Sort what a processor returned: values, remarks and strings it did not understand."""
        if type(outcome) not in _NOT_VALUES:
            self.values.append(outcome)
        elif isinstance(outcome, Unparsed):
            self.unparsed += (outcome.raw,)
        elif isinstance(outcome, Noted):
            values = outcome.value if isinstance(outcome.value, list) else [outcome.value]
            self.notes += (outcome._replace(value=values[0]),)
            self.values += values
        elif isinstance(outcome, list):
            for each in outcome:
                self.keep(each)


@dataclass(slots=True)
class Merged:
    """What all readings of a field come to."""

    value: Any = None
    status: FieldState | None = None
    problems: tuple[tuple[str, str], ...] = ()


class Read:
    """Input processor of a loader field: one raw value, or a list of them, through *processor* to a reading."""

    __slots__ = ("processor",)

    def __init__(self, processor: Callable[[Any], Any]) -> None:
        self.processor = processor

    def __call__(self, raw: Raw) -> Reading:
        reading = Reading(raw)
        processor = self.processor
        for each in raw if isinstance(raw, list) else (raw,):
            if each is not None:
                try:
                    outcome = processor(each)
                except (TypeError, AttributeError, ValueError):  # script data of a type that was never seen
                    outcome = Unparsed(repr(each))
                if type(outcome) in _NOT_VALUES:
                    reading.keep(outcome)
                else:  # as almost all are
                    reading.values.append(outcome)
        return reading
