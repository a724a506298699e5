"""The registry of container kinds: which reader takes a file of which name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.sources.files import PageFile, is_page_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from filmspider.sources.base import Source

READERS: tuple[tuple[Callable[[str], bool], Callable[[Path, str], Source]], ...] = ((is_page_name, PageFile),)
"""A test on the file's name with the reader for it; the first that fits wins. A new container is one line here."""


def reader_of(name: str) -> Callable[[Path, str], Source] | None:
    """Return the reader for a file called *name*, or ``None`` for one that holds no pages."""
    return next((reader for fits, reader in READERS if fits(name)), None)
