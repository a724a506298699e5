"""Saved pages for commands that read them one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.exceptions import RemoteOffError
from filmspider.sources import PassedOver, Remote, open_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from filmspider.items import Rejection
    from filmspider.pages import Page


def saved_pages(sources: Sequence[str]) -> Iterator[Page | Rejection]:
    """Yield the pages of *sources*; raises :class:`RemoteOffError` for one that would have to be fetched."""
    for found in open_sources(sources):
        if isinstance(found, Remote):
            raise RemoteOffError(f"only saved pages are read here: save it, or use filmspider crawl {found.url}")
        if not isinstance(found, PassedOver):
            yield found
