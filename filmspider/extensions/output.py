"""Opens the output folder for a run, and publishes the dataset when the run is through."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from scrapy import signals

from filmspider.asked import asked
from filmspider.extensions.closing import OrderlyClose
from filmspider.output import Output

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


class OutputFolder:
    """Holds the :class:`Output` that spider and pipelines share, as :attr:`output`.

    A folder that can no longer be written ends the run: no site is asked in vain.
    """

    def __init__(self, crawler: Crawler, output: Output, sources: frozenset[str]) -> None:
        self.crawler = crawler
        self.output = output
        self._sources = sources

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the folder; a folder that cannot be used ends the run before it starts."""
        run = asked(crawler)
        output = Output(run.output, keep=run.keep, identity=run.identity, update=run.update)
        extension = cls(crawler, output, run.sources)
        crawler.signals.connect(extension.item_error, signals.item_error)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def item_error(self) -> None:
        """End the run if it was the folder that failed."""
        closing = self.crawler.get_extension(OrderlyClose)
        if closing is not None and self.output.failure is not None:
            closing.end("output_failed")

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
