"""Places on pages whose parts are named by the attribute ``data-testid``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from filmspider.packing import MAX_BODY
from filmspider.pages import parse_html
from filmspider.processors.text import fold
from filmspider.rules.contents import text_content
from filmspider.rules.cutting import Span, cut

if TYPE_CHECKING:
    from filmspider.pages import Page
    from filmspider.rules.base import Raw
    from filmspider.rules.contents import Element
    from filmspider.rules.finders import Finder

_DROPPED = (
    Span(b"<script", b"</script", MAX_BODY),
    Span(b"<style", b"</style", MAX_BODY),
    Span(b"<svg", b"</svg"),
)
"""Most of the page; a script that could not be read, or a saved style, may be a megabyte of it."""
_TEST_ID = "data-testid"
_LABEL = etree.XPath("*[contains(@class,'item__label')]")


class TestIdView:
    """One HTML page with its named parts, found in one pass."""

    __test__ = False  # no test, whatever pytest makes of the name

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def root(self) -> Element:
        """The document without its scripts and styles, whose text is no content."""
        root = parse_html(cut(self.page.utf8, (), _DROPPED), self.page.own_address)
        etree.strip_elements(root, "script", "style", "svg", with_tail=False)
        return root

    @cached_property
    def named(self) -> dict[str, list[Element]]:
        """Return all parts by name."""
        found: dict[str, list[Element]] = {}
        for element in self.root.iter():
            name = element.get(_TEST_ID)
            if name:
                found.setdefault(name, []).append(element)
        return found


class Named:
    """What *find* reads in the first part called by one of the *names* that the page has."""

    __slots__ = ("find", "names")

    def __init__(self, *names: str, find: Finder) -> None:
        self.names = names
        self.find = find

    def __repr__(self) -> str:
        return f"Named({', '.join(map(repr, self.names))}, find={self.find!r})"

    def __call__(self, view: TestIdView) -> Raw:
        parts = (part for name in self.names for part in view.named.get(name, ()))
        part = next(parts, None)
        return None if part is None else self.find(part)


class EachNamed:
    """What *find* reads in every part called *name*, one after the other."""

    __slots__ = ("find", "name")

    def __init__(self, name: str, find: Finder) -> None:
        self.name = name
        self.find = find

    def __repr__(self) -> str:
        return f"EachNamed({self.name!r}, {self.find!r})"

    def __call__(self, view: TestIdView) -> list[Raw]:
        return [raw for part in view.named.get(self.name, ()) for raw in self.find(part)]


class Row:
    """What *find* reads in the row with one of *labels*, of the rows at *path* in the parts called *name*.

    A label may be in any language where it leads to the sub-page called *link*.
    """

    __slots__ = ("find", "labels", "link", "name", "path")

    def __init__(self, name: str, *labels: str, find: Finder, path: str = ".", link: str | None = None) -> None:
        self.name = name
        self.labels = labels
        self.find = find
        self.path = etree.XPath(path)
        self.link = link

    def __repr__(self) -> str:
        link = f", link={self.link!r}" if self.link else ""
        return f"Row({self.name!r}, {', '.join(map(repr, self.labels))}, find={self.find!r}{link})"

    def __call__(self, view: TestIdView) -> Raw:
        for part in view.named.get(self.name, ()):
            for row in self.path(part):
                if any(map(self._is_ours, _LABEL(row))):
                    return self.find(row)
        return None

    def _is_ours(self, label: Element) -> bool:
        leads = self.link is not None and f"/{self.link}" in label.get("href", "")
        return leads or fold(text_content(label)) in self.labels


class In:
    """What *find* reads in the *part* of the document: ``head`` or ``body``."""

    __slots__ = ("find", "part")

    def __init__(self, part: str, find: Finder) -> None:
        self.part = part
        self.find = find

    def __repr__(self) -> str:
        return f"In({self.part!r}, {self.find!r})"

    def __call__(self, view: TestIdView) -> Raw:
        part = view.root.find(self.part)
        return None if part is None else self.find(part)
