"""Lets a run that is broken off end.

Scrapy 2.19 looks whether the last item is done only after a response. A run over archived pages has no responses:
told to stop while an item was in the pipelines, it would wait for ever. And requests that wait for a host's turn would
be sent one after another; they are sent back, for the run that goes on from here.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call

from filmspider.middlewares.hosts import Hosts

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

_INTERVAL = 0.1
"""Seconds between two looks."""


class OrderlyClose:
    """Looks now and then whether a run is being closed, and whether it has done its last item."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._look = create_looping_call(self._release)
        self._end: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Watch the run from its start to its end."""
        extension = cls(crawler)
        crawler.signals.connect(extension.engine_started, signals.engine_started)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def engine_started(self) -> None:
        """Begin to look."""
        self._look.start(_INTERVAL, now=False)

    def spider_closed(self) -> None:
        """Look no more."""
        if self._look.running:
            self._look.stop()

    def end(self, reason: str) -> None:
        """Break the run off: nothing more is asked for, and the same command goes on from here."""
        if self._end is None:
            self._stop_waiting()
            self._end = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=reason))

    def _stop_waiting(self) -> None:
        hosts = self.crawler.get_downloader_middleware(Hosts)
        if hosts is not None:
            hosts.stop_waiting()

    def _release(self) -> None:
        if not self.crawler.engine.running:
            self._stop_waiting()
        slot = self.crawler.engine.scraper.slot
        if slot and slot.closing and not slot.closing.called and slot.is_idle() and self.crawler.spider:
            slot.closing.callback(self.crawler.spider)


def is_closing(crawler: Crawler) -> bool:
    """Return whether the run is being closed, so that no more pages are wanted."""
    slot = crawler.engine.scraper.slot
    return slot is None or slot.closing is not None
