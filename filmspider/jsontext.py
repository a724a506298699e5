"""JSON as pages hold it: valid mostly, else mended."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import msgspec

from filmspider.processors.text import SURROGATE

_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$", re.DOTALL)
_MOST_ESCAPES = 2
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def loads(raw: bytes) -> Any:
    """Return the value that *raw* holds, or ``None`` where it is no JSON even after mending.

    Mended are control characters inside strings, trailing commas, a trailing semicolon, comments around the value,
    quotes that were written as entities, once or twice, and halves of a surrogate pair, which become U+FFFD.

    >>> loads(b'{"name": "Aladdin", "genre": ["Comedy",],};')
    {'name': 'Aladdin', 'genre': ['Comedy']}
    """
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _mended(raw.decode("utf-8", "replace"))


def _mended(text: str) -> Any:
    for _ in range(_MOST_ESCAPES):
        text = text if '"' in text else html.unescape(text)
    text = _TRAILING_COMMA.sub(r"\1", _COMMENT.sub("", text)).strip().rstrip(";")
    try:
        return writable(json.loads(text, strict=False))
    except (ValueError, RecursionError):
        return None


def writable(value: Any) -> Any:
    r"""Return *value* with U+FFFD for each half of a surrogate pair, which a script leaves where it cuts a text.

    No half could be written in UTF-8.

    >>> writable(json.loads(r'["Amy \ud83d\ude00", "Amy \ud83d"]')) == ["Amy \U0001f600", "Amy \ufffd"]
    True
    """
    return json.loads(SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False)))
