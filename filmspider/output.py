"""The output folder of one run: which pages are done, which record of a title stands, what is published."""

from __future__ import annotations

import fcntl
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal

import msgspec
from pydantic import TypeAdapter

from filmspider.exceptions import OutputError
from filmspider.items import Rejection, Title
from filmspider.journal import Entry, Journal
from filmspider.publishing import publish
from filmspider.sources import PassedOver, Remote

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.pages import Page
    from filmspider.sources.base import Found

Keep = Literal["latest", "all"]

_TITLE_JSON = TypeAdapter(Title).dump_json
_REJECTION_JSON = TypeAdapter(Rejection).dump_json


class Output:
    """The output folder while one run writes to it. *keep* is ``latest`` (one record a title) or ``all`` captures.

    Only places in the journal are kept in memory. An earlier, broken-off run with the same *fingerprint* is taken up:
    pages that it has done are not done again, and those of its pages that are no longer asked for are left out.
    Raises :class:`OutputError` if the folder cannot be written or another run is writing to it.
    """

    def __init__(self, folder: Path, *, keep: Keep, fingerprint: str) -> None:
        self.titles_path = folder / "titles.jsonl"
        self.rejected_path = folder / "rejected.jsonl"
        self.run_path = folder / "run.json"
        self.keep = keep
        self.pages = 0
        self.duplicates = 0
        self.passed_over = 0
        self.resumed = 0
        self.published = False
        self._index: dict[str, dict[str, int]] = {"title": {}, "rejection": {}}
        self._seen: set[bytes] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = (folder / ".lock").open("ab")
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._journal = Journal(folder / ".journal.jsonl", fingerprint)
        except BlockingIOError:
            self._lock.close()
            raise OutputError(f"another run is writing to {folder}: wait for it or choose another folder") from None
        except OSError as error:
            raise OutputError(f"cannot write to {folder}: {error.strerror}") from error
        self._pending = {_page_digest(entry.uri, entry.rank[1]): place for place, entry in self._journal.replay()}

    def wants(self, found: Found) -> bool:
        """Count what a source yields, and return whether it is still to be done.

        It is not if its bytes and time of capture came before in this run, or if an earlier run has done it.
        """
        if isinstance(found, PassedOver):
            self.pages += found.records
            self.passed_over += found.records
            return False
        self.pages += 1
        identity = _identity(found)
        if identity in self._seen:
            self.duplicates += 1
            return False
        self._seen.add(identity)
        uri, sha256 = (found.url, "") if isinstance(found, Remote) else (found.uri or "", found.sha256 or "")
        return not self._take_up(_page_digest(uri, sha256))

    def beaten(self, title: Title) -> bool:
        """Return whether a better record of the same title is there."""
        place = self._index["title"].get(self._title_key(title))
        return place is not None and not _is_better(_rank(title), title.source.uri or "", self._journal.read(place))

    def add(self, item: Title | Rejection) -> None:
        """Write *item* to the journal. A record beaten by another is written too: its page need not be read again."""
        entry = self._entry(item)
        self._place(entry, self._journal.append(entry))

    def publish(self) -> None:
        """Write the dataset and the rejections, each sorted by key."""
        for path, kind in ((self.titles_path, "title"), (self.rejected_path, "rejection")):
            places = self._index[kind]
            publish(path, (bytes(self._journal.read(places[key]).payload) for key in sorted(places)))
        self.published = True

    def close(self) -> None:
        """Let go of the folder; the journal stays unless all has been published."""
        self._journal.close(remove=self.published)
        self._lock.close()

    def _take_up(self, page: bytes) -> bool:
        place = self._pending.pop(page, None)
        if place is None:
            return False
        self.resumed += 1
        self._place(self._journal.read(place), place)
        return True

    def _place(self, entry: Entry, place: int) -> None:
        places = self._index[entry.kind]
        standing = places.get(entry.key)
        if standing is not None:
            self.duplicates += 1
            if not _is_better(entry.rank, entry.uri, self._journal.read(standing)):
                return
        places[entry.key] = place

    def _entry(self, item: Title | Rejection) -> Entry:
        if isinstance(item, Title):
            payload = msgspec.Raw(_TITLE_JSON(item))
            return Entry("title", self._title_key(item), _rank(item), item.source.uri or "", payload)
        uri, sha256 = item.uri or "", item.sha256 or ""
        return Entry("rejection", f"{uri}\t{sha256}", ("", sha256), uri, msgspec.Raw(_REJECTION_JSON(item)))

    def _title_key(self, title: Title) -> str:
        """Return what makes records one title; those without an id go behind the others."""
        key = title.imdb_id or f"~{title.title.casefold()}\t{title.year or ''}\t{title.title_type}"
        return key if self.keep == "latest" else "\t".join((key, *_rank(title)))


def is_remote(uri: str | None) -> bool:
    """Return whether a page's *uri* says that it was fetched for this run.

    >>> is_remote("https://www.imdb.com/title/tt0111161/"), is_remote("pages/tt0111161.html")
    (True, False)
    """
    return uri is not None and uri.startswith(("http://", "https://"))


def _rank(title: Title) -> tuple[str, str]:
    return title.source.captured_at or "", title.source.sha256


def _is_better(rank: tuple[str, str], uri: str, other: Entry) -> bool:
    return rank > other.rank or (rank == other.rank and uri < other.uri)


def _identity(found: Page | Rejection | Remote) -> bytes:
    """Return what makes two pages of the input one."""
    if isinstance(found, Remote):
        return _digest(found.url)
    if isinstance(found, Rejection):
        return _digest(found.uri or "", found.sha256 or "")
    return _digest(found.sha256, found.captured_at or "")


def _page_digest(uri: str, sha256: str) -> bytes:
    """Return what an entry of the journal is found again by; a page to be fetched is known by its address."""
    return _digest(uri) if is_remote(uri) else _digest(uri, sha256)


def _digest(*parts: str) -> bytes:
    return blake2b("\n".join(parts).encode(), digest_size=16).digest()
