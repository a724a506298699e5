"""Running a crawl in this process."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING, Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from filmspider.exceptions import NoSourcesError
from filmspider.extensions.manifest import Manifest
from filmspider.logs import one_line_an_event
from filmspider.spiders.titles import TitlesSpider

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from scrapy.crawler import Crawler

    from filmspider.keeping import Keep
    from filmspider.verdict import RunResult


def crawl(  # noqa: PLR0913 - all that a run can be asked for
    sources: Sequence[str],
    output: Path,
    *,
    keep: Keep = "latest",
    remote: bool = False,
    match: str | None = None,
    workers: int | None = None,
    update: bool = False,
    discover: Sequence[str] = (),
    limit: int = 1000,
    archive: Path | None = None,
    allow_private: bool = False,
    settings: Mapping[str, Any] | None = None,
) -> RunResult:
    """Read *sources* into the folder *output* with the project's settings, and *settings* on top of them.

    Of web archives the records are read whose address holds the regular expression *match*: by default title pages.
    Archived pages are read by so many *workers*, processes of their own, by default one a core, or with 0 in this one.
    With *update* what earlier runs into the folder have read stays, and is not read again.
    *discover* are addresses of lists that name at most *limit* titles to fetch, *archive* is a folder for every answer
    of a site, and *allow_private* lets hosts in a private network be asked.

    Returns when the run is over. Raises :class:`SetupError` where it cannot start. Twisted's reactor runs once a
    process: for several runs in one, give the setting ``TWISTED_REACTOR_ENABLED`` as false.
    """
    arguments = {"sources": sources, "output": output, "keep": keep, "remote": remote, "match": match} | {
        "workers": workers,
        "update": update,
        "discover": discover,
        "limit": limit,
        "archive": archive,
        "allow_private": allow_private,
    }
    _check(arguments)  # before there is a reactor, which cannot be taken back
    chosen = project_settings(settings or {})
    chosen.set("LOG_INSTALL_ROOT_HANDLER", False, priority="project")  # default True: the log is one line an event
    with one_line_an_event(chosen):
        process = AsyncCrawlerProcess(chosen)
        logging.getLogger("scrapy").setLevel(chosen["LOG_LEVEL"])  # "DEBUG" by now: an event a page, for nobody to see
        return drive(process, process.create_crawler(TitlesSpider), **arguments)


def drive(process: AsyncCrawlerProcess, crawler: Crawler, **arguments: Any) -> RunResult:
    """Run *crawler*, a crawler of :class:`TitlesSpider`, in *process* until it is over, and return what came of it.

    Raises :class:`SetupError` where it cannot start, and whatever else kept it from starting.
    """
    _check(arguments)
    gc.freeze()  # what is loaded stays: looking through it again and again takes a tenth of a run
    task = process.crawl(crawler, **arguments)
    process.start()
    if task.done() and not task.cancelled() and (error := task.exception()):
        raise error
    manifest = crawler.get_extension(Manifest)
    if manifest is None or manifest.result is None:
        raise KeyboardInterrupt
    return manifest.result


def project_settings(given: Mapping[str, Any]) -> Settings:
    """Return the settings of the project with *given* ones on top."""
    settings = Settings()
    settings.setmodule("filmspider.settings", priority="project")
    settings.setdict(dict(given), priority="cmdline")
    return settings


def _check(arguments: dict[str, Any]) -> None:
    if not TitlesSpider(**arguments).sources:
        raise NoSourcesError("no sources: name files, folders, patterns or addresses to read")
