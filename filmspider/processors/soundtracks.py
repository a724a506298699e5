"""Pieces of music and their credit lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import Soundtrack
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import fold, without_controls
from filmspider.processors.titles import unquoted

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUOTED = re.compile(r'"(?P<title>[^"]+)" (?P<rest>(?:\(|by\b|from\b).*)')


def soundtrack(raw: Mapping[str, Any]) -> Soundtrack | Unparsed | None:
    r"""Read a piece: ``title`` and ``lines``, its credits; what follows a title on lines of its own are credits too.

    >>> soundtrack({"title": "One Jump Ahead\n(1992)", "lines": ["Music by Alan Menken", "See more »"]}).credits
    ['(1992)', 'Music by Alan Menken']
    """
    title, *first = _lines(raw.get("title") or "") or [""]
    given = raw.get("lines") or []
    credits_ = [*first, *(line for text in ([given] if isinstance(given, str) else given) for line in _lines(text))]
    if quoted := _QUOTED.fullmatch(title):
        title, credits_ = quoted["title"].strip(), [quoted["rest"], *credits_]
    if title:
        return Soundtrack(title=unquoted(title), credits=credits_)
    return Unparsed("\n".join(credits_)) if credits_ else None


def _lines(text: str) -> list[str]:
    lines = (without_controls(fold(line)) for line in text.splitlines())
    return [line for line in lines if line]
