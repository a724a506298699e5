"""The output folder while a run writes to it: which pages are still to be read, and what is published of them."""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filmspider.exceptions import OutputError
from filmspider.keeping import Keep, best_first, kept, left_out, line
from filmspider.publishing import publish
from filmspider.store import Store
from filmspider.tally import PageCount

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from filmspider.keeping import Kept
    from filmspider.outcomes import Capture, Outcome
    from filmspider.tally import Tally

PARTIAL = "partial"
"""Folder of what a run has published that was broken off."""


class Output:
    """The output folder while one run writes to it; *keep* says which captures of a title are published.

    A broken-off run with the same *identity* is taken up: pages that it has done are not done again, and those of its
    pages that are no longer asked for are left out. With *update* the pages of earlier runs stay, asked for or not;
    those that another version of filmspider read are read anew. Raises :class:`OutputError` if the folder cannot be
    written or another run is writing to it.
    """

    def __init__(self, folder: Path, *, keep: Keep, identity: str, update: bool = False) -> None:
        self.titles_path = folder / "titles.jsonl"
        self.rejected_path = folder / "rejected.jsonl"
        self.duplicates_path = folder / "duplicates.jsonl"
        self.run_path = folder / "run.json"
        self.keep = keep
        self.pages = 0
        self.passed_over = 0
        self.duplicates = 0
        self.resumed = 0
        self.carried = 0
        self.published = False
        self.partial = False
        self.failure: OSError | None = None
        self._update = update
        self._given_again = 0
        self._count = PageCount()
        self._awaited: dict[bytes, list[Capture]] = {}
        self._addresses: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = (folder / ".lock").open("ab")
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with _database_errors():
                self._store = Store(folder, identity, update=update)
        except BlockingIOError:
            self._lock.close()
            raise OutputError(f"another run is writing to {folder}: wait for it or choose another folder") from None
        except OSError as error:
            raise OutputError(f"cannot write to {folder}: {error.strerror or error}") from error

    def pass_over(self, records: int) -> None:
        """Count records of web archives that nobody asked for."""
        self.pages += records
        self.passed_over += records

    def wants(self, capture: Capture) -> bool:
        """Count a page, and return whether it is to be read: what becomes of it is then awaited.

        It is not if an earlier run has read it, or if another page with the same content is read or awaited.
        """
        self.pages += 1
        with self._writing():
            if self._is_known(capture.page):
                return False
            awaiting = self._awaited.get(capture.content)
            if awaiting is not None:
                awaiting.append(capture)
                return False
            if found := self._store.same_as(capture):
                self._store.add_same(capture, found)
                return False
        self._awaited[capture.content] = []
        return True

    def wants_address(self, url: str) -> bool:
        """Count a page that is to be fetched, and return whether this run has not done so yet."""
        self.pages += 1
        if url in self._addresses:
            self._given_again += 1
            return False
        self._addresses.add(url)
        with self._writing():
            return not self._is_known(self._store.page_of(url))

    def has_better(self, outcome: Outcome) -> bool:
        """Return whether a better record of the same title is there, so that this one will not be published."""
        return self.keep != "all" and outcome.reason is None and self._store.has_better(outcome)

    def add(self, outcome: Outcome) -> None:
        """Write *outcome* down. Raises ``OSError`` where that is not possible, which stays as :attr:`failure`."""
        with self._writing():
            found = self._store.add(outcome)
            for capture in self._awaited.pop(outcome.capture.content, ()):
                if not self._is_known(capture.page):
                    self._store.add_same(capture, found)
        self._count.add(outcome)

    def publish(self, sources: Collection[str] = ()) -> None:
        """Write the dataset and the rejections, sorted, and which pages were left out for which.

        Of an update, *sources* are the uris of what was read: pages that they no longer hold are left out.
        """
        with _database_errors():
            if self._update:
                self._store.forget_gone(sources)
            else:
                self._store.forget_unasked()
        self._write()
        self.published = True
        shutil.rmtree(self.titles_path.parent / PARTIAL, ignore_errors=True)

    def publish_partial(self) -> None:
        """Write what a run that was broken off has so far into the folder ``partial``, whose paths are then given.

        What an earlier run published stays. Pages that are still to be done are no longer counted.
        """
        folder = self.titles_path.parent / PARTIAL
        folder.mkdir(exist_ok=True)
        for name in ("titles_path", "rejected_path", "duplicates_path", "run_path"):
            setattr(self, name, folder / getattr(self, name).name)
        self._write()
        self.pages, self.carried = self._store.counts()[0] + self._given_again + self.passed_over, 0
        self.partial = True

    def _write(self) -> None:
        with _database_errors():
            pages, self.carried = self._store.counts()
            records = publish(self.titles_path, (line(each, self._store.payload) for each in self._kept()))
            rejections = publish(self.rejected_path, map(self._store.payload, self._store.rejections()))
            publish(self.duplicates_path, (text for each in self._kept() for text in left_out(each)))
        self.duplicates = pages - records - rejections + self._given_again

    def tally(self) -> Tally:
        """Return what the pages held that this run has read, also before it was broken off."""
        before = PageCount()
        with _database_errors():
            for outcome in self._store.read_before():
                before.add(outcome)
        return before.tally() + self._count.tally()

    def close(self) -> None:
        """Let go of the folder. What was published need not be taken up."""
        try:
            with _database_errors():
                if self.published:
                    self._store.end()
                if self.failure is None:
                    self._store.commit()
        finally:
            self._store.close()
            self._lock.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keep what goes wrong as :attr:`failure`: the run is to end, and publishes nothing."""
        try:
            with _database_errors():
                yield
        except OSError as error:
            self.failure = error
            raise

    def _is_known(self, page: bytes) -> bool:
        session = self._store.session_of(page)
        if session == self._store.session:
            self._given_again += 1
        elif session is not None:
            self._store.ask(page)
            self.resumed += 1
        return session is not None

    def _kept(self) -> Iterator[Kept]:
        return kept(self._store.records(best_first=best_first(self.keep)), self.keep)


@contextmanager
def _database_errors() -> Iterator[None]:
    """Raise what SQLite says of a full or broken disk as what it is."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(f"the index cannot be written: {error}") from error
