"""What became of a page, ready to be written: a record or a rejection in JSON, and what it is known and sorted by."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec
from pydantic import TypeAdapter

from filmspider.checks import checked
from filmspider.holdings import Holding
from filmspider.items import Rejection, Title
from filmspider.keys import title_key
from filmspider.loaders import TitleLoader
from filmspider.parsing import read_page

if TYPE_CHECKING:
    from typing import Self

    from filmspider.pages import Page

_TITLE_JSON = TypeAdapter(Title).dump_json
_REJECTION_JSON = TypeAdapter(Rejection).dump_json


class Capture(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Which bytes were captured, where and when. What is not known is empty."""

    uri: str = ""
    sha256: str = ""
    captured_at: str = ""
    captured_from: str | None = None
    address: str | None = None
    charset: str | None = None
    status: int | None = None

    @classmethod
    def of(cls, found: Page | Rejection) -> Self:
        """Return the capture of a page, or of what a source could not make a page of."""
        if isinstance(found, Rejection):
            return cls(found.uri or "", found.sha256 or "")
        return cls(
            found.uri or "",
            found.sha256,
            found.captured_at or "",
            found.captured_from,
            found.address,
            found.charset,
            found.status,
        )

    @property
    def page(self) -> bytes:
        """What tells this page from every other."""
        return digest(self.uri, self.sha256, self.captured_at)

    @property
    def content(self) -> bytes:
        """What decides the page's record, but for what ``source`` says of its capture: pages that share it are one."""
        if not self.sha256:
            return self.page
        return digest(self.sha256, self.address or "", self.charset or "", str(self.status or ""))


class Outcome(msgspec.Struct, gc=False):
    """A record, or a rejection for a *reason*, as it is written."""

    capture: Capture
    key: str
    """Outcomes that share it are of one title, or of one rejected content."""
    reason: str | None
    payload: msgspec.Raw
    """The record or rejection in JSON."""
    holding: Holding | None = None
    """What the record holds."""


def outcome_of(found: Page | Rejection) -> Outcome:
    """Read a page, and look at the figures of its record."""
    capture, loader = Capture.of(found), TitleLoader()
    item = found if isinstance(found, Rejection) else read_page(found, loader)
    if isinstance(item, Rejection):
        return rejected(capture, item)
    return Outcome(
        capture,
        title_key(item.imdb_id, item.title, item.year, item.title_type),
        None,
        msgspec.Raw(_TITLE_JSON(checked(item))),
        Holding.of(item, loader.hits()),
    )


def rejected(capture: Capture, rejection: Rejection) -> Outcome:
    """Return the outcome of a page that gives no record."""
    return Outcome(capture, capture.content.hex(), rejection.reason, msgspec.Raw(_REJECTION_JSON(rejection)))


def digest(*parts: str) -> bytes:
    """Return 16 bytes that stand for *parts*."""
    return blake2b("\n".join(parts).encode(), digest_size=16).digest()
