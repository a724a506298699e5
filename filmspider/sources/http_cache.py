"""Scrapy's HTTP cache, as its default storage keeps it on disk: a folder an answer."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from filmspider.items import Rejection
from filmspider.packing import PackingError, gunzip
from filmspider.sources.answers import Answer
from filmspider.sources.base import PassedOver
from filmspider.sources.files import read_page, unreadable
from filmspider.sources.streams import GZIP
from filmspider.sources.wayback import published

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator, Mapping

    from filmspider.sources.base import File, Found

_FILES = {"meta", "response_headers", "response_body"}
_MAX_META = 16 * 1024


@dataclass(frozen=True)
class CachedAnswer:
    """An answer in the cache of ``FilesystemCacheStorage``, gzipped (``HTTPCACHE_GZIP``) or not.

    *files* are those of its folder. Those that are pickled are left alone: to unpickle is to run what they hold.
    """

    files: Mapping[str, File]
    uri: str

    def pages(self, match: re.Pattern[str], /) -> Iterator[Found]:
        """Yield the page if *match* is found in its address; it is called by its folder."""
        try:
            yield self._found(match)
        except PackingError as error:
            yield Rejection(reason=error.reason, detail=str(error), uri=self.uri)
        except OSError as error:
            yield unreadable(self.uri, error)

    def parts(self) -> Iterator[Self]:
        """Yield the answer itself."""
        yield self

    def _found(self, match: re.Pattern[str]) -> Found:
        raw = read_page(self.files["meta"])
        is_packed = raw.startswith(GZIP)
        meta = _literal(gunzip(raw) if is_packed else raw)
        capture = published(str(meta.get("response_url") or meta.get("url") or ""))
        if not capture.address:
            return Rejection(reason="undecodable", detail="no address in the file meta", uri=self.uri)
        if not match.search(capture.address):
            return PassedOver(1)
        headers, body = (read_page(self.files[name]) for name in ("response_headers", "response_body"))
        if is_packed:
            headers, body = gunzip(headers), gunzip(body)
        return Answer(meta.get("status"), headers, body).page(self.uri, capture, _iso(meta.get("timestamp")))


def is_cached_answer(names: Collection[str]) -> bool:
    """Whether a folder with files of these names is an answer in the cache."""
    return _FILES.issubset(names)


def _literal(meta: bytes) -> dict[str, Any]:
    try:
        value = ast.literal_eval(meta[:_MAX_META].decode("utf-8", "replace"))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _iso(timestamp: object) -> str | None:
    try:
        return datetime.fromtimestamp(float(str(timestamp)), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
