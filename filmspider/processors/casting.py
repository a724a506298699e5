"""What a page says of its cast list as a whole."""

from __future__ import annotations

from filmspider.processors.text import fold

_PARTIAL = ("cast overview", "first billed only")
_COMPLETE = (
    "complete credited cast",
    "verified as complete",
    "believed to be complete",
    "complete, awaiting verification",
    "complete, cast awaiting verification",
)


def cast_complete(raw: str) -> bool | None:
    """Read whether a cast list calls itself complete; ``None`` for "Credited cast" and the like.

    >>> cast_complete("Cast overview, first billed only:"), cast_complete("Complete credited cast:")
    (False, True)
    >>> cast_complete("complete_and_verified"), cast_complete("unknown")
    (True, None)
    >>> cast_complete("Complete, Cast awaiting verification")
    True
    >>> cast_complete("Credited cast:")
    """
    text = fold(raw).lower()
    if text.startswith("complete_"):  # an id in script data
        return True
    if any(words in text for words in _PARTIAL):
        return False
    return True if any(words in text for words in _COMPLETE) else None
