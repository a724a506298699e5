"""Places on an HTML page: each section is found once, fields are read inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from filmspider.processors.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from filmspider.pages import Page
    from filmspider.rules.base import Raw

Element: TypeAlias = etree._Element
Finder: TypeAlias = "Callable[[Element], Raw]"
"""Reads a raw value inside one element."""

_text_content = etree.XPath("string()")


@dataclass(frozen=True)
class Section:
    """A part of the page that several rules read.

    *path* starts at the section named *within*, else at the document; *label* is the tag of its labels. Paths that
    search the whole document are the dearest thing a layout can do: use ``id()`` or a section inside another.
    """

    path: str
    within: str | None = None
    label: str | None = None
    find: Callable[..., Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "find", etree.XPath(self.path))


class HtmlView:
    """One HTML page with its sections and labels, each looked up once."""

    def __init__(self, page: Page, sections: Mapping[str, Section]) -> None:
        self.page = page
        self._sections = sections
        self._found: dict[str, Element | None] = {}
        self._labels: dict[str, dict[str, list[Element]]] = {}

    @cached_property
    def root(self) -> Element:
        """The document without its scripts and styles, whose text is no content."""
        root = self.page.root
        etree.strip_elements(root, "script", "style", with_tail=False)
        return root

    def section(self, name: str) -> Element | None:
        """Return the section's element, or ``None`` where the page has none."""
        if name not in self._found:
            section = self._sections[name]
            outer = self.root if section.within is None else self.section(section.within)
            matches = () if outer is None else section.find(outer)
            self._found[name] = matches[0] if matches else None
        return self._found[name]

    def labelled(self, name: str) -> dict[str, list[Element]]:
        """Return the section's blocks by the text of their labels, folded."""
        if name not in self._labels:
            blocks: dict[str, list[Element]] = {}
            section = self.section(name)
            tag = self._sections[name].label
            for label in () if section is None or tag is None else section.iter(tag):
                parent = label.getparent()
                if parent is not None:
                    blocks.setdefault(fold(_text_content(label)), []).append(parent)
            self._labels[name] = blocks
        return self._labels[name]


@dataclass(frozen=True, slots=True)
class In:
    """Read with *finder* in a section."""

    section: str
    finder: Finder

    def __call__(self, view: HtmlView) -> Raw:
        element = view.section(self.section)
        return None if element is None else self.finder(element)


class Labelled:
    """Read with *finder* in the block that one of *labels* heads; labels are matched whole."""

    __slots__ = ("finder", "labels", "section")

    def __init__(self, section: str, *labels: str, finder: Finder) -> None:
        self.section = section
        self.labels = labels
        self.finder = finder

    def __repr__(self) -> str:
        return f"Labelled({self.section!r}, {', '.join(map(repr, self.labels))}, finder={self.finder!r})"

    def __call__(self, view: HtmlView) -> Raw:
        blocks = view.labelled(self.section)
        raws = [self.finder(block) for label in self.labels for block in blocks.get(label, ())]
        return raws[0] if len(raws) == 1 else _flat(raws)


@dataclass(frozen=True)
class LabelledAreas:
    """Read every block whose label matches *pattern*, with the label's group ``area`` beside the text."""

    section: str
    pattern: str
    finder: Finder

    @cached_property
    def _match(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self.pattern).fullmatch

    def __call__(self, view: HtmlView) -> Raw:
        return [
            {"text": self.finder(block), "area": match.group("area")}
            for label, blocks in view.labelled(self.section).items()
            if (match := self._match(label))
            for block in blocks
        ]


def _flat(raws: list[Raw]) -> list[Raw]:
    """Join the lists of several blocks to one."""
    return [item for raw in raws for item in (raw if isinstance(raw, list) else [raw]) if item is not None]


class _Finder:
    """Base of finders: an XPath compiled once."""

    __slots__ = ("find", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.find = etree.XPath(path)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path!r})"

    def __call__(self, element: Element) -> Raw:
        raise NotImplementedError


