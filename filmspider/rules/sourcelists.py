"""Lists whose rows are read in a page's source: no document is built of rows that are written as they mostly are."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from filmspider.rules.base import Raw

    Row = dict[str, Raw]

_TAG = re.compile(r"<[^>]*>")
_OTHER_ENTITY = re.compile(r"&(?!(?:amp|quot|lt|gt|nbsp|raquo|#39|#x2\d|#x[A-F][0-9A-F]|#x[0-9A-F]{3,4});|\s)")
"""One that not every parser takes for the same character."""


class DoubtfulError(ValueError):
    """Raised for a text of which a document may say something else."""


class SourceList(NamedTuple):
    """A list in the source, from *begin* to *end*."""

    begin: bytes
    end: bytes
    marks: tuple[bytes, ...]
    """What stands in rows only, the first of them in every row."""
    row: re.Pattern[str]
    """A whole row."""
    read: Callable[..., Row]
    """Makes a raw mapping of the groups of *row*. May raise :class:`DoubtfulError`."""


def taken_out(source: bytes, lists: Mapping[str, SourceList]) -> tuple[bytes, dict[str, list[Row]]]:
    """Return *source*, in UTF-8, without the rows of *lists*, and these by the names of the lists.

    A list stays where it is if one of its rows is written in another way, or stands behind its end.
    """
    found: dict[str, list[Row]] = {}
    for name, each in lists.items():
        place = _place(source, each)
        rest, rows = _rows(source[place], each) if place else (b"", [])
        if place and rows:
            source = source[: place.start] + rest + source[place.stop :]
            found[name] = rows
    return source, found


def _place(source: bytes, each: SourceList) -> slice | None:
    start = source.find(each.begin)
    end = source.find(each.end, start) if start >= 0 else -1
    return slice(start, end) if end >= 0 and source.find(each.marks[0], end) < 0 else None


def _rows(source: bytes, each: SourceList) -> tuple[bytes, list[Row]]:
    """Return what is left of the source of a list without its rows, and what these state."""
    pieces = each.row.split(source.decode())
    step = each.row.groups + 1
    rest = "".join(pieces[::step]).encode()
    if any(mark in rest for mark in each.marks):
        return source, []
    try:
        return rest, [each.read(*pieces[at : at + step - 1]) for at in range(1, len(pieces), step)]
    except DoubtfulError:
        return source, []


def text_of(markup: str) -> str:
    """Return the text of a piece of source. Raises :class:`DoubtfulError`.

    >>> text_of('<a href="/character/ch0000741/">Neo</a> &amp; others')
    'Neo & others'
    """
    text = _TAG.sub("", markup) if "<" in markup else markup
    if "&" not in text:
        return text
    if _OTHER_ENTITY.search(text):
        raise DoubtfulError(text)
    return html.unescape(text)
