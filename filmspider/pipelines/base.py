"""What the pipelines share that need the output folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured

from filmspider.extensions.output import OutputFolder

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

    from filmspider.output import Output


class OutputPipeline:
    """A pipeline of a run that has an output folder; without one (``scrapy parse``) it is off."""

    def __init__(self, output: Output) -> None:
        self.output = output

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the run's output folder."""
        folder = crawler.get_extension(OutputFolder)
        if folder is None:
            raise NotConfigured("no output folder")
        return cls(folder.output)
