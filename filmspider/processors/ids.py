"""Ids of titles, people, companies and videos, wherever they stand in an address."""

from __future__ import annotations

import re


def _pattern(prefix: str, digits: str) -> re.Pattern[str]:
    # The prefix comes first, which makes the search quick; an address in a parameter has its slash as %2F.
    edge = rf"(?:(?<![0-9A-Za-z_]{prefix})|(?<=%2[Ff]{prefix}))"
    return re.compile(rf"{prefix}{edge}[0-9]{{{digits}}}(?![0-9A-Za-z_])")


_TITLE = _pattern("tt", "7,")
_NAME = _pattern("nm", "7,")
_COMPANY = _pattern("co", "7,")
_VIDEO = _pattern("vi", "1,")
_BARE_NUMBER = re.compile(r"[0-9]{1,10}")


def _found(pattern: re.Pattern[str], raw: str) -> str | None:
    match = pattern.search(raw)
    return match[0] if match else None


def title_id(raw: str) -> str | None:
    """Return the first title id in *raw*.

    >>> title_id("/title/tt0133093/?ref_=nv_sr_1"), title_id("tt10027990"), title_id("133093")
    ('tt0133093', 'tt10027990', None)
    """
    return _found(_TITLE, raw)


def name_id(raw: str) -> str | None:
    """Return the first person's id in *raw*.

    >>> name_id("/name/nm0905152/?ref_=tt_ov_dr")
    'nm0905152'
    """
    return _found(_NAME, raw)


def company_id(raw: str) -> str | None:
    """Return the first company's id in *raw*.

    >>> company_id("/company/co0002663?ref_=tt_dt_co")
    'co0002663'
    """
    return _found(_COMPANY, raw)


def video_id(raw: str) -> str | None:
    """Return the first video's id in *raw*.

    >>> video_id("/video/imdb/vi1404633369?playlistId=tt0185183")
    'vi1404633369'
    """
    return _found(_VIDEO, raw)


def bare_title_id(raw: str) -> str | None:
    """Return the title id that a person means by *raw*: an id, an address, or the number alone.

    >>> bare_title_id("133093"), bare_title_id("10027990"), bare_title_id("https://www.imdb.com/title/tt01207372/")
    ('tt0133093', 'tt10027990', 'tt01207372')
    """
    text = raw.strip()
    return f"tt{text:0>7}" if _BARE_NUMBER.fullmatch(text) else title_id(text)
