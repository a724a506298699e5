"""Packages that some sources are read with, and that the core does without."""

from __future__ import annotations

import importlib.util
from typing import NamedTuple

from filmspider.exceptions import MissingExtraError


class Extra(NamedTuple):
    """A package that *what* is read with, and the name of the extra that has it."""

    what: str
    module: str
    name: str

    @property
    def missing(self) -> str | None:
        """What to tell where the package is not installed; ``None`` where it is."""
        if importlib.util.find_spec(self.module) is not None:
            return None
        return f"{self.what} are read with {self.module}, which is not installed: pip install 'filmspider[{self.name}]'"

    def check(self) -> None:
        """Raise :class:`SetupError` where the package is not installed."""
        if self.missing:
            raise MissingExtraError(self.missing)


WARC = Extra("web archives", "fastwarc", "warc")
YAML = Extra("cassettes in YAML", "yaml", "cassettes")
FSSPEC = Extra("addresses in stores", "fsspec", "stores")
