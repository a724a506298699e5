"""Packages that only some users need: each comes with an extra of the project."""

from __future__ import annotations

import importlib.util

from filmspider.exceptions import MissingExtraError


def require(package: str, extra: str) -> None:
    """Raise :class:`MissingExtraError` where *package*, which comes with *extra*, is not installed.

    >>> require("nonesuch", "parquet")
    Traceback (most recent call last):
    filmspider.exceptions.MissingExtraError: nonesuch is not installed: pip install 'filmspider[parquet]'
    """
    if importlib.util.find_spec(package) is None:
        raise MissingExtraError(f"{package} is not installed: pip install 'filmspider[{extra}]'")
