"""The registry of page layouts. A new layout is one module here and one line below.

Other distributions register theirs as entry points: see ``docs/extending.md``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from filmspider.layouts.combined import COMBINED
from filmspider.layouts.in_development2018 import IN_DEVELOPMENT_2018
from filmspider.layouts.reference2017 import REFERENCE_2017
from filmspider.layouts.reference2025 import REFERENCE_2025
from filmspider.layouts.text import TEXT
from filmspider.layouts.text_reference import TEXT_REFERENCE
from filmspider.layouts.text_title2021 import TEXT_TITLE_2021
from filmspider.layouts.text_tn15 import TEXT_TN15
from filmspider.layouts.title2010 import TITLE_2010
from filmspider.layouts.title2015 import TITLE_2015
from filmspider.layouts.title2021 import TITLE_2021
from filmspider.layouts.title2021_saved import TITLE_2021_SAVED
from filmspider.layouts.tn15 import TN15
from filmspider.plugins import registered_layouts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from filmspider.pages import Page
    from filmspider.rules import Layout

LAYOUTS: tuple[Layout, ...] = (
    TITLE_2021,
    REFERENCE_2025,
    IN_DEVELOPMENT_2018,
    TITLE_2015,
    TITLE_2010,
    REFERENCE_2017,
    COMBINED,
    TN15,
    TITLE_2021_SAVED,
    TEXT_REFERENCE,
    TEXT_TN15,
    TEXT_TITLE_2021,
    TEXT,
)
"""Our layouts, in the order in which a page is held against them."""


@cache
def registered() -> tuple[Layout, ...]:
    """Return the layouts that other distributions register. Raises :class:`LayoutError` for one that cannot be used."""
    return registered_layouts(layout.name for layout in LAYOUTS)


def every() -> tuple[Layout, ...]:
    """Return every layout: ours, then those from outside."""
    return (*LAYOUTS, *registered())


def detect(page: Page) -> Layout | None:
    """Return the layout that *page* looks like, or ``None``; one from outside only where it looks like none of ours."""
    return _first(LAYOUTS, page) or _first(registered(), page)


def _first(layouts: Iterable[Layout], page: Page) -> Layout | None:
    return next((layout for layout in layouts if layout.media == page.media and layout.detect(page)), None)
