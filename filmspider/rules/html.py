"""Places on an HTML page: each section is found once, fields are read inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from filmspider.decoding import to_utf8
from filmspider.pages import parse_html
from filmspider.processors.text import fold
from filmspider.rules.contents import Element, text_content
from filmspider.rules.cutting import Span, cut
from filmspider.rules.sourcelists import SourceList, taken_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from filmspider.pages import Page
    from filmspider.rules.base import Raw
    from filmspider.rules.finders import Finder


class Section:
    """A part of the page that several rules read.

    It stands at an XPath *path*, or is the first ``div`` with the class *css_class*; both from the section named
    *within*, else from the document. *label* is the tag of its labels, *rows* is the list of rows that it mostly is. A
    path that searches the whole document is the dearest thing that a layout can do: use ``id()`` or a section inside
    another.
    """

    __slots__ = ("css_class", "find", "label", "rows", "within")

    def __init__(
        self,
        path: str | None = None,
        *,
        css_class: str = "",
        within: str | None = None,
        label: str | None = None,
        rows: SourceList | None = None,
    ) -> None:
        self.find = etree.XPath(path, smart_strings=False) if path else None
        self.css_class = css_class
        self.within = within
        self.label = label
        self.rows = rows


class HtmlView:
    """One HTML page with its sections and labels, each looked up once.

    Parsing is most of the work, so only the *kept* spans are parsed where the page has all of them in order; *dropped*
    are spans inside them, found any number of times, that hold nothing to read. A page that lacks one of the kept spans
    was written anew or is cut, and is parsed whole. *english* are the labels that rules name, by those of other
    languages.
    """

    def __init__(
        self,
        page: Page,
        sections: Mapping[str, Section],
        kept: tuple[Span, ...] = (),
        dropped: tuple[Span, ...] = (),
        english: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.page = page
        self._english = english
        self._sections = sections
        self._kept = kept
        self._dropped = dropped
        self._found: dict[str, Element | None] = {}
        self._labels: dict[str, dict[str, list[Element]]] = {}
        self._classes: dict[str | None, dict[str, Element]] = {}

    @cached_property
    def root(self) -> Element:
        """The document without its scripts and styles, whose text is no content."""
        root = parse_html(self._source[0], self.page.own_address)
        etree.strip_elements(root, "script", "style", with_tail=False)
        return root

    @cached_property
    def _source(self) -> tuple[bytes, dict[str, list[dict[str, Raw]]]]:
        source = cut(self.page.body, self._kept, self._dropped)
        lists = {name: section.rows for name, section in self._sections.items() if section.rows}
        return taken_out(to_utf8(source, self.page.charset), lists)

    def rows(self, name: str) -> list[dict[str, Raw]] | None:
        """Return the section's rows if they were read in the source."""
        return self._source[1].get(name)

    def section(self, name: str | None) -> Element | None:
        """Return the section's element, or ``None`` where the page has none; the document for no name."""
        if name is None:
            return self.root
        if name not in self._found:
            self._found[name] = self._find(self._sections[name])
        return self._found[name]

    def _find(self, section: Section) -> Element | None:
        if section.find is None:
            return self.by_class(section.within).get(section.css_class)
        outer = self.section(section.within)
        matches = () if outer is None else section.find(outer)
        return matches[0] if matches else None

    def by_class(self, name: str | None) -> dict[str, Element]:
        """Return the first ``div`` of each class in the section."""
        if name not in self._classes:
            classes: dict[str, Element] = {}
            section = self.section(name)
            for element in () if section is None else section.iter("div"):
                for token in element.get("class", "").split():
                    classes.setdefault(token, element)
            self._classes[name] = classes
        return self._classes[name]

    def labelled(self, name: str) -> dict[str, list[Element]]:
        """Return the section's blocks by the text of their labels, folded."""
        if name not in self._labels:
            blocks: dict[str, list[Element]] = {}
            section = self.section(name)
            tag = self._sections[name].label
            for label in () if section is None or tag is None else section.iter(tag):
                parent = label.getparent()
                if parent is not None:
                    text = fold(text_content(label))
                    blocks.setdefault(self._english.get(text, text), []).append(parent)
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


class Rows(In):
    """The rows of a section where they were read in the source, else what *finder* reads in it."""

    __slots__ = ()

    def __call__(self, view: HtmlView) -> Raw:
        rows = view.rows(self.section)
        return super().__call__(view) if rows is None else rows


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
