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
    from typing import Self

    from scrapy.crawler import Crawler

    from filmspider.spiders.titles import TitlesSpider

logger = logging.getLogger(__name__)


class OutputFolder:
    """Holds the :class:`Output` that spider and pipelines share, as :attr:`output`."""

    def __init__(self, output: Output) -> None:
        self.output = output

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the folder; a folder that cannot be used ends the run before it starts."""
        spider = crawler.spider
        if not getattr(spider, "sources", None):
            raise NotConfigured("no sources to read")
        extension = cls(Output(spider.output, keep=spider.keep, fingerprint=fingerprint(spider)))  # type: ignore[union-attr, arg-type]
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def spider_closed(self, reason: str) -> None:
        """Publish what a whole run gave. A run that was broken off publishes nothing and can be taken up."""
        if reason == "finished":
            self.output.publish()
        else:
            logger.warning("Broken off (%s), nothing published: the same command goes on from here", reason)

    def engine_stopped(self) -> None:
        """Let go of the folder."""
        self.output.close()


def fingerprint(spider: TitlesSpider) -> str:
    """Return a digest of what decides a run's records: another one means that an earlier journal is of no use."""
    decisive = (spider.names, spider.keep, spider.remote, spider.match.pattern, __version__, SCHEMA_VERSION)
    return hashlib.sha256(msgspec.json.encode(decisive)).hexdigest()
