"""How the lines of a dump are divided at its headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.rules.linefinders import Lines


def sections(lines: Lines, opens: Callable[[str], str | None], end: str = "end") -> dict[str, Lines]:
    """Return the lines under each heading, before the first one as ``top``; the section called *end* ends the record.

    *opens* says which section a line opens. A section that is opened again goes on; its heading inside it is a line.

    >>> sections(["Kid", "Cast", "Ann Oar", "Home"], {"Cast": "cast", "Home": "end"}.get)
    {'top': ['Kid'], 'cast': ['Ann Oar']}
    """
    current = "top"
    found: dict[str, Lines] = {current: []}
    for line in lines:
        name = opens(line)
        if name == end:
            break
        if name and name != current:
            current = name
            found.setdefault(current, [])
        else:
            found[current].append(line)
    return found
