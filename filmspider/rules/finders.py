"""Finders: how a raw value is read inside one element of an HTML page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin

from lxml import etree

from filmspider.processors.text import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from filmspider.rules.base import Raw

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
Finder: TypeAlias = "Callable[[Element], Raw]"
"""Reads a raw value inside one element; its ``repr`` is what the documentation shows."""

_HOME = "https://www.imdb.com/"
_string = etree.XPath("string()", smart_strings=False)
_LABELS = frozenset({"h3", "h4", "h5"})
_LINE_ENDS = frozenset({"p", "div", "li"})
_CONTROLS = frozenset({"see-more", "nobr", "ghost", "rightcornerlink"})


def text_content(element: Element) -> str:
    """Return all text of an element; most have no elements in them, or a plain one."""
    inner = len(element)
    if not inner:
        return element.text or ""
    only = element[0]
    if inner == 1 and not len(only) and isinstance(only.tag, str):
        return f"{element.text or ''}{only.text or ''}{only.tail or ''}"
    text: str = _string(element)
    return text


def _text(match: Any) -> str:
    return fold(match if isinstance(match, str) else text_content(match))


def _is_content(child: Element) -> bool:
    tag = child.tag
    if tag in _LABELS or not isinstance(tag, str):
        return False
    classes = child.get("class")
    return classes is None or _CONTROLS.isdisjoint(classes.split())


def own_content(element: Element) -> str:
    """Return the element's folded text without its labels and control links."""
    return fold(content(element))


def content(element: Element) -> str:
    """Return the element's text without its labels and control links."""
    if all(map(_is_content, element)):
        return text_content(element)
    parts = [element.text or ""]
    for child in element:
        if _is_content(child):
            parts.append(text_content(child))
        elif child.get("class") == "ghost":
            parts.append("|")
        parts.append(child.tail or "")
    return "".join(parts)


def lines(element: Element) -> str:
    """Return the element's text with line ends where the page breaks lines, without labels and control links."""
    return "\n".join(map(fold, "".join(_line_parts(element)).split("\n"))).strip()


def _line_parts(element: Element) -> Iterator[str]:
    """Yield the texts in page order, without recursion: a damaged page is nested deeper than Python calls."""
    yield one_line(element.text)
    pending: list[Element | str] = [*reversed(element)]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            yield part
            continue
        if part.tag == "br":
            yield "\n" + one_line(part.tail)
            continue
        if part.tag in _LINE_ENDS:
            yield "\n"
        pending.append(one_line(part.tail))
        if _is_content(part):
            yield one_line(part.text)
            pending += reversed(part)


def one_line(text: str | None) -> str:
    """Return a text of the source, whose line ends are white space only, without them."""
    return text.replace("\n", " ") if text else ""


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


class Content(_Finder):
    """Text of the first match without its labels and controls."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        matches = self.find(element)
        return own_content(matches[0]) if matches else None


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


def own_text(element: Element) -> str:
    """Return the element's folded text."""
    return fold(text_content(element))


def own_lines(element: Element) -> list[str]:
    """Return every line of the text directly in the element that is not empty, as the page's source breaks them."""
    parts = [element.text, *(child.tail for child in element)]
    return [fold(line) for part in parts if part for line in part.split("\n") if line and not line.isspace()]


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


@dataclass(frozen=True, slots=True)
class Only:
    """What *finder* reads, if it matches *pattern*; its first group where it has one."""

    pattern: re.Pattern[str]
    finder: Finder

    def __call__(self, element: Element) -> str | None:
        text = self.finder(element)
        match = self.pattern.search(text) if isinstance(text, str) else None
        return match.group(match.lastindex or 0) if match else None


@dataclass(frozen=True, slots=True)
class Alone:
    """A title that *finder* reads with nothing beside it: brackets at its end are its own."""

    finder: Finder

    def __call__(self, element: Element) -> dict[str, Raw] | None:
        text = self.finder(element)
        return {"alone": text} if text else None


@dataclass(frozen=True, slots=True)
class Prefixed:
    """What *finder* reads, with *prefix* in front: a sign that the page draws only."""

    prefix: str
    finder: Finder

    def __call__(self, element: Element) -> str | None:
        text = self.finder(element)
        return self.prefix + text if text else None


@dataclass(frozen=True, slots=True)
class Respelled:
    """What *finder* reads, with *other* wherever the page writes *spelling*."""

    spelling: str
    other: str
    finder: Finder

    def __call__(self, element: Element) -> str | None:
        text = self.finder(element)
        return text.replace(self.spelling, self.other) if text else None
