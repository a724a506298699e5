"""What a run is compared with: the runs before it, and the dataset that stood there."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from scrapy import signals

from filmspider.asked import asked
from filmspider.changes import ChangeCounts, changes
from filmspider.drift import Finding, drift
from filmspider.exceptions import NoRunError, UnsortedError
from filmspider.publishing import publish
from filmspider.run_history import LAST, baseline, read_lines
from filmspider.tally import Tally

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

    from filmspider.run_history import Run

logger = logging.getLogger(__name__)


class EarlierRuns:
    """Remembers what is in the output folder before the run replaces it.

    *named* is the folder or manifest to compare with, ``last`` for the last run into *folder*, or empty. Raises
    :class:`NoRunError` where it does not tell of a run.
    """

    def __init__(self, folder: Path, named: str | None) -> None:
        self.folder = folder
        path = Path(named) if named and named != LAST else folder
        if path != folder and not path.exists():
            raise NoRunError(f"no run to compare with: {path} does not exist")
        self.baseline: list[Run] = baseline(path) if named else []
        self.lines = read_lines(folder) or (read_lines(path) if path.is_dir() else [])
        """The manifests of earlier runs."""
        self._open = ExitStack()
        titles = (path if path.is_dir() else path.parent) / "titles.jsonl"
        self._titles = self._open.enter_context(titles.open("rb")) if titles.exists() else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Look into the output folder of the run."""
        extension = cls(asked(crawler).output, crawler.settings["BASELINE"])
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def engine_stopped(self) -> None:
        """Let go of the old dataset."""
        self._open.close()

    def drift(self, read: Tally, version: str) -> list[Finding]:
        """Return what is alarming in the pages that were *read* by this *version*."""
        same_rules = {run.versions["filmspider"] for run in self.baseline} == {version}
        return drift(sum((run.read for run in self.baseline), Tally()), read, same_rules=same_rules)

    def changes(self, titles: Path) -> ChangeCounts | None:
        """Write ``changes.jsonl`` for the dataset *titles*, and return its counts; ``None`` where none was before."""
        path = self.folder / "changes.jsonl"
        path.unlink(missing_ok=True)
        if self._titles is None:
            return None
        counts = ChangeCounts()
        try:
            with titles.open("rb") as new:
                publish(path, changes(self._titles, new, counts))
        except (UnsortedError, msgspec.DecodeError) as error:
            logger.warning("No changes.jsonl: the dataset that was here cannot be compared with (%s)", error)
            return None
        return counts

    @property
    def compared_with(self) -> list[str]:
        """When the runs compared with were started, the latest first."""
        return [run.started_at for run in self.baseline]
