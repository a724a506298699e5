"""Finders for the pages of 2009 to 2017: labelled blocks that end in a link to more, and drawn thumbnails."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from filmspider.processors.text import fold
from filmspider.rules.contents import Element, one_line, text_content
from filmspider.rules.finders import _Finder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from filmspider.rules.base import Raw
    from filmspider.rules.finders import Finder

_MORE = "tn15more"
_CAPTION = re.compile(r"_ZA([^,_]+),")


def block_lines(block: Element) -> list[str]:
    """Return the lines of a block, as ``<br>`` breaks them, without its label and from its link to more on."""
    return [line for part in "".join(_parts(_body(block))).split("\n") if (line := fold(part))]


def block_text(block: Element) -> str:
    """Return the block's lines as one."""
    return " ".join(block_lines(block))


def block_items(block: Element) -> list[str]:
    """Return what the block lists with bars between."""
    return [item for part in block_text(block).split("|") if (item := part.strip())]


def _body(block: Element) -> Element:
    """Return the element with the block's content; the oldest pages have none and keep it beside the label."""
    return next((part for part in block.iterchildren("div") if part.get("class", "").startswith("info-")), block)


def _parts(body: Element) -> Iterator[str]:
    yield one_line(body.text)
    for child in body:
        if _MORE in (child.get("class") or ""):  # a comment has no attributes at all
            return
        if child.tag == "br":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag != "h5":
            yield one_line(text_content(child))
        yield one_line(child.tail)


class FirstLike:
    """The first of the strings that *finder* reads that *pattern* matches whole; its group that took part."""

    __slots__ = ("finder", "pattern")

    def __init__(self, pattern: str, finder: Callable[[Element], list[str]]) -> None:
        self.pattern = re.compile(pattern)
        self.finder = finder

    def __repr__(self) -> str:
        return f"FirstLike({self.pattern.pattern!r}, {self.finder!r})"

    def __call__(self, element: Element) -> str | None:
        """Return the group, or ``None`` where no string is like the pattern."""
        matches = map(self.pattern.fullmatch, self.finder(element))
        return next((match[match.lastindex or 0] for match in matches if match), None)


@dataclass(frozen=True, slots=True)
class Holding:
    """What *finder* reads in an element whose text holds *words*: for what few pages have and is dear to look for."""

    words: str
    finder: Finder

    def __call__(self, element: Element) -> Raw:
        """Return what the finder reads, or ``None`` where the words are missing."""
        return self.finder(element) if self.words in text_content(element) else None


class Marked(_Finder):
    """*value* where there is a match: something whose presence says it."""

    __slots__ = ("value",)

    def __init__(self, path: str, value: str) -> None:
        super().__init__(path)
        self.value = value

    def __repr__(self) -> str:
        return f"Marked({self.path!r}, {self.value!r})"

    def __call__(self, element: Element) -> str | None:
        """Return the value, or ``None`` where there is no match."""
        return self.value if self.find(element) else None


class Caption(_Finder):
    """The words drawn on the thumbnail with the address that matches, if *pattern* matches them whole.

    The address says what is drawn: ``…_ZA02%253A14,84,…`` is the length 02:14.
    """

    __slots__ = ("pattern",)

    def __init__(self, path: str, pattern: str) -> None:
        super().__init__(path)
        self.pattern = re.compile(pattern)

    def __repr__(self) -> str:
        return f"Caption({self.path!r}, {self.pattern.pattern!r})"

    def __call__(self, element: Element) -> str | None:
        """Return the words, or ``None`` where none are like the pattern."""
        captions = (unquote(unquote(drawn)) for source in self.find(element) for drawn in _CAPTION.findall(source))
        return next(filter(self.pattern.fullmatch, captions), None)


class Columns(_Finder):
    """One mapping for every column of the rows that match, its parts read in its cells: ``part=(row, finder)``."""

    __slots__ = ("parts",)

    def __init__(self, path: str, **parts: tuple[int, Finder]) -> None:
        super().__init__(path)
        self.parts = parts

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}=({row}, {finder!r})" for name, (row, finder) in self.parts.items())
        return f"Columns({self.path!r}, {parts})"

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        """Return the mappings, from left to right."""
        rows = [list(row.iterchildren("td")) for row in self.find(element)]
        return [self._read(rows, column) for column in range(max(map(len, rows), default=0))]

    def _read(self, rows: list[list[Element]], column: int) -> dict[str, Raw]:
        return {
            name: finder(rows[row][column])
            for name, (row, finder) in self.parts.items()
            if row < len(rows) and column < len(rows[row])
        }
