"""Figures of a run for Prometheus, in the text form that node_exporter collects from a folder."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, get_args

from filmspider.exceptions import OutputError
from filmspider.extras import METRICS
from filmspider.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.verdict import RunResult

logger = logging.getLogger(__name__)

_FIGURES = {
    "pages": "Pages that the sources gave",
    "records": "Records in the dataset",
    "duplicates": "Pages whose bytes, or whose title, another page has",
    "passed_over": "Records of web archives that nobody asked for",
    "seconds": "Time that the run took",
    "exit_code": "0 well, 2 errors or nothing written, 3 blocked, 4 drift, 130 interrupted",
}


def check_metrics(path: Path | None) -> None:
    """Raise :class:`SetupError` where metrics cannot be written to *path*."""
    if path is None:
        return
    METRICS.check()
    if not path.parent.is_dir():
        raise OutputError(f"no such folder: {path.parent}")


def write_metrics(result: RunResult, path: Path) -> None:
    """Write what a run did to *path*, in one step; all names begin with ``filmspider_run_``.

    That it fails is logged, and changes nothing about the run.
    """
    from prometheus_client import CollectorRegistry, Gauge, write_to_textfile  # noqa: PLC0415 - prometheus-client is an extra

    registry = CollectorRegistry()
    for name, meaning in _FIGURES.items():
        Gauge(f"filmspider_run_{name}", meaning, registry=registry).set(getattr(result, name))
    Gauge("filmspider_run_ended_timestamp_seconds", "When the run ended", registry=registry).set(time.time())
    rejected = Gauge("filmspider_run_rejected", "Pages that gave no record", ["reason"], registry=registry)
    for reason, count in result.rejected.items():
        rejected.labels(reason).set(count)
    verdicts = Gauge("filmspider_run_verdict", "1 for the run's verdict", ["verdict"], registry=registry)
    for verdict in get_args(Verdict):
        verdicts.labels(verdict).set(verdict == result.verdict)
    try:
        write_to_textfile(str(path), registry)
    except OSError as error:
        logger.error("metrics not written: %s", error, extra={"event": "metrics_failed"})  # noqa: TRY400 - the reason is said
