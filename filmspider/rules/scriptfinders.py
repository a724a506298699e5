"""Finders in a page's script data: how a raw value is made of decoded JSON."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from filmspider.processors.text import from_json
from filmspider.rules.jsonpath import Path
from filmspider.rules.markup import markup_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from filmspider.rules.base import Raw

JsonFinder: TypeAlias = "Callable[[Any], Raw]"
"""Makes a raw value of decoded JSON; its ``repr`` is what the documentation shows."""

Names: TypeAlias = tuple[str, ...]
"""Names that lead to a part of the data, from outside in."""

Parts: TypeAlias = "dict[str, str | JsonFinder]"
"""Parts of a mapping by name, each a finder or a path."""

_HOLE = re.compile(r"\{([^}]+)\}")


def finder(place: str | JsonFinder) -> JsonFinder:
    """Return *place*, or the value at it where it is a path."""
    return Value(place) if isinstance(place, str) else place


def reads(find: JsonFinder) -> Iterator[Names]:
    """Yield the names that lead to each part of the data that a finder looks at; others need not be decoded.

    >>> list(reads(Each("main.runtimes", seconds="seconds", country="country.id")))
    [('main', 'runtimes', 'seconds'), ('main', 'runtimes', 'country', 'id')]
    """
    inner: Any = find
    while hasattr(inner, "finder"):  # one that does something to what another reads
        inner = inner.finder
    yield from inner.reads()


def _below(path: Path, finders: Iterable[JsonFinder]) -> Iterator[Names]:
    """Yield what *finders* look at in what is found at a path, and what the path's own conditions do."""
    *conditions, place = path.reads()
    yield from conditions
    yield from (place + inner for find in finders for inner in reads(find))


class AtPath:
    """Base of finders at one path; *parts* are all that they look at there, or it is everything."""

    __slots__ = ("path",)
    parts: tuple[str, ...] = ()

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return _below(self.path, map(Value, self.parts)) if self.parts else self.path.reads()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path!r})"

    def __call__(self, data: Any) -> Raw:
        raise NotImplementedError


class Value(AtPath):
    """The value or values at a path, the entities of texts decoded; addresses stay as they are."""

    __slots__ = ("is_address",)

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.is_address = path.lower().endswith("url")

    def __repr__(self) -> str:
        return repr(self.path)

    def __call__(self, data: Any) -> Raw:
        value = self.path(data)
        if value.__class__ is str:
            return from_json(value) if "&" in value and not self.is_address else value
        return list(map(_decoded, value)) if value.__class__ is list else value


def _decoded(value: Any) -> Any:
    return from_json(value) if isinstance(value, str) and "&" in value else value


class Strings(AtPath):
    """The values at a path as strings: processors of text take no numbers."""

    __slots__ = ()

    def __call__(self, data: Any) -> Raw:
        value = self.path(data)
        return [str(entry) for entry in value] if isinstance(value, list) else None if value is None else str(value)


class Markup(AtPath):
    """The text of the markup at a path, or of each where there are several."""

    __slots__ = ()

    def __call__(self, data: Any) -> Raw:
        value = self.path(data)
        if isinstance(value, list):
            return [markup_text(entry) for entry in value if isinstance(entry, str)]
        return markup_text(value) if isinstance(value, str) else None


class Always:
    """The same value on every page: what the page says in the label."""

    __slots__ = ("value",)

    def __init__(self, value: Raw) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"Always({self.value!r})"

    def reads(self) -> Iterator[Names]:
        """Yield nothing: no data is looked at."""
        return iter(())

    def __call__(self, _data: Any) -> Raw:
        return self.value


class Either:
    """What the first of several places gives that gives anything."""

    __slots__ = ("finders",)

    def __init__(self, *places: str | JsonFinder) -> None:
        self.finders = tuple(map(finder, places))

    def __repr__(self) -> str:
        return f"Either({', '.join(map(repr, self.finders))})"

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return chain.from_iterable(map(reads, self.finders))

    def __call__(self, data: Any) -> Raw:
        for find in self.finders:
            value = find(data)
            if value is not None and value not in ("", []):
                return value
        return None


class Joint:
    """The texts at several paths as one list, each once."""

    __slots__ = ("finders",)

    def __init__(self, *paths: str) -> None:
        self.finders = tuple(map(Value, paths))

    def __repr__(self) -> str:
        return f"Joint({', '.join(map(repr, self.finders))})"

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return chain.from_iterable(map(reads, self.finders))

    def __call__(self, data: Any) -> list[Raw]:
        lists = (value for find in self.finders if isinstance(value := find(data), list))
        return list(dict.fromkeys(one for values in lists for one in values if isinstance(one, str)))


class Pieces:
    """A text made of pieces, ``"{year}"``, nothing where the first has no value.

    Of the others one without a value is left out, and one with several values repeats; 0 is no value.
    """

    __slots__ = ("pieces", "texts")

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        self.pieces = tuple((_HOLE.sub("{}", text), Value(_HOLE.findall(text)[0])) for text in texts)

    def __repr__(self) -> str:
        return f"Pieces({', '.join(map(repr, self.texts))})"

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return chain.from_iterable(find.reads() for _, find in self.pieces)

    def __call__(self, data: Any) -> str | None:
        made = ""
        for text, find in self.pieces:
            value = find(data)
            for one in value if isinstance(value, list) else (value,):
                if one:
                    made += text.format(one)
            if not made:
                return None
        return made


class Each:
    """One mapping of *parts* for everything found at the paths, in their order."""

    __slots__ = ("parts", "paths")

    def __init__(self, *paths: str, **parts: str | JsonFinder) -> None:
        self.paths = tuple(map(Path, paths))
        self.parts = tuple((name, finder(part)) for name, part in parts.items())

    def __repr__(self) -> str:
        return f"Each({', '.join([*map(repr, self.paths), *(f'{name}={part!r}' for name, part in self.parts)])})"

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return chain.from_iterable(_below(path, (find for _, find in self.parts)) for path in self.paths)

    def __call__(self, data: Any) -> list[dict[str, Raw]]:
        entries: list[Any] = []
        for path in self.paths:
            found = path(data)
            if found is not None:
                entries += found if isinstance(found, list) else [found]
        return [{name: find(entry) for name, find in self.parts} for entry in entries]


class First:
    """The first *most* of a list: as many as the page shows of it."""

    __slots__ = ("find", "most")

    def __init__(self, most: int, find: JsonFinder) -> None:
        self.most = most
        self.find = find

    def __repr__(self) -> str:
        return f"First({self.most}, {self.find!r})"

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return reads(self.find)

    def __call__(self, data: Any) -> list[Raw]:
        return list(self.find(data)[: self.most])


class Texts:
    """What *find* gives for each entry at *path*: a list of texts."""

    __slots__ = ("find", "path")

    def __init__(self, path: str, find: JsonFinder) -> None:
        self.path = Path(path)
        self.find = find

    def __repr__(self) -> str:
        return f"Texts({self.path!r}, {self.find!r})"

    def reads(self) -> Iterator[Names]:
        """Yield what is looked at."""
        return _below(self.path, [self.find])

    def __call__(self, data: Any) -> list[Raw]:
        entries = self.path(data)
        return [self.find(entry) for entry in entries] if isinstance(entries, list) else []
