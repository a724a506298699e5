"""From the records of a WARC to pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from fastwarc import WarcRecordType

from filmspider.items import Rejection
from filmspider.sources.base import PassedOver
from filmspider.sources.capture import stated_at
from filmspider.sources.files import unpacked
from filmspider.sources.revisits import Originals
from filmspider.sources.warc_walk import Lost, Stored, Walk
from filmspider.sources.wayback import Known, published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastwarc import WarcRecord

    from filmspider.pages import Page

_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
_AT_ONCE = 1000
"""Records passed over after which it is said, so that whoever waits for the next page hears something."""
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


class Records:
    """The pages in a WARC called *uri* whose address *match* is found in; the others are counted.

    Of the file the records are read that begin from *first* to before *last*.
    """

    def __init__(  # noqa: PLR0913 - what and how much is read
        self,
        stream: BinaryIO,
        uri: str,
        match: re.Pattern[str],
        *,
        resumable: bool,
        first: int = 0,
        last: int | None = None,
    ) -> None:
        self._walk = Walk(stream, self._is_wanted, resumable=resumable, first=first, last=last)
        self._uri = uri
        self._match = match
        self._originals = Originals(stream, self._fits, first) if resumable else None
        self._passed = 0

    def __iter__(self) -> Iterator[Page | Rejection | PassedOver]:
        """Yield them in the file's order."""
        for item in self._walk:
            if item:
                yield self._page(item) if isinstance(item, Stored) else self._rejection(item)
            if self._passed >= _AT_ONCE:
                yield self._passed_over()
        if self._passed:
            yield self._passed_over()

    def _is_wanted(self, record: WarcRecord) -> bool:
        if not record.record_type & _PAGES:
            return False
        wanted = self._fits(record)
        self._passed += not wanted
        return wanted

    def _fits(self, record: WarcRecord) -> bool:
        return self._match.search(_capture(record).address) is not None

    def _passed_over(self) -> PassedOver:
        passed, self._passed = self._passed, 0
        return PassedOver(passed)

    def _page(self, stored: Stored) -> Page | Rejection:
        offset, record, block = stored
        if record.record_type == WarcRecordType.revisit:
            return self._revisited(stored)
        if self._originals:
            self._originals.add(record, offset)
        return self._unpacked(stored, block)

    def _revisited(self, revisit: Stored) -> Page | Rejection:
        try:
            block = self._originals.block(revisit.record, revisit.offset) if self._originals else None
        except OSError as error:
            return self._rejection(Lost(revisit.offset, "undecodable", f"revisit: {error}", revisit.record))
        if block is None:
            detail = "revisit of a page that this file does not hold before it"
            return self._rejection(Lost(revisit.offset, "empty", detail, revisit.record))
        return self._unpacked(revisit, block)

    def _unpacked(self, stored: Stored, block: bytes) -> Page | Rejection:
        headers = stored.record.headers
        capture = _capture(stored.record)
        charset = _CHARSET.search(headers.get("Content-Type") or "")
        return unpacked(
            block,
            self._name(stored.offset),
            charset=charset and charset[1],
            **capture._asdict(),
        )

    def _rejection(self, lost: Lost) -> Rejection:
        address = f": {_capture(lost.record).address}" if lost.record else ""
        return Rejection(reason=lost.reason, detail=lost.detail + address, uri=self._name(lost.offset))

    def _name(self, offset: int) -> str:
        return f"{self._uri}#{offset}"


def _capture(record: WarcRecord) -> Known:
    """Return what the record is of; old writers set the address in brackets.

    A record of what the Wayback Machine answered is of the page that it had captured, and not of the day it was asked.
    """
    capture = published((record.headers.get("WARC-Target-URI") or "").strip("<>"))
    date = None if capture.captured_at else stated_at(record.headers.get("WARC-Date") or "")
    return Known(capture.address, date, "warc") if date else capture
