"""The parts of a page's source that hold something to read, so that nothing else is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Span(NamedTuple):
    """A part of the page's source, from *start* up to *end*."""

    start: bytes
    end: bytes


def cut(source: bytes, kept: tuple[Span, ...], dropped: tuple[Span, ...]) -> bytes:
    """Return the *kept* spans alone, without the *dropped* ones in them.

    A source that lacks one of the kept spans was written anew or is cut, and is returned whole.

    >>> cut(b"<nav><p>one<i>x</i> two</p><aside>", (Span(b"<p", b"<aside"),), (Span(b"<i", b" two"),))
    b'<p>one two</p>'
    """
    pieces = _kept(source, kept)
    if pieces is None:
        return source
    for span in dropped:
        pieces = [rest for piece in pieces for rest in _around(source, span, *piece)]
    return b"".join([source[start:end] for start, end in pieces])


def _kept(source: bytes, spans: tuple[Span, ...]) -> list[tuple[int, int]] | None:
    pieces: list[tuple[int, int]] = []
    position = 0
    for span in spans:
        start = source.find(span.start, position)
        position = source.find(span.end, start) if start >= 0 else -1
        if position < 0:
            return None
        pieces.append((start, position))
    return pieces or [(0, len(source))]


def _around(source: bytes, span: Span, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of a piece, wherever the span is found whole in it."""
    while (first := source.find(span.start, start, end)) >= 0 and (last := source.find(span.end, first, end)) >= 0:
        yield start, first
        start = last
    yield start, end
