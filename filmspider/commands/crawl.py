"""``scrapy crawl`` with exit codes that say how the run went."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from scrapy.commands.crawl import Command as CrawlCommand
from scrapy.crawler import AsyncCrawlerProcess

from filmspider import runs
from filmspider.exceptions import SetupError
from filmspider.spiders.titles import TitlesSpider
from filmspider.verdict import EXIT_CODES

if TYPE_CHECKING:
    import argparse


class Command(CrawlCommand):
    """Scrapy's own command exits with 0 when every page failed; this one does not, for the spider ``titles``."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider and set the exit code."""
        process = self.crawler_process
        if args != [TitlesSpider.name] or not isinstance(process, AsyncCrawlerProcess):
            super().run(args, opts)
            return
        try:
            self.exitcode = runs.drive(process, self._create_crawler(TitlesSpider), **opts.spargs).exit_code
        except SetupError as error:
            sys.stderr.write(f"scrapy crawl: {error}\n")
            self.exitcode = 1
        except KeyboardInterrupt:
            self.exitcode = EXIT_CODES["interrupted"]
