"""The parts of a page's source that hold something to read, so that nothing else is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


IN_ROWS = 8_192
"""Reach of what stands in every row of a list."""


class Span(NamedTuple):
    """A part of the page's source, from *start* up to *end*."""

    start: bytes
    end: bytes
    reach: int = 32_768
    """Bytes within which one that is dropped ends, and after which no other of a list begins."""
    other_starts: tuple[bytes, ...] = ()
    """What else one that is dropped may begin with; whichever stands first counts."""

    def begin(self, source: bytes, position: int, limit: int | None = None) -> int:
        """Return where the first one begins that does so from *position* to *limit*; -1 where none does."""
        first = source.find(self.start, position, limit)
        for start in self.other_starts:
            other = source.find(start, position, limit if first < 0 else first)
            first = first if other < 0 else other
        return first


def cut(source: bytes, kept: tuple[Span, ...], dropped: tuple[Span, ...]) -> bytes:
    """Return the *kept* spans alone, without the *dropped* ones in them.

    The kept ones stand in this order; a source that lacks one of them was written anew or is cut, and is returned
    whole. A dropped one may be missing, or be there several times, not far from each other; it is found soonest if they
    too are given in page order.

    >>> cut(b"<nav><p>one<i>x</i> two</p><aside>", (Span(b"<p", b"<aside"),), (Span(b"<i", b" two"),))
    b'<p>one two</p>'
    """
    pieces = _kept(source, kept)
    if pieces is None:
        return source
    rest = b"".join(pieces)
    return b"".join(_around(rest, sorted(_found(rest, dropped))))


def _kept(source: bytes, spans: tuple[Span, ...]) -> list[bytes] | None:
    pieces: list[bytes] = []
    position = 0
    for span in spans:
        start = source.find(span.start, position)
        position = source.find(span.end, start) if start >= 0 else -1
        if position < 0:
            return None
        pieces.append(source[start:position])
    return pieces or [source]


def _found(source: bytes, spans: tuple[Span, ...]) -> Iterator[tuple[int, int]]:
    """Yield where the spans stand; each is looked for behind the beginning of the one before it, then before that."""
    begin = 0
    for span in spans:
        start = span.begin(source, begin)
        if start < 0:
            start = span.begin(source, 0, begin)
        begin = begin if start < 0 else start
        while start >= 0 and (end := source.find(span.end, start, start + span.reach)) >= 0:
            yield start, end
            start = span.begin(source, end, end + span.reach)


def _around(source: bytes, places: Iterable[tuple[int, int]]) -> Iterator[bytes]:
    position = 0
    for start, end in places:
        if start >= position:
            yield source[position:start]
        position = max(position, end)
    yield source[position:]
