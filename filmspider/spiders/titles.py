"""The one spider: archived pages straight to records, remote pages through the downloader."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider

import filmspider.adapter  # noqa: F401 - registers it
from filmspider import layouts
from filmspider.asked import Asked
from filmspider.discovery import Discovery, Lists, read_list
from filmspider.exceptions import UnknownArgumentError
from filmspider.extensions.closing import is_closing
from filmspider.extensions.output import OutputFolder
from filmspider.extras import WARC_WRITING
from filmspider.items import Rejection
from filmspider.outcomes import Capture, Outcome, outcome_of
from filmspider.remote import answered, judged, unanswered
from filmspider.sources import PassedOver, Remote, pattern_of, resolve
from filmspider.sources.base import Divisible, Listing
from filmspider.spiders.arguments import captures, cores, flag, number, words
from filmspider.workers.pool import Pool

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator, Sequence

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from filmspider.output import Output
    from filmspider.sources import Source

_KNOWN = "sources, output, keep, remote, match, workers, update, discover, limit, archive, allow_private"
_OF_SCRAPYD = "_job"


class TitlesSpider(Spider):
    """Reads every page of *sources*, written as in a shell: ``-a sources="pages 'old pages/*.gz'"``.

    *output* is the folder to write, *keep* is ``latest``, ``all`` or ``merged``, *remote* (``true``) lets title ids be
    fetched, *update* keeps what earlier runs into this folder have read. Of web archives the records are read whose
    address holds the regular expression *match*, by default title pages. Archived pages are read by so many *workers*,
    processes of their own, by default one a core; with 0 in this process. *discover* are addresses of sitemaps or list
    pages, which may name *limit* titles to fetch; every answer of a site is kept in the folder *archive*;
    *allow_private* (``true``) lets hosts of a private network be asked.
    Raises :class:`SetupError` for arguments that it does not know and for sources that do not exist.
    """

    name = "titles"

    def __init__(  # noqa: PLR0913 - all that can be given with -a
        self,
        *,
        sources: str | Sequence[str] = (),
        output: str | Path = "output",
        keep: str = "latest",
        remote: str | bool = False,
        match: str | None = None,
        workers: str | int | None = None,
        update: str | bool = False,
        discover: str | Sequence[str] = (),
        limit: str | int = 1000,
        archive: str | Path | None = None,
        allow_private: str | bool = False,
        **unknown: Any,
    ) -> None:
        super().__init__()
        unknown.pop(_OF_SCRAPYD, None)
        if unknown:
            raise UnknownArgumentError(f"unknown argument {', '.join(unknown)}; known: {_KNOWN}")
        self.names = words("sources", sources)
        self.remote = flag("remote", remote)
        self.update = flag("update", update)
        self.workers = cores() if workers is None else number("workers", workers)
        self.match = pattern_of(match)
        layouts.registered()  # what is wrong with one is wrong with the run, not with its pages
        self.discovery = Discovery(words("discover", discover), number("limit", limit))
        self.sources = [*map(Lists, self.discovery.addresses), *resolve(self.names, remote=self.remote)]
        self.archive = None if archive is None else Path(archive)
        if self.archive is not None:
            WARC_WRITING.check()
        self.allow_private = flag("allow_private", allow_private)
        self.output = Path(output)
        self.keep = captures(keep)

    @property
    def asked(self) -> Asked | None:
        """What the run was asked for; ``None`` where it has nothing to read (``scrapy parse``)."""
        if not self.sources:
            return None
        given = {
            "sources": self.names,
            "keep": self.keep,
            "update": self.update,
            "workers": self.workers,
            "remote": self.remote,
            "match": self.match.pattern,
            "discover": self.discovery.addresses,
            "archive": None if self.archive is None else str(self.archive),
        }
        return Asked(
            output=self.output,
            decisive=tuple(given[name] for name in ("sources", "update", "remote", "match", "discover")),
            given=given,
            keep=self.keep,
            update=self.update,
            sources=frozenset(uri for source in self.sources if (uri := getattr(source, "uri", None))),
        )

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

    def _elsewhere(self, sources: Iterable[Divisible]) -> AsyncGenerator[Outcome]:
        """Have pages read by worker processes."""
        limit = self.settings.getfloat("PAGE_TIMEOUT")
        pool = Pool(self.workers, self.match, limit, wants=self._wants, pass_over=self._pass_over)
        return pool.read(sources)

    async def _here(self, sources: Iterable[Source]) -> AsyncGenerator[Outcome | Request]:
        """Read pages in this process, or have them fetched."""
        for found in (found for source in sources for found in source.pages(self.match)):
            if isinstance(found, PassedOver):
                self._pass_over(found.records)
            elif isinstance(found, Remote):
                if isinstance(found, Listing) or self._wants_address(found.url):
                    yield await self._request(found)
            elif self._wants(Capture.of(found)):
                yield outcome_of(found)
            # The engine takes the next page before it has written this one unless it is given the chance.
            await asyncio.sleep(0)

    def _wants(self, capture: Capture) -> bool:
        return self._output is None or self._output.wants(capture)

    def _wants_address(self, url: str) -> bool:
        return self._output is None or self._output.wants_address(url)

    def _pass_over(self, records: int) -> None:
        if self._output:
            self._output.pass_over(records)

    def parse(self, response: Response, uri: str | None = None) -> Iterator[Outcome]:
        """Yield what becomes of a fetched page; *uri* is the address asked for."""
        yield answered(response, uri=uri)

    def parse_list(self, response: Response, uri: str) -> Iterator[Outcome | Request]:
        """Yield requests for what a list names, or the rejection of a list that names nothing."""
        listed = read_list(response.body, response.url)
        rejection = judged(response)
        if rejection is None or rejection.reason == "other_page":
            rejection = None if any(listed) else Rejection(reason="other_page", detail="names no titles", uri=uri)
        if rejection:
            yield from self._of_a_list(rejection.model_copy(update={"uri": uri}))
        else:
            new = self.discovery.take(listed)
            yield from (self._asked(Remote(url)) for url in new.titles if self._wants_address(url))
            yield from map(self._asked, map(Listing, new.lists))

    def unanswered(self, failure: Failure) -> Iterator[Outcome]:
        """Yield the rejection of what could not be fetched, unless it is left for the run that goes on from here."""
        request: Request = failure.request  # type: ignore[attr-defined] # set by the engine
        rejection = unanswered(failure, self.crawler, uri=request.cb_kwargs["uri"])
        if rejection:
            yield from self._of_a_list(rejection) if request.callback == self.parse_list else [outcome_of(rejection)]

    def _of_a_list(self, rejection: Rejection) -> Iterator[Outcome]:
        """A list that was refused counts as a page; one that was read does not."""
        if self._wants_address(rejection.uri or ""):
            yield outcome_of(rejection)

    async def _request(self, remote: Remote) -> Request:
        """Wait until the downloader has room, so that a long list of addresses does not fill the memory."""
        while self.crawler.engine.needs_backout():
            await self.crawler.signals.wait_for(signals.scheduler_empty)
        return self._asked(remote)

    def _asked(self, remote: Remote) -> Request:
        return Request(
            remote.url,
            callback=self.parse_list if isinstance(remote, Listing) else self.parse,
            errback=self.unanswered,
            cb_kwargs={"uri": remote.url},
            dont_filter=True,
        )

    @cached_property
    def _output(self) -> Output | None:
        folder = self.crawler.get_extension(OutputFolder)
        return folder.output if folder else None
