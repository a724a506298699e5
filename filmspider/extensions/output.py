"""Opens the output folder for a run, and publishes the dataset when the run is through."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

import msgspec
from scrapy import signals
from scrapy.exceptions import NotConfigured

from filmspider import __version__
from filmspider.items import SCHEMA_VERSION
from filmspider.output import Output

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Self

    from scrapy.crawler import Crawler

    from filmspider.spiders.titles import TitlesSpider

logger = logging.getLogger(__name__)


class OutputFolder:
    """Holds the :class:`Output` that spider and pipelines share, as :attr:`output`."""

    def __init__(self, output: Output, sources: Collection[str]) -> None:
        self.output = output
        self._sources = frozenset(sources)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the folder; a folder that cannot be used ends the run before it starts."""
        spider = crawler.spider
        if not getattr(spider, "sources", None):
            raise NotConfigured("no sources to read")
        output = Output(spider.output, keep=spider.keep, identity=identity(spider), update=spider.update)  # type: ignore[union-attr, arg-type]
        extension = cls(output, [uri for source in spider.sources if (uri := getattr(source, "uri", None))])  # type: ignore[union-attr]
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def spider_closed(self, reason: str) -> None:
        """Publish what the run gave: if it was broken off, beside the dataset, until the same command is through."""
        if reason == "finished":
            self.output.publish(self._sources)
            return
        if self.output.failure is None:
            self.output.publish_partial()
        place = self.output.titles_path if self.output.partial else "nothing that could be written"
        extra = {"event": "broken_off"}
        logger.warning("Broken off (%s): what there is, is %s; the same command goes on", reason, place, extra=extra)

    def engine_stopped(self) -> None:
        """Let go of the folder."""
        self.output.close()


def identity(spider: TitlesSpider) -> str:
    """Return a digest of what decides which pages a run reads, and how: a broken-off run with another is of no use."""
    asked = (spider.names, spider.update, spider.remote, spider.match.pattern, spider.discovery.addresses)
    decisive = (*asked, __version__, SCHEMA_VERSION)
    return hashlib.sha256(msgspec.json.encode(decisive)).hexdigest()
