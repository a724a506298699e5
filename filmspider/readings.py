"""What one rule read for one field, and what becomes of several such readings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from filmspider.processors.outcome import Noted, Unparsed

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.items import FieldState
    from filmspider.rules.base import Raw, Rule


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
        if outcome is None:
            return
        if isinstance(outcome, Unparsed):
            self.unparsed += (outcome.raw,)
        elif isinstance(outcome, Noted):
            self.notes += (outcome,)
            self.values.append(outcome.value)
        elif isinstance(outcome, list):
            for each in outcome:
                self.keep(each)
        else:
            self.values.append(outcome)


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
        for each in raw if isinstance(raw, list) else (raw,):
            if each is not None:
                reading.keep(self._outcome(each))
        return reading

    def _outcome(self, raw: Raw) -> Any:
        """What the processor says; script data of another type than ever seen costs only its own field."""
        try:
            return self.processor(raw)
        except (TypeError, AttributeError, ValueError):
            return Unparsed(repr(raw))
