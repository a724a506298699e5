"""Which records of a web archive are read: by default those whose address is a title's page."""

from __future__ import annotations

import re

from filmspider.exceptions import UnknownArgumentError
from filmspider.kinds import VIEWS

HOST = r"(?:[\w-]+\.)*imdb\.(?:com|de|es|fr|it|pt)\.?(?::\d+)?"
"""The site's hosts."""
TITLE_PAGES = re.compile(
    rf"\A(?:[a-z]+://)?{HOST}(?:/[a-z]{{2}}(?:-[a-z]{{2}})?)?"
    rf"/+title/tt\d+{VIEWS}/*(?:[?#].*)?\Z",
    re.IGNORECASE,
)
"""Addresses of title pages, whatever the scheme, the host's spelling, the language and the query."""


def pattern_of(match: str | None) -> re.Pattern[str]:
    """Return the pattern that addresses are searched for; without one, :data:`TITLE_PAGES`.

    Raises :class:`SetupError` for what is no regular expression.

    >>> bool(pattern_of(None).search("http://us.imdb.com/title/tt0111161/combined?ref_=x"))
    True
    >>> bool(pattern_of(None).search("http://www.imdb.com/title/tt0111161/fullcredits"))
    False
    >>> bool(pattern_of("fullcredits$").search("http://www.imdb.com/title/tt0111161/fullcredits"))
    True
    """
    if match is None:
        return TITLE_PAGES
    try:
        return re.compile(match)
    except re.error as error:
        raise UnknownArgumentError(f"match={match}: no regular expression: {error}") from None
