"""Packages that only some users need: each comes with an extra of the project."""

from __future__ import annotations

import importlib.util
from typing import NamedTuple

from filmspider.exceptions import MissingExtraError


class Extra(NamedTuple):
    """A module, and the name of the extra that it comes with.

    >>> Extra("nonesuch", "parquet").missing
    "nonesuch is not installed: pip install 'filmspider[parquet]'"
    """

    module: str
    name: str

    @property
    def missing(self) -> str | None:
        """What to tell where the module is not installed; ``None`` where it is."""
        if importlib.util.find_spec(self.module) is not None:
            return None
        return f"{self.module} is not installed: pip install 'filmspider[{self.name}]'"

    def check(self) -> None:
        """Raise :class:`MissingExtraError` where the module is not installed."""
        if self.missing:
            raise MissingExtraError(self.missing)


WARC = Extra("fastwarc", "warc")
WARC_WRITING = Extra("warcio", "warc")
YAML = Extra("yaml", "cassettes")
FSSPEC = Extra("fsspec", "stores")
DUCKDB = Extra("duckdb", "duckdb")
DATASETTE = Extra("datasette", "browse")
METRICS = Extra("prometheus_client", "metrics")
REPORT = (Extra("jinja2", "report"), Extra("altair", "report"), Extra("vl_convert", "report"))
