"""The one spider: archived pages straight to records, remote pages through the downloader."""

from __future__ import annotations

import asyncio
import shlex
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from scrapy import Request, Spider, signals

from filmspider.exceptions import UnknownArgumentError
from filmspider.extensions.closing import is_closing
from filmspider.extensions.output import OutputFolder
from filmspider.items import Rejection
from filmspider.output import Keep
from filmspider.parsing import parse_page
from filmspider.remote import page_of, rejection_of, server_failure
from filmspider.sources import PassedOver, Remote, pattern_of, resolve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from filmspider.items import Title
    from filmspider.pages import Page

_FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}

_KNOWN = "sources, output, keep, remote, match"


class RuleHits(Counter[str]):
    """Counts as Scrapy's stats collector does, at a third of the cost: some seventy rules are counted a page."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add *count* to the figure at *key*."""
        self[key] += count


class TitlesSpider(Spider):
    """Reads every page of *sources*, written as in a shell: ``-a sources="pages 'old pages/*.gz'"``.

    *output* is the folder to write, *keep* is ``latest`` or ``all``, *remote* (``true``) lets title ids be fetched.
    Of web archives the records are read whose address holds the regular expression *match*, by default title pages.
    Raises :class:`SetupError` for arguments that it does not know and for sources that do not exist.
    """

    name = "titles"

    def __init__(
        self,
        sources: str | Sequence[str] = (),
        output: str | Path = "output",
        keep: str = "latest",
        remote: str | bool = False,
        match: str | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__()
        if unknown:
            raise UnknownArgumentError(f"unknown argument {', '.join(unknown)}; known: {_KNOWN}")
        self.names = _split(sources)
        self.remote = _flag(remote)
        self.match = pattern_of(match)
        self.sources = resolve(self.names, remote=self.remote)
        self.output = Path(output)
        self.keep = _keep(keep)
        self.hits = RuleHits()

    async def start(self) -> AsyncIterator[Any]:
        """Yield a record or rejection for each archived page, a request for each remote one."""
        folder = self.crawler.get_extension(OutputFolder)
        for found in (found for source in self.sources for found in source.pages(self.match)):
            if is_closing(self.crawler):
                return
            if (folder is None or folder.output.wants(found)) and not isinstance(found, PassedOver):
                yield await self._request(found) if isinstance(found, Remote) else self._read(found)
            # The engine takes the next page before it has written this one unless it is given the chance.
            await asyncio.sleep(0)

    def parse(self, response: Response, uri: str | None = None) -> Iterator[Title | Rejection]:
        """Yield the record or rejection of a fetched page; *uri* is the address asked for."""
        page = page_of(response, uri or response.url)
        yield server_failure(page) or self._read(page)

    def unanswered(self, failure: Failure) -> Iterator[Rejection]:
        """Yield the rejection of a page that could not be fetched."""
        request: Request = failure.request  # type: ignore[attr-defined] # set by the engine
        yield rejection_of(failure.value, request.cb_kwargs["uri"])

    async def _request(self, remote: Remote) -> Request:
        """Wait until the downloader has room, so that a long list of addresses does not fill the memory."""
        while self.crawler.engine.needs_backout():
            await self.crawler.signals.wait_for(signals.scheduler_empty)
        return Request(remote.url, errback=self.unanswered, cb_kwargs={"uri": remote.url}, dont_filter=True)

    def _read(self, found: Page | Rejection) -> Title | Rejection:
        return found if isinstance(found, Rejection) else parse_page(found, self.hits)


def _split(sources: str | Sequence[str]) -> list[str]:
    try:
        return shlex.split(sources) if isinstance(sources, str) else list(sources)
    except ValueError as error:
        raise UnknownArgumentError(f"sources={sources}: {error}") from None


def _flag(value: str | bool) -> bool:
    try:
        return _FLAGS[str(value).lower()]
    except KeyError:
        raise UnknownArgumentError(f"remote={value}: use true or false") from None


def _keep(value: str) -> Keep:
    for known in get_args(Keep):
        if value == known:
            return known  # type: ignore[no-any-return]
    raise UnknownArgumentError(f"keep={value}: use latest or all")
