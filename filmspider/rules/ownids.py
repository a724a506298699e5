"""Ids by which a page names its own title, wherever they stand: pages that were joined name two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.marks import canonicals

if TYPE_CHECKING:
    from filmspider.rules.base import View

_SUB_PAGE = re.compile(
    rb"/title/(tt\d{7,})/(?:awards|companycredits|externalreviews|fullcredits|goofs|keywords|locations"
    rb"|movieconnections|quotes|releaseinfo|soundtrack|taglines|technical|trivia)\b"
)
"""Links to these lead from a title's page to its own sub-pages only, whatever else the page links to."""


class SubPages:
    """The titles whose sub-pages the page links to: its own."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "SubPages()"

    def __call__(self, view: View) -> list[str]:
        """Return each id once, in page order."""
        return [found.decode("ascii") for found in dict.fromkeys(_SUB_PAGE.findall(view.page.body))]


class Canonical:
    """The address in the page's first ``<link rel="canonical">``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Canonical()"

    def __call__(self, view: View) -> str | None:
        """Return the address, or ``None`` where the page has none."""
        address: str | None = view.page.canonical
        return address


class Canonicals:
    """The address in every ``<link rel="canonical">``: there are several where pages were joined."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Canonicals()"

    def __call__(self, view: View) -> list[str]:
        """Return the addresses in page order."""
        return list(canonicals(view.page.body))
