"""Finders: how a raw value is read inside one element of an HTML page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin

from lxml import etree

from filmspider.processors.text import fold
from filmspider.rules.contents import Element, lines, own_text, text_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.rules.base import Raw

Finder: TypeAlias = "Callable[[Element], Raw]"
"""Reads a raw value inside one element; its ``repr`` is what the documentation shows."""

_HOME = "https://www.imdb.com/"


def _text(match: Any) -> str:
    return fold(match if isinstance(match, str) else text_content(match))


class _Finder:
    """Base of finders: an XPath compiled once."""

    __slots__ = ("find", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.find = etree.XPath(path, smart_strings=False)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path!r})"

    def __call__(self, element: Element) -> Raw:
        raise NotImplementedError


class Text(_Finder):
    """Folded text of the first match; a path to an attribute or text node gives its value."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        for match in self.find(element):
            return " ".join(match.split()) if isinstance(match, str) else own_text(match)
        return None


class Texts(_Finder):
    """Folded text of every match, without empty ones."""

    __slots__ = ()

    def __call__(self, element: Element) -> list[str]:
        return [text for match in self.find(element) if (text := _text(match))]


class Joined(_Finder):
    """Folded text of all matches, joined by a space."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        return " ".join(text for match in self.find(element) if (text := _text(match))) or None


class Lines(_Finder):
    """Text of the first match, a line for each ``<br>`` and paragraph, without labels and controls."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        matches = self.find(element)
        return lines(matches[0]) if matches else None


class Attribute:
    """The value of an attribute of the element itself."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Attribute({self.name!r})"

    def __call__(self, element: Element) -> str | None:
        return element.get(self.name)


@dataclass(frozen=True, slots=True)
class First:
    """What *finder* reads in the first child with *tag*."""

    tag: str
    finder: Finder

    def __call__(self, element: Element) -> Raw:
        child = next(element.iterchildren(self.tag), None)
        return None if child is None else self.finder(child)


class Link(_Finder):
    """The address in the first matching attribute, made absolute against the page's own."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        addresses = self.find(element)
        if not addresses:
            return None
        address = str(addresses[0])
        return address if address.startswith("http") else urljoin(element.base or _HOME, address.strip())


class Each(_Finder):
    """One mapping for every match, its *parts* read inside it."""

    __slots__ = ("parts",)

    def __init__(self, path: str, **parts: Finder) -> None:
        super().__init__(path)
        self.parts = parts

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path!r}, {', '.join(f'{k}={part!r}' for k, part in self.parts.items())})"

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        return [{name: part(match) for name, part in self.parts.items()} for match in self.find(element)]


class One(Each):
    """The mapping of the first match, in a list."""

    __slots__ = ()

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        return [{name: part(match) for name, part in self.parts.items()} for match in self.find(element)[:1]]


class Linked(_Finder):
    """One mapping for every linked person or company: its address, its name and the text after the link."""

    __slots__ = ()

    def __call__(self, element: Element) -> list[dict[str, str]]:
        return [
            {"id": link.get("href", ""), "name": text_content(link), "notes": _after(link)}
            for link in self.find(element)
        ]


def _after(link: Element) -> str:
    """Text between a link and the next one; a wrapper that holds only the link ends with it."""
    parts = [link.tail or ""]
    for sibling in link.itersiblings():
        if sibling.tag == "a" or "ghost" in (sibling.get("class") or ""):  # a comment has no attributes at all
            break
        if isinstance(sibling.tag, str):
            parts.append(text_content(sibling))
        parts.append(sibling.tail or "")
    return "".join(parts)
