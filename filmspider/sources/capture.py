"""When a page was captured, as an archive states it or the name of a file says."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_FORMS = (
    (re.compile(r"(?<!\d)\d{14}(?!\d)"), "%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%SZ"),
    (re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])"), "%Y-%m-%d", "%Y-%m-%d"),
)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?)(?:\.\d+)?(Z?)")


def stated_at(text: str) -> str | None:
    """Return a time that is stated in ISO 8601, without parts of a second; ``None`` for any other text.

    >>> stated_at("2018-08-19T12:34:56.789Z"), stated_at("2018-08-19"), stated_at("yesterday")
    ('2018-08-19T12:34:56Z', '2018-08-19', None)
    """
    found = _ISO.fullmatch(text)
    return found and found[1] + found[2]


def captured_at(name: str) -> str | None:
    """Return the time of capture in a file's *name*: a 14-digit timestamp or a date, in ISO 8601.

    >>> captured_at("B_tt0012349_2018-01-16_d2fdd4.html.gz")
    '2018-01-16'
    >>> captured_at("20100125173015-title-tt0330508.html")
    '2010-01-25T17:30:15Z'
    >>> captured_at("tt0111161_2018-13-45.html")
    """
    for pattern, form, iso in _FORMS:
        for stamp in pattern.findall(name):
            try:
                return datetime.strptime(stamp, form).replace(tzinfo=UTC).strftime(iso)
            except ValueError:
                continue
    return None
