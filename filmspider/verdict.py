"""How a run went, in one word and one exit code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.changes import ChangeCounts
    from filmspider.drift import Finding

Verdict = Literal["well", "drift", "nothing_written", "errors", "blocked", "interrupted"]

EXIT_CODES: dict[Verdict, int] = {
    "well": 0,
    "nothing_written": 2,
    "errors": 2,
    "blocked": 3,
    "drift": 4,
    "interrupted": 130,
}
"""1 is kept for what keeps a run from starting: see :class:`filmspider.exceptions.SetupError`."""

HINTS: dict[Verdict, str] = {
    "well": "all well",
    "drift": "pages hold less than in the runs before: the layout may have changed",
    "nothing_written": "no page gave a record: the rejections say why",
    "errors": "errors on the way: the rejections and the log say which",
    "blocked": "a site refused pages: wait, or read them from a web archive",
    "interrupted": "broken off: the same command goes on from here",
}
"""What each verdict means for whoever runs it."""


@dataclass(frozen=True)
class RunResult:
    """What a run did: counts, verdict, and where the files are."""

    pages: int
    """Pages that the sources gave, and records of web archives that were passed over."""
    records: int
    """Records in ``titles.jsonl``."""
    passed_over: int
    """Records of web archives that nobody asked for."""
    duplicates: int
    """Pages whose bytes, or whose title, another page has."""
    rejected: dict[str, int]
    """Rejections by reason."""
    layouts: dict[str, int]
    """Records by page layout."""
    resumed: int
    """Pages that an earlier run had read."""
    carried: int
    """Pages of earlier runs that this one was not asked for, and kept as it only brings them up to date."""
    remote_blocked: int
    """Pages that a site refused."""
    failures: int
    """Exceptions that were not caught."""
    seconds: float
    """Time that the run took."""
    finished: bool
    """Whether all pages were done and the files written."""
    interrupted: bool
    """Whether the run was broken off."""
    titles_path: Path
    """The dataset."""
    rejected_path: Path
    """The rejections."""
    run_path: Path
    """The manifest."""
    told: bool = True
    """Whether the manifest of this run could be written; if not, what is there is an earlier one's."""
    drift: tuple[Finding, ...] = ()
    """What the pages hold less of than those of the run that it was compared with."""
    changes: ChangeCounts | None = None
    """What changed in the dataset; ``None`` where there was none before."""

    @property
    def balanced(self) -> bool:
        """Whether every page became a record, a duplicate or a rejection, or was passed over."""
        given = self.pages + self.carried
        return given == self.records + self.duplicates + self.passed_over + sum(self.rejected.values())

    @property
    def verdict(self) -> Verdict:
        """The worst that can be said of the run."""
        if self.interrupted:
            return "interrupted"
        if self.remote_blocked:
            return "blocked"
        if not self.finished or not self.balanced or self.failures or self.rejected.get("error"):
            return "errors"
        if not self.records:
            return "nothing_written"
        return "drift" if self.drift else "well"

    @property
    def exit_code(self) -> int:
        """0 well, 2 errors or nothing written, 3 blocked, 4 drift, 130 interrupted."""
        return EXIT_CODES[self.verdict]
