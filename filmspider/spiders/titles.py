"""The one spider: archived pages straight to records, remote pages through the downloader."""

from __future__ import annotations

import asyncio
import os
import shlex
from contextlib import aclosing
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider

import filmspider.adapter  # noqa: F401 - registers it
from filmspider.exceptions import UnknownArgumentError
from filmspider.extensions.closing import is_closing
from filmspider.extensions.output import OutputFolder
from filmspider.hits import Hits
from filmspider.keeping import Keep
from filmspider.outcomes import Capture, Outcome, outcome_of, rejected
from filmspider.remote import page_of, rejection_of, server_failure
from filmspider.sources import PassedOver, Remote, pattern_of, resolve
from filmspider.sources.base import Divisible
from filmspider.workers.pool import Pool

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator, Sequence

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from filmspider.output import Output
    from filmspider.sources import Source

_FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}

_KNOWN = "sources, output, keep, remote, match, workers, update"


class TitlesSpider(Spider):
    """Reads every page of *sources*, written as in a shell: ``-a sources="pages 'old pages/*.gz'"``.

    *output* is the folder to write, *keep* is ``latest``, ``all`` or ``merged``, *remote* (``true``) lets title ids be
    fetched, *update* keeps what earlier runs into this folder have read. Of web archives the records are read whose
    address holds the regular expression *match*, by default title pages. Archived pages are read by so many *workers*,
    processes of their own, by default one a core; with 0 in this process.
    Raises :class:`SetupError` for arguments that it does not know and for sources that do not exist.
    """

    name = "titles"

    def __init__(  # noqa: PLR0913, PLR0917 - all that can be given with -a
        self,
        sources: str | Sequence[str] = (),
        output: str | Path = "output",
        keep: str = "latest",
        remote: str | bool = False,
        match: str | None = None,
        workers: str | int | None = None,
        update: str | bool = False,
        **unknown: Any,
    ) -> None:
        super().__init__()
        if unknown:
            raise UnknownArgumentError(f"unknown argument {', '.join(unknown)}; known: {_KNOWN}")
        self.names = _split(sources)
        self.remote = _flag("remote", remote)
        self.update = _flag("update", update)
        self.workers = _cores() if workers is None else _number("workers", workers)
        self.match = pattern_of(match)
        self.sources = resolve(self.names, remote=self.remote)
        self.output = Path(output)
        self.keep = _keep(keep)
        self.hits = Hits()

    async def start(self) -> AsyncIterator[Any]:
        """Yield what becomes of each archived page, and a request for each remote one."""
        for read, sources in groupby(self.sources, self._reader):
            async with aclosing(read(sources)) as items:
                async for item in items:
                    if is_closing(self.crawler):
                        return
                    yield item
                    if self._output and self._output.failure:
                        raise CloseSpider("output_failed")

    def _reader(self, source: Source) -> Callable[[Iterable[Any]], AsyncGenerator[Outcome | Request]]:
        return self._elsewhere if self.workers and isinstance(source, Divisible) else self._here

    async def _elsewhere(self, sources: Iterable[Divisible]) -> AsyncGenerator[Outcome | Request]:
        """Have pages read by worker processes."""
        limit = self.settings.getfloat("PAGE_TIMEOUT")
        pool = Pool(self.workers, self.match, limit, wants=self._wants, pass_over=self._pass_over, hits=self.hits)
        async for outcome in pool.read(sources):
            yield outcome

    async def _here(self, sources: Iterable[Source]) -> AsyncGenerator[Outcome | Request]:
        """Read pages in this process, or have them fetched."""
        for found in (found for source in sources for found in source.pages(self.match)):
            if isinstance(found, PassedOver):
                self._pass_over(found.records)
            elif isinstance(found, Remote):
                if self._output is None or self._output.wants_address(found.url):
                    yield await self._request(found)
            elif self._wants(Capture.of(found)):
                yield outcome_of(found, self.hits)
            # The engine takes the next page before it has written this one unless it is given the chance.
            await asyncio.sleep(0)

    def _wants(self, capture: Capture) -> bool:
        return self._output is None or self._output.wants(capture)

    def _pass_over(self, records: int) -> None:
        if self._output:
            self._output.pass_over(records)

    def parse(self, response: Response, uri: str | None = None) -> Iterator[Outcome]:
        """Yield what becomes of a fetched page; *uri* is the address asked for."""
        page = page_of(response, uri or response.url)
        failure = server_failure(page)
        yield rejected(Capture.of(page), failure) if failure else outcome_of(page, self.hits)

    def unanswered(self, failure: Failure) -> Iterator[Outcome]:
        """Yield the rejection of a page that could not be fetched."""
        request: Request = failure.request  # type: ignore[attr-defined] # set by the engine
        yield outcome_of(rejection_of(failure.value, request.cb_kwargs["uri"]))

    async def _request(self, remote: Remote) -> Request:
        """Wait until the downloader has room, so that a long list of addresses does not fill the memory."""
        while self.crawler.engine.needs_backout():
            await self.crawler.signals.wait_for(signals.scheduler_empty)
        return Request(remote.url, errback=self.unanswered, cb_kwargs={"uri": remote.url}, dont_filter=True)

    @cached_property
    def _output(self) -> Output | None:
        folder = self.crawler.get_extension(OutputFolder)
        return folder.output if folder else None


def _split(sources: str | Sequence[str]) -> list[str]:
    try:
        return shlex.split(sources) if isinstance(sources, str) else list(sources)
    except ValueError as error:
        raise UnknownArgumentError(f"sources={sources}: {error}") from None


def _flag(name: str, value: str | bool) -> bool:
    try:
        return _FLAGS[str(value).lower()]
    except KeyError:
        raise UnknownArgumentError(f"{name}={value}: use true or false") from None


def _number(name: str, value: str | int) -> int:
    try:
        number = int(value)
    except ValueError:
        number = -1
    if number < 0:
        raise UnknownArgumentError(f"{name}={value}: use 0, 1, 2 …")
    return number


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _keep(value: str) -> Keep:
    for known in get_args(Keep):
        if value == known:
            return known  # type: ignore[no-any-return]
    raise UnknownArgumentError(f"keep={value}: use latest, all or merged")
