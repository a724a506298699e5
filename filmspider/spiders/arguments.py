"""Arguments of a spider: Scrapy hands them over as text, whatever they mean."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING, get_args

from filmspider.exceptions import UnknownArgumentError
from filmspider.keeping import Keep

if TYPE_CHECKING:
    from collections.abc import Sequence

_FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def words(name: str, value: str | Sequence[str]) -> list[str]:
    """Return what is named, as a shell would split it.

    >>> words("sources", "pages 'old pages/*.gz'")
    ['pages', 'old pages/*.gz']
    """
    try:
        return shlex.split(value) if isinstance(value, str) else list(value)
    except ValueError as error:
        raise UnknownArgumentError(f"{name}={value}: {error}") from None


def flag(name: str, value: str | bool) -> bool:
    """Return whether something is wanted."""
    try:
        return _FLAGS[str(value).lower()]
    except KeyError:
        raise UnknownArgumentError(f"{name}={value}: use true or false") from None


def number(name: str, value: str | int) -> int:
    """Return how many are wanted."""
    if str(value).isdecimal():
        return int(value)
    raise UnknownArgumentError(f"{name}={value}: use 0, 1, 2 …")


def captures(value: str) -> Keep:
    """Return which captures of a title are wanted."""
    for known in get_args(Keep):
        if value == known:
            return known  # type: ignore[no-any-return]
    raise UnknownArgumentError(f"keep={value}: use {', '.join(get_args(Keep))}")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
