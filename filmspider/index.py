"""The index of a journal: which pages are done, and where their outcomes stand. It is on disk, not in memory."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from filmspider.outcomes import Capture

_CACHE_KIB = 64 * 1024
_SCHEMA = """
CREATE TABLE IF NOT EXISTS pages (
    page BLOB PRIMARY KEY, content BLOB, session INTEGER, extractor TEXT, reason TEXT, key TEXT,
    uri TEXT, captured_at TEXT, captured_from TEXT, sha256 TEXT, place INTEGER, own INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_content ON pages (content);
CREATE INDEX IF NOT EXISTS by_key ON pages (key);
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""
_BEST_FIRST = "key, captured_at DESC, sha256 DESC, uri"
_BY_CAPTURE = "key, captured_at, sha256, uri"
_COLUMNS = "uri, captured_at, captured_from, sha256, key, place, own"


class Row(NamedTuple):
    """One page of a dataset, and where its outcome stands in the journal."""

    uri: str
    captured_at: str
    captured_from: str | None
    sha256: str
    key: str
    place: int
    own: bool
    """Whether the outcome is this page's own, and not that of another page with the same content."""


class Index:
    """An SQLite file that can be made again from the journal.

    Raises ``sqlite3.DatabaseError`` for one that cannot be used. What was written since the last :meth:`commit` is lost
    with the process. One that is opened *read_only* may be written to meanwhile.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        if read_only:
            self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            return
        self._db = sqlite3.connect(path, isolation_level=None)
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            self._db.executescript(_SCHEMA)
            self._db.execute("BEGIN")
        except sqlite3.Error:
            self._db.close()
            raise

    def state(self, name: str) -> int | str | None:
        """Return what was noted under *name*."""
        row = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def note(self, **values: int | str) -> None:
        """Note something."""
        self._db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values.items())

    def clear(self) -> None:
        """Forget all pages and notes."""
        self._db.execute("DELETE FROM pages")
        self._db.execute("DELETE FROM state")

    def session_of(self, page: bytes, extractor: str) -> int | None:
        """Return when a page was last asked for; ``None`` for one that *extractor* has not done."""
        query = "SELECT session FROM pages WHERE page = ? AND extractor = ?"
        row = self._db.execute(query, (page, extractor)).fetchone()
        return row[0] if row else None

    def ask(self, page: bytes, session: int) -> None:
        """Note that a page is asked for again."""
        self._db.execute("UPDATE pages SET session = ? WHERE page = ?", (session, page))

    def place_of(self, content: bytes, extractor: str) -> tuple[int, str | None, str] | None:
        """Return place, reason and key of the outcome that pages with this content have."""
        query = "SELECT place, reason, key FROM pages WHERE content = ? AND extractor = ? LIMIT 1"
        row: tuple[int, str | None, str] | None = self._db.execute(query, (content, extractor)).fetchone()
        return row

    def add(  # noqa: PLR0913 - the columns of a row
        self,
        page: bytes,
        capture: Capture,
        *,
        session: int,
        extractor: str,
        reason: str | None,
        key: str,
        place: int,
        own: bool,
    ) -> None:
        """Put in a page, in place of what an earlier extractor made of it."""
        about = (capture.uri, capture.captured_at, capture.captured_from, capture.sha256)
        row = (page, capture.content, session, extractor, reason, key, *about, place, own)
        self._db.execute(f"INSERT OR REPLACE INTO pages VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608

    def has_better(self, key: str, capture: Capture) -> bool:
        """Return whether a record of this *key* is there that is preferred to the one of *capture*."""
        query = """SELECT 1 FROM pages WHERE key = ?1 AND reason IS NULL AND (
            (captured_at, sha256) > (?2, ?3) OR ((captured_at, sha256) = (?2, ?3) AND uri < ?4)) LIMIT 1"""
        values = (key, capture.captured_at, capture.sha256, capture.uri)
        return self._db.execute(query, values).fetchone() is not None

    def count(self, since: int = 0) -> int:
        """Return the number of pages asked for in the session *since* or later."""
        row: tuple[int] = self._db.execute("SELECT count(*) FROM pages WHERE session >= ?", (since,)).fetchone()
        return row[0]

    def own_places(self, start: int, end: int) -> Iterator[int]:
        """Yield where the outcomes of pages stand that were read while the journal grew from *start* to *end* bytes."""
        query = "SELECT place FROM pages WHERE own AND place >= ? AND place < ? ORDER BY place"
        return (place for (place,) in self._db.execute(query, (start, end)))

    def before(self, session: int) -> Iterator[tuple[bytes, str]]:
        """Yield the pages that were last asked for before *session*, each with its uri."""
        return self._db.execute("SELECT page, uri FROM pages WHERE session < ?", (session,))

    def forget(self, pages: Iterable[bytes]) -> None:
        """Take out *pages*."""
        self._db.execute("CREATE TEMP TABLE forgotten (page BLOB)")
        self._db.executemany("INSERT INTO forgotten VALUES (?)", ((page,) for page in pages))
        self._db.execute("DELETE FROM pages WHERE page IN forgotten")
        self._db.execute("DROP TABLE forgotten")

    def records(self, *, best_first: bool, key: str | None = None) -> Iterator[Row]:
        """Yield the pages that gave records: by key, those of one key *best_first* or in the order of capture.

        With *key*, those of that key only.
        """
        order = _BEST_FIRST if best_first else _BY_CAPTURE
        only, values = ("AND key = ?", (key,)) if key else ("", ())
        query = f"SELECT {_COLUMNS} FROM pages WHERE reason IS NULL {only} ORDER BY {order}"  # noqa: S608
        return map(Row._make, self._db.execute(query, values))

    def rejections(self) -> Iterator[Row]:
        """Yield the pages that gave none, by uri; of several with the same content the first."""
        query = f"""SELECT {_COLUMNS}, min(uri) FROM pages WHERE reason IS NOT NULL
            GROUP BY key ORDER BY min(uri), sha256"""  # noqa: S608
        return (Row._make(row[:-1]) for row in self._db.execute(query))

    def commit(self) -> None:
        """Make what was written last."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def close(self) -> None:
        """Close the file; what was not committed is forgotten. Whoever reads it then leaves no files beside it."""
        with suppress(sqlite3.Error):
            self._db.rollback()
            self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()
