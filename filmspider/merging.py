"""How what several places of a page say of one field becomes one value.

Each function takes the readings of a field, most trusted first, and is the output processor of the fields it suits.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from filmspider.items import CastMember, Certificate, Credit, ReleaseDate, Runtime
from filmspider.readings import Merged, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from filmspider.items import FieldState

_STATES: tuple[FieldState, ...] = ("truncated", "unparsed")
_ROUNDING = 0.06
"""Share by which a figure rounded to two digits may differ from the exact one."""


def _merged(readings: list[Reading], value: Any) -> Merged:
    """Make the result, with every string that was not understood and every remark on a value that was taken."""
    result = Merged(value)
    for reading in readings:
        if reading.unparsed or reading.notes:
            break
    else:
        return result
    lost = tuple(("unparsed", raw) for reading in readings for raw in reading.unparsed)
    result.problems += lost
    taken = value if isinstance(value, list) else [value]
    for note in chain.from_iterable(reading.notes for reading in readings):
        if note.value in taken:
            if note.code in _STATES:
                result.status = note.code
            if note.code != "truncated":
                result.problems += ((note.code, note.detail),)
    if lost and (isinstance(value, list) or value is None):
        result.status = "unparsed"
    return result


def first(readings: list[Reading]) -> Merged:
    """The first value; places that say something else are no contradiction."""
    for reading in readings:
        if reading.values:
            return _merged(readings, reading.values[0])
    return _merged(readings, None)


def agreeing(readings: list[Reading]) -> Merged:
    """The first value; a place that says something else is a conflict."""
    return _agreeing(readings, lambda _first, _other: False)


def _agreeing(readings: list[Reading], excused: Callable[[Any, Any], bool]) -> Merged:
    result = first(readings)
    for reading in readings if len(readings) > 1 else ():
        for value in reading.values[:1]:
            if value != result.value and not excused(result.value, value):
                result.status = "conflict"
                result.problems += (("conflict", f"{result.value} / {value}"),)
    return result


def exact(readings: list[Reading]) -> Merged:
    """The first figure that is not rounded, else the first; figures further apart than rounding explains conflict."""
    readings = sorted((reading for reading in readings if reading.values or reading.unparsed), key=_is_rounded)
    rounded = {note.value for reading in readings for note in reading.notes}
    return _agreeing(readings, lambda one, other: other in rounded and abs(one - other) <= _ROUNDING * max(one, other))


def _is_rounded(reading: Reading) -> bool:
    return bool(reading.notes)


def full_text(readings: list[Reading]) -> Merged:
    """The first text, or the longer one of another place that goes on where the first is cut."""
    result = first(readings)
    if result.status == "truncated":
        opening = result.value.removesuffix("…").rstrip()
        whole = next((text for text in _values(readings) if text.startswith(opening) and not text.endswith("…")), None)
        if whole is not None:
            return Merged(whole, problems=result.problems)
    return result


def union(readings: list[Reading]) -> Merged:
    """All values, each once, in the order found."""
    if len(readings) == 1 and len(readings[0].values) == 1:
        return _merged(readings, readings[0].values)
    return _merged(readings, _distinct(_values(readings)))


def fullest(readings: list[Reading]) -> Merged:
    """The longest list, each value once; the first of equally long ones."""
    if len(readings) == 1 and len(readings[0].values) == 1:
        return _merged(readings, readings[0].values)
    longest = max((_distinct(reading.values) for reading in readings), key=len)
    return _merged(readings, longest)


def _values(readings: list[Reading]) -> Iterable[Any]:
    return chain.from_iterable(reading.values for reading in readings)


def _distinct(values: Iterable[Any]) -> list[Any]:
    distinct: list[Any] = []
    contents: list[Any] = []
    for value in values:
        content = getattr(value, "__dict__", value)  # comparing models takes ten times as long
        if content not in contents:
            contents.append(content)
            distinct.append(value)
    return distinct


def dates(readings: list[Reading]) -> Merged:
    """All releases; two forms of one release are one entry, as precise and as located as either."""
    releases: list[ReleaseDate] = []
    for release in _values(readings):
        for position, known in enumerate(releases):
            if _same_release(known, release):
                releases[position] = _finer(known, release)
                break
        else:
            releases.append(release)
    return _merged(readings, releases)


def _same_release(one: ReleaseDate, other: ReleaseDate) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return one.date.startswith(other.date) or other.date.startswith(one.date)


def _finer(one: ReleaseDate, other: ReleaseDate) -> ReleaseDate:
    return ReleaseDate(
        date=max(one.date, other.date, key=len),
        country=one.country or other.country,
        notes=_distinct([*one.notes, *other.notes]),
    )


def certificates(readings: list[Reading]) -> Merged:
    """One entry a distinct rating, country and notes; one with a reason or a country stands for the bare one."""
    entries: list[Certificate] = _distinct(_values(readings))
    reasoned = [entry for entry in entries if entry.reason is not None]
    if reasoned or any(entry.country is None for entry in entries):
        entries = _distinct(_fullest(entry, entries[:at] + reasoned, reasoned) for at, entry in enumerate(entries))
    return _merged(readings, entries)


def _fullest(entry: Certificate, entries: list[Certificate], reasoned: list[Certificate]) -> Certificate:
    """Return the one of *entries* that says all that *entry* says, and most; only a reason adds to a country."""
    others = entries if entry.country is None else reasoned
    other = next((other for other in others if _explains(other, entry)), None)
    return entry if other is None else _fullest(other, entries, reasoned)


def _explains(other: Certificate, entry: Certificate) -> bool:
    """Whether *other* says all that *entry* says, and more."""
    if other.rating != entry.rating or other is entry or entry.reason is not None:
        return False
    if entry.notes and entry.notes != other.notes:
        return False
    if entry.country is None:
        return other.reason is not None or (other.country is not None and not other.notes)
    return entry.country == other.country and other.reason is not None


def runtimes(readings: list[Reading]) -> Merged:
    """The fullest list of runtimes; one from another place that is not in it is a conflict."""
    result = fullest(readings)
    known = {runtime.minutes for runtime in result.value}
    for runtime in _values(readings):
        if isinstance(runtime, Runtime) and runtime.minutes not in known:
            result.status = "conflict"
            result.problems += (("conflict", f"{sorted(known)} / {runtime.minutes} min"),)
    return result


def people(readings: list[Reading]) -> Merged:
    """The fullest list of people, one entry a person with the notes of all its rows."""
    return _merged(readings, max((_grouped(reading.values) for reading in readings), key=len))


def _grouped(credits_: list[Credit]) -> list[Credit]:
    grouped: dict[str, Credit] = {}
    for credit in credits_:
        key = credit.imdb_id or credit.name
        known = grouped.get(key)
        notes = _distinct([*known.notes, *credit.notes]) if known else credit.notes
        grouped[key] = credit if known is None else known.model_copy(update={"notes": notes})
    return list(grouped.values())


def cast(readings: list[Reading]) -> Merged:
    """The longest cast list, in billing order."""
    members: list[CastMember] = max((reading.values for reading in readings), key=len)
    return _merged(readings, members)
