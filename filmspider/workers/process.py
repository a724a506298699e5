"""A worker: reads parts of sources, asks which of their pages are wanted, and parses those.

It has its orders on standard input. A page that takes too long ends it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from itertools import count
from typing import TYPE_CHECKING, NoReturn

from filmspider.outcomes import Capture, outcome_of
from filmspider.sources.base import PassedOver, Remote
from filmspider.workers.messages import Answer, Finished, Offer, Reading, Result, Task, line, order_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from filmspider.items import Rejection
    from filmspider.pages import Page
    from filmspider.sources.base import Found
    from filmspider.workers.messages import Reply

    Pages = list[Page | Rejection]

_OFFERED = 16
"""Pages offered at once; while they wait for the answer, as many more are read."""
_OFFERED_BYTES = 8 * 1024 * 1024
_BUFFER = 1024 * 1024


class Channel:
    """The pipes to and from the run."""

    def __init__(self, orders: BinaryIO, replies: BinaryIO) -> None:
        self._orders = orders
        self._replies = replies
        self._tasks: deque[Task] = deque()
        self._answers: deque[Answer] = deque()

    def task(self) -> Task:
        """Wait for the next task."""
        while not self._tasks:
            self._receive()
        return self._tasks.popleft()

    def answer(self) -> Answer:
        """Wait for the answer to the earliest offer without one."""
        while not self._answers:
            self._receive()
        return self._answers.popleft()

    def send(self, reply: Reply, *, now: bool = True) -> None:
        """Send *reply*, *now* or with the next one that is."""
        self._replies.write(line(reply))
        if now:
            self._replies.flush()

    def _receive(self) -> None:
        order = self._orders.readline()
        if not order:
            raise EOFError
        message = order_of(order)
        if isinstance(message, Task):
            self._tasks.append(message)
        else:
            self._answers.append(message)


class Work:
    """One task. No step of it may take longer than *limit* seconds."""

    def __init__(self, task: Task, channel: Channel, limit: float) -> None:
        self._parts, self._match = task.work()
        self._careful = task.careful
        self._channel = channel
        self._limit = limit
        self._passed_over = 0
        self._numbers = count()

    def do(self) -> None:
        """Do it."""
        ahead: deque[Pages] = deque()
        for pages in self._offers():
            self._channel.send(Offer([Capture.of(page) for page in pages], self._passed_over))
            ahead.append(pages)
            while len(ahead) > (not self._careful):
                self._parse(ahead.popleft())
        while ahead:
            self._parse(ahead.popleft())
        self._channel.send(Finished())

    def _offers(self) -> Iterator[Pages]:
        """Yield the pages in lots to offer; the last may be empty."""
        pages: Pages = []
        size = 0
        for page in self._read():
            pages.append(page)
            size += len(getattr(page, "body", b""))
            if self._careful or len(pages) == _OFFERED or size > _OFFERED_BYTES:
                yield pages
                pages, size = [], 0
        yield pages

    def _read(self) -> Iterator[Page | Rejection]:
        for number, part in enumerate(self._parts):
            if self._careful:
                self._channel.send(Reading(number))
            found = part.pages(self._match)
            while (page := self._timed(found)) is not None:
                if isinstance(page, PassedOver):
                    self._passed_over += page.records
                elif not isinstance(page, Remote):
                    yield page

    def _timed(self, found: Iterator[Found]) -> Found | None:
        signal.setitimer(signal.ITIMER_REAL, self._limit)
        page = next(found, None)
        signal.setitimer(signal.ITIMER_REAL, 0)
        return page

    def _parse(self, pages: Pages) -> None:
        for page, wanted in zip(pages, self._channel.answer().wanted, strict=True):
            number = next(self._numbers)
            if wanted:
                signal.setitimer(signal.ITIMER_REAL, self._limit)
                outcome = outcome_of(page)
                signal.setitimer(signal.ITIMER_REAL, 0)
                self._channel.send(Result(number, outcome), now=self._careful)


def main() -> NoReturn:
    """Work until there are no more orders; the argument is the number of seconds that a page may take."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run decides when its workers end
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb", _BUFFER)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what anybody prints is no reply
    channel = Channel(sys.stdin.buffer, replies)
    gc.freeze()  # what is loaded stays, and need not be looked through again and again
    try:
        while True:
            Work(channel.task(), channel, float(sys.argv[1])).do()
    except (EOFError, BrokenPipeError):
        os._exit(0)
