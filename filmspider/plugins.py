"""Layouts of other distributions: what they register as entry points of the group ``filmspider.layouts``."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from filmspider import __version__
from filmspider.exceptions import LayoutError
from filmspider.rules import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint

GROUP = "filmspider.layouts"


def registered_layouts(own: Iterable[str]) -> tuple[Layout, ...]:
    """Return the layouts registered from outside, in the order of their names; *own* are names that are taken.

    Raises :class:`LayoutError` for a name given twice, and for an entry point that is not a layout of its name.
    """
    origins = dict.fromkeys(own, "filmspider")
    layouts = []
    for entry in _registered():
        if entry.name in origins:
            raise LayoutError(f"two layouts are called {entry.name}: one of {origins[entry.name]}, one of {_of(entry)}")
        origins[entry.name] = _of(entry)
        layouts.append(_load(entry))
    return tuple(layouts)


def versions() -> dict[str, str]:
    """Return the versions of the distributions that register layouts, by name."""
    return {entry.dist.name: entry.dist.version for entry in _registered() if entry.dist}


@cache
def extractor() -> str:
    """Return what decides how a page is read: the version of filmspider, and of whatever adds layouts to it."""
    return " ".join([__version__, *(f"{name}/{version}" for name, version in sorted(versions().items()))])


@cache
def _registered() -> tuple[EntryPoint, ...]:
    return tuple(sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, _of(entry))))


def _load(entry: EntryPoint) -> Layout:
    try:
        layout = entry.load()
    except Exception as error:
        cause = f"{type(error).__name__}: {error}"
        raise LayoutError(f"the layout {entry.name} of {_of(entry)} cannot be loaded: {cause}") from error
    if not isinstance(layout, Layout) or layout.name != entry.name:
        raise LayoutError(f"{entry.value} of {_of(entry)} is registered as {entry.name}, but is no layout of that name")
    return layout


def _of(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.value
