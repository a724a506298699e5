"""JSON as pages hold it: valid mostly, else mended."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$", re.DOTALL)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def loads(raw: bytes) -> Any:
    """Return the value that *raw* holds, or ``None`` where it is no JSON even after mending.

    Mended are control characters inside strings, trailing commas, a trailing semicolon and comments around the value.

    >>> loads(b'{"name": "Aladdin", "genre": ["Comedy",],};')
    {'name': 'Aladdin', 'genre': ['Comedy']}
    """
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _mended(raw.decode("utf-8", "replace"))


def _mended(text: str) -> Any:
    text = _TRAILING_COMMA.sub(r"\1", _COMMENT.sub("", text)).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
