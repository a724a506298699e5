"""Where pages come from. Every source yields pages, rejections, or addresses that are still to be fetched."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from filmspider.sources.base import Remote, Source
from filmspider.sources.naming import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from filmspider.items import Rejection
    from filmspider.pages import Page

__all__ = ["Remote", "Source", "open_sources", "resolve"]


def open_sources(names: Sequence[str], *, remote: bool = False) -> Iterator[Page | Rejection | Remote]:
    """Return the pages of all *names* one after another; see :func:`resolve` for what a name may be.

    Names are looked at before this returns, so what is missing raises :class:`SetupError` here and not midway.
    """
    return chain.from_iterable(source.pages() for source in resolve(names, remote=remote))
