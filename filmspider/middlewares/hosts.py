"""One request at a time a host, rests between them, and an end where a host refuses or fails."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from scrapy.utils.httpobj import urlparse_cached

from filmspider.middlewares.errors import HostFailsError, HostRefusesError, RunClosingError
from filmspider.middlewares.waiting import wait_asked_for
from filmspider.remote import judged

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.exceptions import IgnoreRequest
    from scrapy.http import Response

logger = logging.getLogger(__name__)

_REFUSALS = 5
"""Refusals running after which a host is left alone."""
_FAILURES = 10
"""Requests running without a good answer, those asked again among them, after which a host is left alone."""
_LONGEST_BACKOFF = 60.0


@dataclass(eq=False)
class Host:
    """What is known of a host: whose turn it is, how long it is to rest, and how it has answered of late.

    *backoff* is the rest in seconds after the first failure, which doubles with each that follows; *longest* the
    longest that is waited for because a host asks for it.
    """

    name: str
    backoff: float
    longest: float
    pause: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rests_until: float = 0.0
    refusals: int = 0
    failures: int = 0
    left: IgnoreRequest | None = None
    """Why it is not asked any more."""

    async def take_turn(self) -> None:
        """Wait until nobody else asks the host and it has had its rest; one that is left alone needs none."""
        await self.turn.acquire()
        try:
            if self.left is None:
                await asyncio.sleep(max(0.0, self.rests_until - monotonic()))
        except asyncio.CancelledError:
            self.turn.release()
            raise

    def keep_pause(self, seconds: float) -> None:
        """Rest for so long after every answer."""
        self.pause = seconds
        self._rest_as_asked(seconds)

    def answered(self, response: Response) -> None:
        """Take note of an answer: it may be a refusal, a failure, or a request to wait."""
        if response.status not in range(300, 400):
            rejection = judged(response)
            reason = rejection.reason if rejection else None
            self.refusals = self.refusals + 1 if reason == "blocked" else 0
            self.failures = self.failures + 1 if reason == "error" else 0
        self._rest()
        self._rest_as_asked(wait_asked_for(response) or 0)

    def refused(self) -> None:
        """Take note of a refusal that the answer itself does not show."""
        self.refusals += 1
        self._rest()

    def failed(self) -> None:
        """Take note that there was no answer."""
        self.failures += 1
        self._rest()

    def _rest(self) -> None:
        troubles = max(self.refusals, self.failures)
        backoff = min(self.backoff * 2 ** (troubles - 1), _LONGEST_BACKOFF) if troubles else 0
        self.rests_until = max(self.rests_until, monotonic() + max(backoff, self.pause))
        if self.refusals >= _REFUSALS:
            self._leave(HostRefusesError(f"not asked: refused {_REFUSALS} times running"))
        elif self.failures >= _FAILURES:
            self._leave(HostFailsError(f"not asked: no good answer {_FAILURES} times running"))

    def _rest_as_asked(self, seconds: float) -> None:
        self.rests_until = max(self.rests_until, monotonic() + seconds)
        if seconds > self.longest:
            self._leave(HostRefusesError(f"not asked: told to wait {seconds:.0f} seconds"))

    def _leave(self, reason: IgnoreRequest) -> None:
        if self.left is None:
            self.left = reason
            logger.warning("%s is left alone; %s", self.name, reason, extra={"event": "host_left"})


class Hosts:
    """Downloader middleware, nearest to the downloader, that knows every host of the run."""

    def __init__(self, backoff: float, longest: float) -> None:
        self._hosts: defaultdict[str, Host] = defaultdict(lambda: Host("", backoff, longest))
        self._asking: dict[Request, Host] = {}
        self._waiting: set[asyncio.Future[None]] = set()
        self.closing = False
        """Whether the run is being broken off."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take how long to rest from the settings."""
        return cls(crawler.settings.getfloat("BACKOFF"), crawler.settings.getfloat("RETRY_AFTER_MAX"))

    def of(self, request: Request) -> Host:
        """Return what is known of the host of *request*."""
        name = urlparse_cached(request).hostname or ""
        host = self._hosts[name]
        host.name = name
        return host

    async def process_request(self, request: Request) -> None:
        """Wait for the host's turn. Raises ``IgnoreRequest`` for a host that is left alone, or if the run ends."""
        host = self.of(request)
        await self._take_turn(host)
        if host.left is not None:
            host.turn.release()
            raise host.left
        self._asking[request] = host

    def process_response(self, request: Request, response: Response) -> Response:
        """Take note of the answer, and let the next request go."""
        if host := self._asking.pop(request, None):
            host.answered(response)
            host.turn.release()
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:  # noqa: ARG002 - Scrapy names it
        """Take note that there was none, and let the next request go."""
        if host := self._asking.pop(request, None):
            host.failed()
            host.turn.release()

    def stop_waiting(self) -> None:
        """Send back every request that waits for its turn: the run is being broken off."""
        self.closing = True
        for turn in self._waiting:
            turn.cancel()

    async def _take_turn(self, host: Host) -> None:
        if self.closing:
            raise RunClosingError
        turn = asyncio.ensure_future(host.take_turn())
        self._waiting.add(turn)
        try:
            await turn
        except asyncio.CancelledError:
            raise RunClosingError from None
        finally:
            self._waiting.discard(turn)
