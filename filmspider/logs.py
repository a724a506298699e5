"""The log: one line an event, with an id by which events of a kind are found."""

from __future__ import annotations

import logging
import time
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.settings import Settings


class OneLine(logging.Formatter):
    """Writes ``TIME LEVEL ID LOGGER MESSAGE``, in UTC and without line breaks.

    The id is the event's name where its logger gave one (``host_left``, ``broken_off``), and else eight digits that
    are the same for every message made from the same words, whatever their figures.

    >>> event = logging.LogRecord("scrapy.core.engine", logging.INFO, "engine.py", 1, "Closing (%s)", ("x",), None)
    >>> event.created = 0
    >>> OneLine().format(event)
    '1970-01-01T00:00:00Z INFO 87d6a8b6 scrapy.core.engine Closing (x)'
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(event)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a traceback is folded into it."""
        if not hasattr(record, "event"):
            record.event = f"{zlib.crc32(f'{record.name} {record.msg}'.encode()):08x}"
        return " | ".join(line for line in super().format(record).splitlines() if line.strip())


@contextmanager
def one_line_an_event(settings: Settings) -> Iterator[None]:
    """Log as :class:`OneLine` writes, to the file and from the level that Scrapy's settings name."""
    if not settings.getbool("LOG_ENABLED"):
        yield
        return
    path, root = settings["LOG_FILE"], logging.getLogger()
    handler = logging.FileHandler(path, encoding="utf-8") if path else logging.StreamHandler()
    handler.setLevel(settings["LOG_LEVEL"])
    handler.setFormatter(OneLine())
    level = root.level
    root.setLevel(logging.NOTSET)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()
