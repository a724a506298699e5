"""Opens the web archive that a run keeps the answers of sites in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import NotConfigured

from filmspider import __version__
from filmspider.archiving import Archive

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler


class ArchiveFolder:
    """Holds the :class:`Archive` of a run that keeps one, as :attr:`archive`."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the archive; a folder that cannot be used ends the run before it starts."""
        folder = getattr(crawler.spider, "archive", None)
        if folder is None:
            raise NotConfigured
        size = crawler.settings.getint("ARCHIVE_SIZE")
        extension = cls(Archive(folder, f"filmspider-{_stamp()}", _info(crawler), size))
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    def engine_stopped(self) -> None:
        """Close the archive."""
        self.archive.close()


def _info(crawler: Crawler) -> dict[str, str]:
    obeyed = crawler.settings.getbool("ROBOTSTXT_OBEY")
    return {
        "software": f"filmspider/{__version__}",
        "format": "WARC File Format 1.0",
        "robots": "obey" if obeyed else "ignore",
        "http-header-user-agent": crawler.settings["USER_AGENT"],
    }


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")[:17]
