"""From what the downloader gives, an answer or a failure, to a page or a rejection."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from w3lib.encoding import http_content_type_encoding

from filmspider import kinds
from filmspider.exceptions import ArchiveError
from filmspider.items import Rejection
from filmspider.middlewares.errors import HostRefusesError, NotAskedError, OffsiteRedirectError, RunClosingError
from filmspider.outcomes import Capture, outcome_of, rejected
from filmspider.packing import MAX_BODY, iso_date
from filmspider.pages import Page, PageError

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from filmspider.outcomes import Outcome

_SERVER_ERROR = 500
# The errors' own words differ from one machine, and one run, to the next.
_FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (ResponseDataLossError, "the answer was cut short"),
    (DownloadTimeoutError, "timeout"),
    (CannotResolveHostError, "no such host"),
    (DownloadConnectionRefusedError, "connection refused"),
    (DownloadFailedError, "connection failed"),
)


def answered(response: Response, *, uri: str | None = None) -> Outcome:
    """Read the page that *response* holds; *uri* is the address that was asked for, where another one answered."""
    page = page_of(response, uri or response.url)
    failure = server_failure(page)
    return rejected(Capture.of(page), failure) if failure else outcome_of(page)


def unanswered(failure: Failure, crawler: Crawler, *, uri: str | None = None) -> Rejection | None:
    """Return why there is no answer; ``None`` for what was not asked, or not archived, as the run is being broken off.

    The run that goes on from there asks for it.
    """
    error = failure.value
    if isinstance(error, RunClosingError | ArchiveError) or (
        isinstance(error, NotAskedError) and not crawler.engine.running
    ):
        return None
    request: Request = failure.request  # type: ignore[attr-defined] # set by the engine
    return rejection_of(error, uri or request.url)


def page_of(response: Response, uri: str) -> Page | Rejection:
    """Return the page that *response* holds; *uri* is the address that was asked for, before any redirection."""
    try:
        page = Page.unpack(response.body, uri=uri)
    except PageError as error:
        return Rejection(reason=error.reason, detail=error.detail, uri=uri)
    date = iso_date(_header(response, "Date"))
    return replace(
        page,
        address=response.url,
        status=response.status,
        charset=http_content_type_encoding(_header(response, "Content-Type")),
        captured_at=page.captured_at or date,
        captured_from=page.captured_from or ("http" if date else None),
    )


def server_failure(page: Page | Rejection) -> Rejection | None:
    """Return the rejection of an answer that only says that the server failed: an error of the run, not of the page."""
    if isinstance(page, Rejection) or page.status is None or page.status < _SERVER_ERROR:
        return None
    as_good = kinds.classify(replace(page, status=None))
    if as_good and as_good.reason == "blocked":
        return as_good
    return kinds.reject(page, "error", f"HTTP status {page.status}")


def judged(response: Response) -> Rejection | None:
    """Return why *response* holds no title page, or ``None`` for what looks like one; see :func:`kinds.classify`."""
    page = page_of(response, response.url)
    return server_failure(page) or (page if isinstance(page, Rejection) else kinds.classify(page))


def rejection_of(error: BaseException | None, uri: str) -> Rejection:
    """Return why there is no answer for *uri*."""
    if isinstance(error, NotAskedError):
        refused = isinstance(error, HostRefusesError | OffsiteRedirectError)
        return Rejection(reason="blocked" if refused else "error", detail=str(error), uri=uri)
    if isinstance(error, IgnoreRequest):
        refused = "robots.txt" in str(error)
        return Rejection(
            reason="blocked" if refused else "error", detail="robots.txt" if refused else str(error), uri=uri
        )
    if isinstance(error, DownloadCancelledError):
        return Rejection(reason="too_large", detail=f"more than {MAX_BODY} bytes", uri=uri)
    detail = next((words for kind, words in _FAILURES if isinstance(error, kind)), type(error).__name__)
    return Rejection(reason="error", detail=detail, uri=uri)


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
