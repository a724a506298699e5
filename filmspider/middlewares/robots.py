"""robots.txt: what may be asked for, and how often."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.utils.httpobj import urlparse_cached

from filmspider.exceptions import ArchiveError
from filmspider.middlewares.errors import HostRefusesError, NotAskedError, RobotsUnreachableError
from filmspider.middlewares.hosts import Hosts
from filmspider.remote import judged

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

_SERVER_ERROR = 500
_UNREACHABLE = "robots.txt could not be fetched"
_NO_RULES = {401, 403, 405}
"""Refusals that mean, of robots.txt, that there is none (RFC 9309): others mean that it may not be read now."""


class ObeyRobots(RobotsTxtMiddleware):
    """Downloader middleware that obeys robots.txt and its ``Crawl-delay``, as RFC 9309 has it.

    A site whose robots.txt cannot be fetched is not asked for anything. Scrapy 2.19 asks it for everything; and it
    gives the rules to the first of the requests that wait for them only, and lets the others pass.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._fetched: dict[str, asyncio.Task[RobotParser | None]] = {}
        self._reasons: dict[str, Exception] = {}
        crawler.signals.connect(self.robots_parsed, signals.robots_parsed)

    async def robot_parser(self, request: Request) -> RobotParser:
        """Return the rules of the host of *request*, which are fetched once.

        Where there is no telling what they are, raises why: mostly :class:`RobotsUnreachableError`.
        """
        host = urlparse_cached(request).netloc
        if host not in self._fetched:
            self._fetched[host] = asyncio.create_task(super().robot_parser(request))
        parser = await asyncio.shield(self._fetched[host])
        if parser is None:
            raise self._reasons[host]
        return parser

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Take up the pause between two pages that the rules ask for."""
        hosts = self.crawler.get_downloader_middleware(Hosts)
        pause = robotparser.crawl_delay(self._robotstxt_useragent or self._default_useragent)
        if hosts is not None and pause:
            hosts.of(request).keep_pause(pause)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> Any:
        if response.status >= _SERVER_ERROR:
            raise RobotsUnreachableError(_UNREACHABLE)
        if _is_refused(response):
            raise HostRefusesError("not asked: robots.txt was refused")
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        known = isinstance(exc, NotAskedError | ArchiveError)
        self._reasons[netloc] = exc if known else RobotsUnreachableError(_UNREACHABLE)
        super()._robots_error(exc, netloc)


def _is_refused(response: Response) -> bool:
    rejection = judged(response)
    return rejection is not None and rejection.reason == "blocked" and response.status not in _NO_RULES
