"""Remote pages: what is asked for, and what may be kept in the HTTP cache."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.extensions.httpcache import DummyPolicy
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from filmspider import kinds
from filmspider.outcomes import Outcome
from filmspider.pages import Page
from filmspider.remote import HostRefusesError, page_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.robotstxt import RobotParser

_PATIENCE = 10
"""Refusals running after which a host is left alone."""
_OK = 200


class ObeyRobots(RobotsTxtMiddleware):
    """Downloader middleware that obeys robots.txt, also for requests that come while it is being fetched.

    Scrapy 2.19 gives the rules to the first of the requests that wait for them, and lets the others pass.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._fetched: dict[str, asyncio.Task[RobotParser | None]] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules of the host of *request*, which are fetched once."""
        host = urlparse_cached(request).netloc
        if host not in self._fetched:
            self._fetched[host] = asyncio.create_task(super().robot_parser(request))
        return await asyncio.shield(self._fetched[host])


class RefusingHosts:
    """Downloader middleware that stops asking a host once it has refused ten answers running."""

    def __init__(self) -> None:
        self.refusals: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen to what becomes of the answers."""
        middleware = cls()
        crawler.signals.connect(middleware.item_scraped, signals.item_scraped)
        return middleware

    def item_scraped(self, item: Any, response: Any) -> None:
        """Count refusals running, by host."""
        if isinstance(response, Response):
            host = urlparse_cached(response).netloc
            blocked = isinstance(item, Outcome) and item.reason == "blocked"
            self.refusals[host] = self.refusals[host] + 1 if blocked else 0

    def process_request(self, request: Request) -> None:
        """Raise :class:`HostRefusesError` for a host that is left alone."""
        if self.refusals[urlparse_cached(request).netloc] >= _PATIENCE:
            raise HostRefusesError(f"not asked: refused {_PATIENCE} times running")


class GoodAnswersOnly(DummyPolicy):
    """Cache policy that keeps title pages only, so that no refusal is ever served again from the cache."""

    def should_cache_response(self, response: Response, request: Request) -> bool:
        """Return whether *response* is an answer worth keeping."""
        page = page_of(response, request.url)
        return response.status == _OK and isinstance(page, Page) and kinds.classify(page) is None
