"""Every answer into a web archive."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.exceptions import NotConfigured

from filmspider.exceptions import ArchiveError
from filmspider.exchanges import Exchange, header_lines
from filmspider.extensions.archive import ArchiveFolder
from filmspider.extensions.closing import OrderlyClose

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from filmspider.archiving import Archive

logger = logging.getLogger(__name__)

_OF_THE_CONNECTION = frozenset({b"transfer-encoding"})
"""Headers that are no longer true of what is stored."""


class ArchiveAnswers:
    """Downloader middleware that writes every answer to the spider's ``archive``, whatever becomes of it.

    It stands where answers are still packed as they were sent, refusals and redirections among them. An archive that
    cannot be written ends the run: nothing is asked for in vain.
    """

    def __init__(self, archive: Archive, crawler: Crawler) -> None:
        self.archive = archive
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the run's archive; without one this is off."""
        folder = crawler.get_extension(ArchiveFolder)
        if folder is None:
            raise NotConfigured
        return cls(folder.archive, crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Write down *response*. Raises :class:`ArchiveError`: what is not in the archive is not in the dataset."""
        if "cached" in response.flags:
            return response
        try:
            self.archive.add(exchange_of(request, response))
        except OSError as error:
            logger.error("not archived: %s: %s", request.url, error.strerror, extra={"event": "not_archived"})  # noqa: TRY400 - the reason is said
            if closing := self.crawler.get_extension(OrderlyClose):
                closing.end("archive_failed")
            raise ArchiveError(f"could not be archived: {error.strerror}") from error
        return response


def exchange_of(request: Request, response: Response) -> Exchange:
    """Return what there is to archive of an answer."""
    parts = urlsplit(request.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Exchange(
        url=request.url,
        asked=f"{request.method} {target} HTTP/1.1",
        asked_headers=[("Host", parts.netloc), *header_lines(request.headers)],
        protocol=response.protocol or "HTTP/1.1",
        status=_status(response.status),
        headers=header_lines(response.headers, _OF_THE_CONNECTION),
        answer=response.body,
        address=str(response.ip_address) if response.ip_address else None,
        facts=_facts(request),
    )


def _facts(request: Request) -> dict[str, object]:
    redirected = request.meta.get("redirect_urls", [])
    facts = {
        "via": redirected[-1] if redirected else None,
        "hopsFromSeed": "R" * len(redirected),
        "fetchTimeMs": round(1000 * request.meta.get("download_latency", 0)),
        "tries": 1 + request.meta.get("retry_times", 0),
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)
