"""A progress bar for whoever watches."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import ProgressColumn, SpinnerColumn, Task, TimeElapsedColumn
from rich.text import Text
from scrapy import signals
from scrapy.exceptions import NotConfigured

from filmspider.extensions.output import OutputFolder

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings


class PageColumn(ProgressColumn):
    """Pages done and pages a second."""

    def render(self, task: Task) -> Text:
        """Return what is shown of *task*."""
        return Text(f"{task.completed:.0f} pages, {task.speed or 0:.0f}/s")


class Progress:
    """Shows pages done and pages a second. Off where nobody watches or where log lines would break the bar."""

    def __init__(self, crawler: Crawler, console: Console) -> None:
        self.crawler = crawler
        self._bar = Bar(SpinnerColumn(), PageColumn(), TimeElapsedColumn(), console=console, transient=True)
        self._task = self._bar.add_task("pages", total=None)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raise ``NotConfigured`` unless standard error is a terminal and the log is quiet."""
        if not sys.stderr.isatty() or not is_quiet(crawler.settings):
            raise NotConfigured
        extension = cls(crawler, Console(stderr=True))
        crawler.signals.connect(extension.engine_started, signals.engine_started)
        crawler.signals.connect(extension.done, signals.item_scraped)
        crawler.signals.connect(extension.done, signals.item_dropped)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def engine_started(self) -> None:
        """Show the bar."""
        self._bar.start()

    def done(self) -> None:
        """Move on to the pages that were done."""
        folder = self.crawler.get_extension(OutputFolder)
        if folder is not None:
            self._bar.update(self._task, completed=folder.output.pages)

    def engine_stopped(self) -> None:
        """Take the bar away."""
        self._bar.stop()


def is_quiet(settings: BaseSettings) -> bool:
    """Return whether hardly a log line goes to standard error."""
    level = logging.getLevelNamesMapping().get(settings["LOG_LEVEL"], logging.DEBUG)
    return not settings.getbool("LOG_ENABLED") or bool(settings["LOG_FILE"]) or level >= logging.WARNING
