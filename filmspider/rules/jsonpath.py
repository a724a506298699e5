"""Paths over decoded JSON."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Step: TypeAlias = str | Callable[[Any], Any]

_STEP = re.compile(r"\.?(?P<name>[^.\[\]]+)(?:\[(?P<path>[^=\]]+)=(?P<values>[^\]]*)\])?")


class Path:
    """Names parted by dots; a step into a list takes every entry, a number the one at that place.

    ``credits[category.id=writer|creator]`` keeps what has one of the values under the path in brackets. What does not
    exist is ``None``, or an empty list where a list was gone through; nested lists become one.

    >>> Path("cast.edges.name")({"cast": {"edges": [{"name": "Tim Robbins"}, {"name": "Morgan Freeman"}]}})
    ['Tim Robbins', 'Morgan Freeman']
    """

    __slots__ = ("names", "steps", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.steps = tuple(step for match in _STEP.finditer(text) for step in _steps(match))
        self.names = tuple(takewhile(lambda step: isinstance(step, str), self.steps))

    def __repr__(self) -> str:
        return repr(self.text)

    def reads(self) -> Iterator[tuple[str, ...]]:
        """Yield the names that lead to what a condition looks at, and last those that lead to the value."""
        names: tuple[str, ...] = ()
        for step in self.steps:
            if isinstance(step, str):
                names += (step,)
            elif isinstance(step, _Condition):
                yield from (names + inner for inner in step.path.reads())
        yield names

    def __call__(self, value: Any) -> Any:
        """Return what stands at the path in *value*."""
        done = 0
        for name in self.names:  # most of the time is spent here
            if value.__class__ is not dict:
                break
            value = value.get(name)
            done += 1
        return value if value is None or done == len(self.steps) else _walk(value, self.steps[done:])


def _steps(match: re.Match[str]) -> Iterator[_Step]:
    name, path, values = match.groups()
    yield _Position(int(name)) if name.isdecimal() else name
    if path:
        yield _Condition(Path(path), values.split("|"))


class _Position:
    __slots__ = ("position",)

    def __init__(self, position: int) -> None:
        self.position = position

    def __call__(self, value: Any) -> Any:
        return value[self.position] if isinstance(value, list) and self.position < len(value) else None


class _Condition:
    __slots__ = ("path", "values")

    def __init__(self, path: Path, values: list[str]) -> None:
        self.path = path
        self.values = values

    def __call__(self, value: Any) -> Any:
        if isinstance(value, list):
            return [entry for entry in value if self.path(entry) in self.values]
        return value if self.path(value) in self.values else None


def _walk(value: Any, steps: tuple[_Step, ...]) -> Any:
    for done, step in enumerate(steps):
        if isinstance(step, str):
            if isinstance(value, dict):
                value = value.get(step)
            else:
                return _each(value, steps[done:]) if isinstance(value, list) else None
        elif value is not None:
            value = step(value)
        if value is None:
            return None
    return value


def _each(values: list[Any], steps: tuple[_Step, ...]) -> list[Any]:
    found: list[Any] = []
    for entry in values:
        result = _walk(entry, steps)
        if isinstance(result, list):
            found += result
        elif result is not None:
            found.append(result)
    return found
