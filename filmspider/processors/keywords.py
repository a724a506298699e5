"""Plot keywords."""

from __future__ import annotations

from filmspider.processors.text import fold


def keywords(raw: str) -> list[str]:
    """Read one keyword, or several parted by commas as structured data has them; no keyword holds a comma.

    >>> keywords("bad acting,male alien"), keywords(" little boy blue")
    (['bad acting', 'male alien'], ['little boy blue'])
    """
    return [keyword for part in raw.split(",") if (keyword := fold(part))]
