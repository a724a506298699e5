"""The text of an element of an HTML page: all of it, its own without labels and controls, or line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from filmspider.processors.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

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


def own_text(element: Element) -> str:
    """Return the element's folded text."""
    return fold(text_content(element))


def own_lines(element: Element) -> list[str]:
    """Return every line of the text directly in the element that is not empty, as the page's source breaks them."""
    parts = [element.text, *(child.tail for child in element)]
    return [fold(line) for part in parts if part for line in part.split("\n") if line and not line.isspace()]
