"""How long an answer asks to wait before anything is asked again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Response

_STATUSES = {429, 503}


def wait_asked_for(response: Response) -> float | None:
    """Return the seconds that an answer's ``Retry-After`` asks for, or ``None`` if it asks for none.

    It counts on answers that say "not now": 429 and 503. A date that has passed is 0 seconds away.

    >>> from scrapy.http import Response
    >>> wait_asked_for(Response("http://a.example/", status=429, headers={"Retry-After": "120"}))
    120.0
    """
    value = response.headers.get("Retry-After") if response.status in _STATUSES else None
    return None if value is None else _seconds(value.decode("latin-1").strip())


def _seconds(value: str) -> float | None:
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, ((date if date.tzinfo else date.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
