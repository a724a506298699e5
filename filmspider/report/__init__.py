"""``report.html``: a run for people, in one file that needs nothing else."""

from filmspider.report.page import require, write_report

__all__ = ["require", "write_report"]
