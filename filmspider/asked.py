"""What a run was asked for, by the spider's arguments or, of a spider of another project, by its settings."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from scrapy.exceptions import NotConfigured

from filmspider.items import SCHEMA_VERSION
from filmspider.plugins import extractor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.crawler import Crawler

    from filmspider.keeping import Keep

OUTPUT = "FILMSPIDER_OUTPUT"
"""The setting by which a spider of another project has an output folder."""


@dataclass(frozen=True)
class Asked:
    """What a run is to do with the records of its pages."""

    output: Path
    """The folder to write."""
    decisive: tuple[Any, ...]
    """What decides which pages the run reads."""
    given: Mapping[str, Any]
    """What the manifest says of it."""
    keep: Keep = "latest"
    """Which captures of a title are published."""
    update: bool = False
    """Whether what earlier runs into the folder have read is kept."""
    sources: frozenset[str] = field(default=frozenset())
    """Uris of the sources."""

    @property
    def identity(self) -> str:
        """A digest of what decides which pages are read, and how: a broken-off run with another is of no use."""
        return hashlib.sha256(msgspec.json.encode((*self.decisive, extractor(), SCHEMA_VERSION))).hexdigest()


def asked(crawler: Crawler) -> Asked:
    """Return what the run of *crawler* was asked for; raises ``NotConfigured`` where it is to write nothing."""
    spider: Any = crawler.spider
    if hasattr(spider, "asked"):
        found: Asked | None = spider.asked
    else:
        found = _of_settings(crawler)
    if found is None:
        raise NotConfigured("nothing to write records of")
    return found


def _of_settings(crawler: Crawler) -> Asked | None:
    folder = crawler.settings[OUTPUT]
    if not folder or crawler.spider is None:
        return None
    name = crawler.spider.name
    return Asked(Path(folder), decisive=(name,), given={"spider": name})
