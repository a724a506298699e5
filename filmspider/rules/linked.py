"""Places in a page's linked data: its JSON-LD blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filmspider.processors.text import from_json

if TYPE_CHECKING:
    from filmspider.rules.base import Raw, View


class Ld:
    """The value at *path* of the first JSON-LD block that is about a title.

    A step into a list takes every entry, so that one object and a list of them read alike. With *parts*, a mapping is
    given under our names for its keys.
    """

    __slots__ = ("parts", "path")

    def __init__(self, *path: str, **parts: str) -> None:
        self.path = path
        self.parts = parts

    def __repr__(self) -> str:
        return f"Ld({'.'.join(self.path)})"

    def __call__(self, view: View) -> Raw:
        for block in view.page.linked_data:
            if "name" in block and "@type" in block:
                return self._named(_step(block, self.path))
        return None

    def _named(self, value: Any) -> Raw:
        if isinstance(value, list):
            return [self._named(entry) for entry in value]
        if isinstance(value, dict):
            return {ours: self._named(value.get(theirs)) for ours, theirs in self.parts.items()}
        return from_json(value) if isinstance(value, str) else value


def _step(value: Any, path: tuple[str, ...]) -> Any:
    for position, name in enumerate(path):
        if isinstance(value, list):
            found = [_step(entry, path[position:]) for entry in value]
            return [entry for entry in found if entry is not None]
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value
