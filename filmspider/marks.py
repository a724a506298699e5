"""Tags found in a page's source by a word in them: what a page is shows before anybody parses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_TAG = 4_000
_TOP = 65_536
_ATTRIBUTE = re.compile(rb"(?<![^\s/\"'])([^\s=/\"'<>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def tags(body: bytes, word: bytes) -> Iterator[bytes]:
    """Yield the start tags that hold *word*; found by plain search, which a pattern takes ten times as long for.

    >>> list(tags(b'<p>canonical</p><link rel=canonical href="/title/tt0111161/">', b"canonical"))
    [b'<link rel=canonical href="/title/tt0111161/"']
    """
    position = body.find(word)
    last = -1
    while position >= 0:
        start = body.rfind(b"<", max(0, position - _LONGEST_TAG), position + 1)
        end = body.find(b">", position, position + _LONGEST_TAG)
        if start >= 0 and end >= 0 and body.find(b">", start, position) < 0:
            yield body[start:end]
            position = end
        if last < 0:
            last = body.rfind(word)  # what is not there is found out in half the time from the end
        position = body.find(word, position + 1) if position < last else -1


def attributes(tag: bytes) -> dict[bytes, bytes]:
    """Return the attributes of a tag that have values, quoted or not; names in lower case.

    >>> attributes(b"<DIV CLASS=title_wrapper id='x'")
    {b'class': b'title_wrapper', b'id': b'x'}
    """
    return {name.lower(): value or single or plain for name, value, single, plain in _ATTRIBUTE.findall(tag)}


def canonicals(body: bytes) -> Iterator[str]:
    """Yield the addresses that a page calls its own: several where pages were joined.

    >>> list(canonicals(b'<link rel="canonical" href="http://www.imdb.com/title/tt0111161/" />'))
    ['http://www.imdb.com/title/tt0111161/']
    """
    for tag in tags(body, b"canonical"):
        if tag[:5].lower() == b"<link" and (address := attributes(tag).get(b"href")) is not None:
            yield address.decode("utf-8", "replace")


def holds(body: bytes, word: bytes) -> bool:
    """Whether *word* stands in *body*; near its beginning, where a layout's marks mostly stand, it is found soonest."""
    return body.find(word, 0, _TOP) >= 0 or body.rfind(word, _TOP - len(word)) >= 0


def has_class(body: bytes, name: bytes) -> bool:
    """Whether a tag has the class, whatever the order and quotes of its attributes.

    >>> has_class(b"<div class='title_wrapper wide'>", b"title_wrapper")
    True
    """
    return holds(body, name) and any(name in attributes(tag).get(b"class", b"").split() for tag in tags(body, name))


def has_id(body: bytes, name: bytes) -> bool:
    """Whether a tag has the id; other ids and classes may hold it.

    >>> has_id(b"<table class=nm-title_list><table id='title_list'>", b"title_list")
    True
    """
    return holds(body, name) and any(attributes(tag).get(b"id") == name for tag in tags(body, name))


def class_of(body: bytes, name: bytes) -> bytes | None:
    """Return the class of the first tag with the id *name*.

    >>> class_of(b"<link href=tn15.css><DIV CLASS='combined' ID=tn15>", b"tn15")
    b'combined'
    """
    found = (attributes(tag) for tag in tags(body, name))
    return next((each.get(b"class") for each in found if each.get(b"id") == name), None)
