"""Scrapy settings of filmspider, in the order of Scrapy's own template.

Every setting that differs from Scrapy's default says what the default is, and why it differs.
"""

from __future__ import annotations

import os

from filmspider import __version__
from filmspider.archiving import MAX_SIZE
from filmspider.packing import MAX_BODY

BOT_NAME = "filmspider"

SPIDER_MODULES = ["filmspider.spiders"]
NEWSPIDER_MODULE = "filmspider.spiders"
COMMANDS_MODULE = "filmspider.commands"  # default "": `scrapy crawl` with exit codes that say how the run went

ADDONS: dict[str, int] = {}

# Remote pages: say who asks, and where to complain.
CONTACT_URL = os.environ.get("FILMSPIDER_CONTACT_URL", "")  # not a setting of Scrapy's: goes into USER_AGENT
USER_AGENT = f"filmspider/{__version__}" + (f" (+{CONTACT_URL})" if CONTACT_URL else "")  # default "Scrapy/… (+…)"
ROBOTSTXT_OBEY = True  # default False
DOWNLOAD_VERIFY_CERTIFICATES = True  # default False: a record must come from the site that it names

# One request at a time a host, and slower where the host is slow.
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8
DOWNLOAD_DELAY = 1  # default 0
DOWNLOAD_DELAY_JITTER = 0  # default 0.5, which halves some delays: the delay is the least there is
AUTOTHROTTLE_ENABLED = True  # default False
AUTOTHROTTLE_START_DELAY = DOWNLOAD_DELAY  # default 5

DOWNLOAD_TIMEOUT = 60  # default 180: a title page that takes a minute is not coming
DOWNLOAD_MAXSIZE = MAX_BODY  # default 1 GiB: as large as a page may be
RETRY_HTTP_CODES = [500, 502, 503, 504, 522, 524, 408]  # default has 429 too: asked again only if it says when
BACKOFF = 2  # not a setting of Scrapy's: seconds that a host rests after a failure, doubled with each that follows
RETRY_AFTER_MAX = 300  # likewise: seconds waited for a host that asks for it; one that asks for more is left alone
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"  # default "ERROR": the rejection says it
HTTPERROR_ALLOW_ALL = True  # default False: every answer becomes a record or a rejection
URLLENGTH_LIMIT = 0  # default 2083: an address that was given is asked for
METAREFRESH_ENABLED = False  # default True: interstitial pages are to be seen, not passed through
COOKIES_ENABLED = False  # default True: pages as anybody gets them
DEFAULT_REQUEST_HEADERS = {  # default without Accept-Encoding: packings that the cache policy can look into
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
}

TELNETCONSOLE_ENABLED = False  # default True: opens a port
REMOTE_CONTROL_ENABLED = False  # default True: opens a port that runs code

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # default 100
    "filmspider.middlewares.robots.ObeyRobots": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # default 550
    "filmspider.middlewares.retries.AskAgain": 550,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,  # default 600
    "filmspider.middlewares.redirects.SameSite": 600,
    "filmspider.middlewares.archive.ArchiveAnswers": 960,
    "filmspider.middlewares.addresses.PublicAddresses": 970,
    "filmspider.middlewares.hosts.Hosts": 980,
}

EXTENSIONS: dict[str, int] = {
    "filmspider.extensions.closing.OrderlyClose": 0,
    "filmspider.extensions.archive.ArchiveFolder": 50,
    "filmspider.extensions.progress.Progress": 100,
    "filmspider.extensions.manifest.Manifest": 200,  # writes run.json before the next one removes the journal
    "filmspider.extensions.earlier.EarlierRuns": 250,  # lets go of the old dataset when the manifest is written
    "filmspider.extensions.output.OutputFolder": 300,
}

ITEM_PIPELINES = {
    "filmspider.pipelines.deduplicate.DeduplicatePipeline": 100,
    "filmspider.pipelines.write.WritePipeline": 200,
}

CONCURRENT_ITEMS = 1  # default 100: a page gives one item, and the engine pays for every place in the queue

BASELINE = None  # not a setting of Scrapy's: an earlier run to compare with, its folder or run.json, or "last"

# The cache is off unless asked for (-s HTTPCACHE_ENABLED=1), and then keeps good answers only.
HTTPCACHE_POLICY = "filmspider.middlewares.cache.GoodAnswersOnly"  # default "scrapy.extensions.httpcache.DummyPolicy"

ARCHIVE_SIZE = MAX_SIZE  # not a setting of Scrapy's: bytes after which another file of an archive is begun

FEED_EXPORT_ENCODING = "utf-8"  # default None, which escapes what is not ASCII

PAGE_TIMEOUT = 60  # not a setting of Scrapy's: seconds that a worker process may take for a page

LOG_LEVEL = "INFO"  # default "DEBUG": which logs every item
STATS_DUMP = False  # default True: run.json holds what there is to know
