"""Posters, trailers, official sites and ways to watch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import Site, Trailer, WatchOption
from filmspider.processors.durations import clock
from filmspider.processors.ids import video_id
from filmspider.processors.outcome import Noted, Unparsed
from filmspider.processors.text import fold, without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

_SITE = "https://www.imdb.com/"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PLACEHOLDER = re.compile(
    r"nopicture|no_?poster|imdb[-_]?(?:fb_)?logo|/images/G/01/|^data:|^\./|^[^/:]*_files/", re.IGNORECASE
)
_PROVIDER = re.compile(
    r"^(?:(?:From|Airs|Buy it) .*?\b|[$£€]\s?[\d.,]+ )?(?:at|on|via|from|with|through) (?=\S)", re.IGNORECASE
)


def absolute_url(raw: str) -> str | Unparsed | None:
    """Return an address as the page gives it, made absolute; ``None`` for a place on the page itself.

    >>> absolute_url("//www.imdb.com/offsite/?x=1"), absolute_url("/video/vi459521305")
    ('https://www.imdb.com/offsite/?x=1', 'https://www.imdb.com/video/vi459521305')
    """
    text = fold(raw).replace(" ", "%20")
    if not text or text.startswith("#"):
        return None
    if text.startswith("//"):
        return f"https:{text}"
    if text.lower().startswith(("http://", "https://")):
        return text
    return Unparsed(raw) if _SCHEME.match(text) else _SITE + text.lstrip("/")


def poster_url(raw: str) -> str | Unparsed | None:
    """Return the address of a poster; ``None`` for the picture that stands in where there is none, or a logo.

    The file that a browser saved beside the page has no address either.

    >>> poster_url("http://ia.media-imdb.com/images/G/01/imdb/images/nopicture/large/film.png") is None
    True
    """
    return None if _PLACEHOLDER.search(raw) else absolute_url(raw)


def trailer(raw: Mapping[str, Any]) -> Trailer | Noted | Unparsed | None:
    """Read a trailer: ``video`` (an id or any text with it), ``url`` and ``duration``.

    >>> trailer({"url": "/video/imdb/vi1404633369", "duration": "0:33"}).duration_seconds
    33
    """
    link, video, length = (raw.get(key) or "" for key in ("url", "video", "duration"))
    url, seconds = absolute_url(link), clock(length)
    found = {
        "video_id": video_id(video) or video_id(link),
        "url": None if url is None or isinstance(url, Unparsed) else url.partition("?")[0],
        "duration_seconds": None if isinstance(seconds, Unparsed) else seconds,
    }
    unread = [str(part.raw) for part in (url, seconds) if isinstance(part, Unparsed)]
    if not any(value is not None for value in found.values()):
        stated = fold(" ".join([*unread, video]))
        return Unparsed(stated) if stated else None
    read = Trailer.model_validate(found)
    return Noted(read, "unparsed", " ".join(unread)) if unread else read


def site(raw: Mapping[str, Any]) -> Site | Noted | Unparsed | None:
    """Read an official site: ``label``, ``url`` and ``note``, the text after the link.

    >>> site({"label": "Author Services", "url": "/offsite/?token=x", "note": "(DVD news) |"}).label
    'Author Services (DVD news)'
    """
    link = raw.get("url") or ""
    label = without_controls(fold(f"{raw.get('label') or ''} {raw.get('note') or ''}"))
    if not label:
        return Unparsed(link) if link.strip() else None
    url = absolute_url(link)
    return Noted(Site(label=label), "unparsed", url.raw) if isinstance(url, Unparsed) else Site(label=label, url=url)


def watch_option(raw: Mapping[str, Any]) -> WatchOption | Unparsed | None:
    """Read a way to watch: ``kind``, the heading of the offer, and ``provider``.

    >>> watch_option({"kind": "On Disc", "provider": "at Amazon"})
    WatchOption(kind='On Disc', provider='Amazon')
    >>> watch_option({"kind": "Watch Now", "provider": "From $2.99 (SD) on Prime Video"}).provider
    'Prime Video'
    """
    kind, provider = (fold(raw.get(key) or "") for key in ("kind", "provider"))
    provider = _PROVIDER.sub("", provider, count=1)
    if kind and provider:
        return WatchOption(kind=kind, provider=provider)
    return Unparsed(kind or provider) if kind or provider else None
