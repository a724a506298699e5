"""What a dataset's folder knows of its pages: the journal, and the index over it."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from filmspider.index import Index
from filmspider.journal import Begin, Done, End, Journal, Same
from filmspider.keeping import stamped
from filmspider.outcomes import digest
from filmspider.plugins import extractor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from filmspider.index import Row
    from filmspider.journal import Entry, JournalReader
    from filmspider.outcomes import Capture, Outcome

_ENDS = re.compile("[/#!]")
_COMMIT_EVERY = 1000
"""Pages that a power cut may cost; a killed process loses none."""


class Found(NamedTuple):
    """An outcome that is there."""

    place: int
    reason: str | None
    key: str


class Store:
    """The pages of a dataset. A session is the time between opening and closing it, a run is one or several sessions.

    A run that did not end goes on where its *identity* is given again. Any other begins with nothing, unless it is to
    *update* what is there.
    """

    def __init__(self, folder: Path, identity: str, *, update: bool) -> None:
        self._journal = Journal(folder / ".journal.jsonl")
        self._index = _open_index(folder / ".index.sqlite")
        self._uncommitted = 0
        self._catch_up()
        goes_on = self._index.state("identity") == identity and not self._index.state("ended")
        if not goes_on and not update:
            self._journal.clear()
            self._index.clear()
        begin = Begin(self.run if goes_on else self.run + 1, identity, extractor())
        self._opened = self._journal.append(begin)
        self._start(begin, self._opened)
        self.commit()

    def session_of(self, page: bytes) -> int | None:
        """Return when a page was last asked for, if it was read as it would be now."""
        return self._index.session_of(page, extractor())

    def ask(self, page: bytes) -> None:
        """Note that a page that was read in an earlier session is asked for again."""
        self._index.ask(page, self.session)

    def page_of(self, uri: str) -> bytes:
        """Return what tells a fetched page from others: it is fetched once a run."""
        return digest(uri, str(self.run))

    def same_as(self, capture: Capture) -> Found | None:
        """Return the outcome of a page with the same content."""
        found = self._index.place_of(capture.content, extractor())
        return found and Found(*found)

    def has_better(self, outcome: Outcome) -> bool:
        """Return whether a record of the same title is there that is preferred."""
        return self._index.has_better(outcome.key, outcome.capture)

    def add(self, outcome: Outcome) -> Found:
        """Write down what became of a page; safe from the death of this process once this returns."""
        found = Found(self._journal.append(Done(outcome)), outcome.reason, outcome.key)
        self._put(outcome.capture, found, own=True)
        self._uncommitted += 1
        if self._uncommitted >= _COMMIT_EVERY:
            self.commit()
        return found

    def add_same(self, capture: Capture, found: Found) -> None:
        """Write down that a page has the content of another."""
        self._journal.append(Same(capture, found.place))
        self._put(capture, found, own=False)

    def forget_unasked(self) -> None:
        """Forget the pages that were not asked for in this session."""
        self._index.forget(page for page, _ in self._index.before(self.session))

    def forget_gone(self, sources: Collection[str]) -> None:
        """Forget the pages that *sources*, by their uris, gave in an earlier session and not in this one."""
        gone = (page for page, uri in self._index.before(self.session) if any(map(sources.__contains__, _origins(uri))))
        self._index.forget(gone)

    def counts(self) -> tuple[int, int]:
        """Return the number of pages, and of those that were not asked for in this session."""
        pages = self._index.count()
        return pages, pages - self._index.count(self.session)

    def records(self, *, best_first: bool) -> Iterator[Row]:
        """Yield the pages that gave records; see :meth:`Index.records`."""
        return self._index.records(best_first=best_first)

    def read_before(self) -> Iterator[Outcome]:
        """Yield the outcomes of the pages that this run had read when it was broken off, but for those forgotten."""
        begun = int(self._index.state("begun") or 0)
        return map(self._journal.outcome, self._index.own_places(begun, self._opened) if begun < self._opened else ())

    def rejections(self) -> Iterator[Row]:
        """Yield the pages that gave none; see :meth:`Index.rejections`."""
        return self._index.rejections()

    def payload(self, row: Row) -> bytes:
        """Return the record or rejection of a page, in JSON."""
        return payload_of(row, self._journal)

    def end(self) -> None:
        """Note that the run has published all."""
        self._journal.append(End())
        self._index.note(ended=True)

    def commit(self) -> None:
        """Make all that was written safe from a power cut. The index never knows what the journal may yet lose."""
        self._journal.sync()
        self._index.note(journal=self._journal.end)
        self._index.commit()
        self._uncommitted = 0

    def close(self) -> None:
        """Close the files."""
        self._index.close()
        self._journal.close()

    def _catch_up(self) -> None:
        """Bring the index up to the journal."""
        known = int(self._index.state("journal") or 0)
        if not self._journal.reaches(known):
            self._index.clear()
            known = 0
        self._remember()
        for place, entry in self._journal.replay(known):
            self._replay(place, entry)

    def _replay(self, place: int, entry: Entry) -> None:
        match entry:
            case Begin():
                self._start(entry, place)
            case Done(outcome):
                self._put(outcome.capture, Found(place, outcome.reason, outcome.key), own=True)
            case Same(capture, same):
                original = self._journal.outcome(same)
                self._put(capture, Found(same, original.reason, original.key), own=False)
            case End():
                self._index.note(ended=True)

    def _start(self, begin: Begin, place: int) -> None:
        if begin.run != self.run:
            self._index.note(begun=place)
        self._index.note(
            run=begin.run,
            identity=begin.identity,
            extractor=begin.extractor,
            session=self.session + 1,
            ended=False,
        )
        self._remember()

    def _remember(self) -> None:
        self.run = int(self._index.state("run") or 0)
        self.session = int(self._index.state("session") or 0)
        self._extractor = str(self._index.state("extractor") or "")

    def _put(self, capture: Capture, found: Found, *, own: bool) -> None:
        self._index.add(
            self.page_of(capture.uri) if is_remote(capture.uri) else capture.page,
            capture,
            session=self.session,
            extractor=self._extractor,
            reason=found.reason,
            key=found.key,
            place=found.place,
            own=own,
        )


def payload_of(row: Row, journal: JournalReader) -> bytes:
    """Return the record or rejection of a page, in JSON."""
    payload = bytes(journal.outcome(row.place).payload)
    return payload if row.own else stamped(payload, row)


def is_remote(uri: str | None) -> bool:
    """Return whether a page's *uri* says that it was fetched for this run.

    >>> is_remote("https://www.imdb.com/title/tt0111161/"), is_remote("pages/tt0111161.html")
    (True, False)
    """
    return uri is not None and uri.startswith(("http://", "https://"))


def _origins(uri: str) -> Iterator[str]:
    """Yield what a page's *uri* may lie in: folders, archives, itself.

    >>> list(_origins("pages/a.zip!/b.warc#7"))
    ['pages', 'pages/', 'pages/a.zip', 'pages/a.zip!', 'pages/a.zip!/', 'pages/a.zip!/b.warc', 'pages/a.zip!/b.warc#7']
    """
    for match in _ENDS.finditer(uri):
        yield uri[: match.start()]
        if match[0] == "/":
            yield uri[: match.end()]
    yield uri


def _open_index(path: Path) -> Index:
    try:
        return Index(path)
    except sqlite3.DatabaseError:
        for each in path.parent.glob(f"{path.name}*"):
            each.unlink()
        return Index(path)