class Text(_Finder):
    """Folded text of the first match; a path to an attribute or text node gives its value."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        matches = self.find(element)
        return _text(matches[0]) if matches else None


class Texts(_Finder):
    """Folded text of every match, without empty ones."""

    __slots__ = ()

    def __call__(self, element: Element) -> list[str]:
        return [text for match in self.find(element) if (text := _text(match))]


class Lines(_Finder):
    """Text of the first match with ``<br>`` and paragraphs as line ends, without controls and labels."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        matches = self.find(element)
        return lines(matches[0]) if matches else None


class Joined(_Finder):
    """Folded text of all matches, joined by a space."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        return " ".join(text for match in self.find(element) if (text := _text(match))) or None


class Content(_Finder):
    """Text of the first match without its labels and controls."""

    __slots__ = ()

    def __call__(self, element: Element) -> str | None:
        matches = self.find(element)
        return content(matches[0]) if matches else None


class Each(_Finder):
    """One mapping for every match, its *parts* read inside it."""

    __slots__ = ("parts",)

    def __init__(self, path: str, **parts: Finder) -> None:
        super().__init__(path)
        self.parts = parts

    def __repr__(self) -> str:
        return f"Each({self.path!r}, {', '.join(f'{name}={part!r}' for name, part in self.parts.items())})"

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        return [{name: part(match) for name, part in self.parts.items()} for match in self.find(element)]


class One(Each):
    """The mapping of the first match."""

    __slots__ = ()

    def __call__(self, element: Element) -> dict[str, Raw] | None:
        matches = self.find(element)
        return {name: part(matches[0]) for name, part in self.parts.items()} if matches else None


class Linked(_Finder):
    """One mapping for every linked person or company: its address, its name and the text after the link."""

    __slots__ = ()

    def __call__(self, element: Element) -> list[dict[str, str]]:
        return [
            {"id": link.get("href", ""), "name": _text_content(link), "notes": _after(link)}
            for link in self.find(element)
        ]


@dataclass(frozen=True, slots=True)
class Only:
    """What *finder* reads, if it matches *pattern*; its first group where it has one."""

    pattern: re.Pattern[str]
    finder: Finder

    def __call__(self, element: Element) -> str | None:
        text = self.finder(element)
        match = self.pattern.search(text) if text else None
        return match.group(match.lastindex or 0) if match else None


@dataclass(frozen=True, slots=True)
class Prefixed:
    """What *finder* reads, with *prefix* in front: a sign that the page draws only."""

    prefix: str
    finder: Finder

    def __call__(self, element: Element) -> str | None:
        text = self.finder(element)
        return self.prefix + text if text else None


def _text(match: Any) -> str:
    return fold(match if isinstance(match, str) else _text_content(match))


def _after(link: Element) -> str:
    """Text between a link and the next one; a wrapper that holds only the link ends with it."""
    parts = [link.tail or ""]
    for sibling in link.itersiblings():
        if sibling.tag == "a" or "ghost" in sibling.get("class", ""):
            break
        parts += [_text_content(sibling), sibling.tail or ""]
    return "".join(parts)


_LABELS = frozenset({"h3", "h4", "h5"})
_LINE_ENDS = frozenset({"br", "p", "div", "li"})
_CONTROLS = re.compile(r"(?:^|\s)(?:see-more|nobr|ghost|rightcornerlink)(?:\s|$)")


def _is_content(child: Element) -> bool:
    return isinstance(child.tag, str) and child.tag not in _LABELS and not _CONTROLS.search(child.get("class", ""))


def content(element: Element) -> str:
    """Return the element's text without its labels and control links."""
    parts = [element.text or ""]
    for child in element:
        if _is_content(child):
            parts.append(_text_content(child))
        elif child.get("class") == "ghost":
            parts.append("|")
        parts.append(child.tail or "")
    return fold("".join(parts))


def lines(element: Element) -> str:
    """Return the element's text with line ends where the page breaks lines, without labels and control links."""
    return "\n".join(map(fold, "".join(_line_parts(element)).split("\n"))).strip()


def _line_parts(element: Element) -> Iterator[str]:
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        if child.tag in _LINE_ENDS:
            yield "\n"
        if _is_content(child):
            yield from _line_parts(child)
        yield " ".join((child.tail or "").split("\n"))
