"""What a processor may return besides a plain value."""

from __future__ import annotations

from typing import Any, NamedTuple


class Unparsed(NamedTuple):
    """A raw string that no processor understood; it is kept in ``problems`` and makes its field ``unparsed``."""

    raw: str


class Noted(NamedTuple):
    """A value with a remark for ``problems``: ``Noted(11400, "rounded", "11.4K")``."""

    value: Any
    """The value itself, or the list of them."""
    code: str
    """Kind of remark: ``rounded`` or ``truncated``."""
    detail: str
    """The raw text."""
