"""``run.json``: what was run, with what, and what came of it."""

from __future__ import annotations

import json
import logging
import platform
import re
import time
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import scrapy
from lxml import etree
from scrapy import signals
from scrapy.settings import SETTINGS_PRIORITIES

from filmspider import __version__, plugins
from filmspider.asked import asked
from filmspider.coverage import Coverage, Rejections
from filmspider.extensions.earlier import EarlierRuns
from filmspider.extensions.output import OutputFolder
from filmspider.items import SCHEMA_VERSION
from filmspider.publishing import publish
from filmspider.run_history import remember
from filmspider.verdict import RunResult

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.settings import Settings

    from filmspider.output import Output

logger = logging.getLogger(__name__)

_NOT_INTERRUPTED = {"finished", "start_error", "output_failed", "archive_failed"}
_SECRET = re.compile("PASS|SECRET|TOKEN|KEY|HTTPAUTH")


class Manifest:
    """Counts what was published, judges the run and writes the manifest; :attr:`result` is there once it is over."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.result: RunResult | None = None
        self._started = datetime.now(UTC)
        self._times = [time.monotonic()]
        self._reason = ""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for the end of the run."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def spider_closed(self, reason: str) -> None:
        """Note why the run ends, and that all pages are read."""
        self._reason = reason
        self._times.append(time.monotonic())

    def engine_stopped(self) -> None:
        """Judge the run, and write the manifest of what was published."""
        self._times.append(time.monotonic())
        folder, earlier = self.crawler.get_extension(OutputFolder), self.crawler.get_extension(EarlierRuns)
        if folder is None or earlier is None:
            return
        if folder.output.published or folder.output.partial:
            self.result = self._write(folder.output, earlier)
        else:
            self.result = self._judge(folder.output, Coverage(), Rejections(), told=False)
        logger.info(_summary(self.result), extra={"event": "run_ended"})

    def _write(self, output: Output, earlier: EarlierRuns) -> RunResult:
        with output.titles_path.open("rb") as titles, output.rejected_path.open("rb") as rejected:
            coverage, rejections = Coverage(titles), Rejections(rejected)
        read = output.tally()
        found: dict[str, Any] = {}
        if output.published:
            changes = earlier.changes(output.titles_path)
            found = {"drift": tuple(earlier.drift(read, __version__)), "changes": changes}
        self._times.append(time.monotonic())
        result = self._judge(output, coverage, rejections, **found)
        manifest = self._manifest(result, coverage) | msgspec.to_builtins(
            {"timings": self._timings(), "read": read, "compared_with": earlier.compared_with, **found}
        )
        publish(output.run_path, [json.dumps(manifest, indent=2, ensure_ascii=False).encode()])
        if output.published:
            remember(output.run_path.parent, earlier.lines, manifest)
        return result

    def _timings(self) -> dict[str, float]:
        """Return the seconds that each part of the run took."""
        spans = (round(end - begin, 3) for begin, end in pairwise(self._times))
        return dict(zip(("reading", "publishing", "comparing"), spans, strict=True))

    def _judge(self, output: Output, coverage: Coverage, rejections: Rejections, **found: Any) -> RunResult:
        return RunResult(
            pages=output.pages,
            records=coverage.records,
            passed_over=output.passed_over,
            duplicates=output.duplicates,
            rejected=dict(sorted(rejections.reasons.items())),
            layouts=dict(sorted(coverage.layouts.items())),
            resumed=output.resumed,
            carried=output.carried,
            remote_blocked=rejections.remote_blocked,
            failures=self.crawler.stats.get_value("spider_exceptions/count", 0),
            seconds=round(self._times[-1] - self._times[0], 3),
            finished=output.published,
            interrupted=self._reason not in _NOT_INTERRUPTED and output.failure is None,
            titles_path=output.titles_path,
            rejected_path=output.rejected_path,
            run_path=output.run_path,
            **found,
        )

    def _manifest(self, result: RunResult, coverage: Coverage) -> dict[str, Any]:
        return {
            "verdict": result.verdict,
            "exit_code": result.exit_code,
            "versions": _versions(),
            **asked(self.crawler).given,
            "settings": given_settings(self.crawler.settings),
            "started_at": self._started.isoformat(timespec="seconds"),
            "finished_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "seconds": result.seconds,
            "pages": result.pages,
            "resumed": result.resumed,
            "carried": result.carried,
            "records": result.records,
            "duplicates": result.duplicates,
            "passed_over": result.passed_over,
            "rejected": result.rejected,
            "balanced": result.balanced,
            "failures": result.failures,
            "layouts": result.layouts,
            "coverage": coverage.fields(),
            "problems": dict(sorted(coverage.problems.items())),
        }


def _versions() -> dict[str, Any]:
    return {
        "filmspider": __version__,
        "schema": SCHEMA_VERSION,
        "scrapy": scrapy.__version__,
        "lxml": etree.__version__,
        "python": platform.python_version(),
        **plugins.versions(),
    }


def given_settings(settings: Settings) -> dict[str, Any]:
    """Return the settings given for this run alone, without secrets."""
    least = SETTINGS_PRIORITIES["cmdline"]
    given = {name: settings[name] for name in sorted(settings) if (settings.getpriority(name) or 0) >= least}
    return {
        name: value if isinstance(value, str | int | float | bool) else repr(value)
        for name, value in given.items()
        if not _SECRET.search(name)
    }


def _summary(result: RunResult) -> str:
    rejected = ", ".join(f"{count} {reason}" for reason, count in result.rejected.items()) or "none"
    return (
        f"Verdict: {result.verdict}. {result.pages} pages, {result.records} records, {result.duplicates} duplicates, "
        f"{result.passed_over} passed over, rejected: {rejected}. {result.titles_path}"
    )
