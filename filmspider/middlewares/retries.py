"""Asking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware, get_retry_request

from filmspider.middlewares.waiting import wait_asked_for

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

_TOO_MANY = 429


class AskAgain(RetryMiddleware):
    """Downloader middleware that asks again after a failure, and after a 429 that says when to.

    A 429 that does not is a refusal, and no refusal is asked again. How long to wait, :class:`Hosts` knows.
    """

    def process_response(  # type: ignore[override] # the argument that is missing here is deprecated
        self, request: Request, response: Response
    ) -> Request | Response:
        """Return *response*, or the request that is to be made instead."""
        if response.status != _TOO_MANY:
            return super().process_response(request, response)
        if wait_asked_for(response) is None:
            return response
        return get_retry_request(request, spider=self.crawler.spider, reason="429") or response  # type: ignore[arg-type]
