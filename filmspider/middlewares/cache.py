"""What may be kept in the HTTP cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.extensions.httpcache import DummyPolicy

from filmspider import kinds
from filmspider.pages import Page
from filmspider.remote import page_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

_OK = 200


class GoodAnswersOnly(DummyPolicy):
    """Cache policy that keeps title pages only, so that no refusal is ever served again from the cache."""

    def should_cache_response(self, response: Response, request: Request) -> bool:
        """Return whether *response* is an answer worth keeping."""
        page = page_of(response, request.url)
        return response.status == _OK and isinstance(page, Page) and kinds.classify(page) is None
