"""The labels and headings on a page, and which of them nobody reads: what to look at first in a new layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from filmspider.items.types import Model
from filmspider.pages import parse_html
from filmspider.processors.text import fold
from filmspider.rules.contents import own_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.pages import Page
    from filmspider.rules.contents import Element
    from filmspider.tracing import Trace

_HEADINGS = {"h2", "h3", "h4", "h5", "h6", "th", "dt", "label"}
_WITH_COLON = {"td", "b", "strong", "span", "p", "div"}
_LONGEST = 60
_LONGEST_VALUE = 60
_OPENING = 2
"""Words by which the text after a label is looked for in what rules found."""
_SHORTEST_OPENING = 4
_LINE = re.compile(r"^\W*?(?P<label>[^\W\d_][^:\n]{1,58}:)(?=\s*(?P<value>[^\n]*))", re.MULTILINE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Label:
    """A label or heading with how the text after it begins."""

    text: str
    element: str
    """The tag and first class of its element; ``line`` in a text dump."""
    value: str


def labels(page: Page) -> list[Label]:
    """Return every label of *page* once, in the page's order."""
    found: dict[str, Label] = {}
    for label in _in_html(page) if page.media == "html" else _in_text(page.text):
        found.setdefault(label.text, label)
    return list(found.values())


def unread(found: Trace, page: Page) -> list[Label]:
    """Return the labels of *page* that no rule reads; all of them where its layout is unknown.

    A label is read if a rule of the layout names it, or if the first words after it are in something that a rule found.
    This is for people: words that happen to be elsewhere too hide a label now and then.
    """
    named = " ".join(repr(rule.place) for rule in found.layout.rules) if found.layout else ""
    read = "\n".join(_words(text) for sight in found.sights for text in _texts([sight.raw, sight.values]))
    return [label for label in labels(page) if not (_is_named(label, named) or _is_found(label, read))]


def _is_named(label: Label, named: str) -> bool:
    return any(f"{quote}{label.text.rstrip(' :')}" in named for quote in "'\"")


def _is_found(label: Label, read: str) -> bool:
    words = _words(label.value).split()
    opening = " ".join(words[: 1 if words and words[0].isdecimal() else _OPENING])
    return len(opening) >= _SHORTEST_OPENING and opening in read


def _words(text: str) -> str:
    """Return the words and figures of *text*; figures may be written with commas or without.

    >>> _words("$25,000,000 (estimated)")
    '25000000 estimated'
    """
    return " ".join(_WORD.findall(text.replace(",", "")))


def _texts(raw: Any) -> Iterator[str]:
    if isinstance(raw, Model):
        raw = raw.model_dump()
    if isinstance(raw, dict):
        raw = list(raw.values())
    if isinstance(raw, list):
        yield " ".join(text for part in raw for text in _texts(part))
    elif raw is not None:
        yield str(raw)


def _in_html(page: Page) -> Iterator[Label]:
    try:
        root = parse_html(page.utf8)  # a copy of our own, as parts are taken out
    except etree.ParserError:
        return
    etree.strip_elements(root, "script", "style", "noscript", with_tail=False)
    for element in root.iter(*_HEADINGS, *_WITH_COLON):
        text = own_text(element)
        if 1 < len(text) <= _LONGEST and _is_label(element, text):
            yield Label(text, _element_name(element), _after(element))


def _is_label(element: Element, text: str) -> bool:
    if element.tag in _HEADINGS or "label" in element.get("class", ""):
        return True
    return text.endswith(":") and not any(own_text(child) == text for child in element.iterchildren("*"))


def _element_name(element: Element) -> str:
    classes = element.get("class", "").split()
    return ".".join([str(element.tag), *classes[:1]])


def _after(element: Element) -> str:
    """Return how the text after the label begins: in its block, else in what follows the block."""
    text = fold(element.tail or "")
    outer: Element | None = element
    while outer is not None and len(text) < _SHORTEST_OPENING:
        for following in outer.itersiblings():
            if len(text) < _LONGEST_VALUE:
                text = fold(f"{text} {own_text(following)} {following.tail or ''}")
        outer = outer.getparent()
    return text[:_LONGEST_VALUE]


def _in_text(text: str) -> Iterator[Label]:
    for match in _LINE.finditer(text):
        yield Label(fold(match["label"]), "line", fold(match["value"])[:_LONGEST_VALUE])
