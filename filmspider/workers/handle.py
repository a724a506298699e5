"""A worker process as the run has hold of it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filmspider.packing import MAX_BODY
from filmspider.workers.messages import line, reply_of

if TYPE_CHECKING:
    from typing import Self

    from filmspider.workers.messages import Order, Reply
    from filmspider.workers.progress import Progress

# itemadapter imports scrapy if it can, which takes longer than all that a worker needs. Layouts from outside still may.
_PROGRAM = """
import sys
sys.modules["scrapy"] = None
import itemadapter
del sys.modules["scrapy"]
from filmspider.workers.process import main
main()
"""
_LONGEST = 2 * MAX_BODY
"""Bytes of a reply: a record is seldom as long as its page."""


class DiedError(Exception):
    """Raised when the worker process is no more; says what became of it."""


class Handle:
    """A process that is started when there is something to do, and again after it died."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._process: asyncio.subprocess.Process | None = None
        self._given: list[Progress] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._end()

    async def give(self, progress: Progress) -> None:
        """Give the worker a lot, unless it has it."""
        if progress in self._given:
            return
        if self._process is None:
            self._process = await _start(self._limit)
        self._given = [each for each in self._given if not each.is_finished] + [progress]
        await self.send(progress.task())

    async def send(self, order: Order) -> None:
        """Send an order. Raises :class:`DiedError`."""
        stdin = self._running.stdin
        if stdin is None:
            raise RuntimeError("the worker has no pipe")
        try:
            stdin.write(line(order))
            await stdin.drain()
        except OSError:
            raise await self._died() from None

    async def receive(self) -> Reply:
        """Wait for the next reply. Raises :class:`DiedError`."""
        stdout = self._running.stdout
        reply = await stdout.readline() if stdout else b""
        if not reply.endswith(b"\n"):
            raise await self._died()
        return reply_of(reply)

    @property
    def _running(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("no worker was started")
        return self._process

    async def _died(self) -> DiedError:
        code = self._running.returncode if self._running.returncode is not None else await self._running.wait()
        await self._end()
        return DiedError(self._cause(code))

    def _cause(self, code: int) -> str:
        if code == -signal.SIGALRM:
            return f"not done in {self._limit:g} seconds"
        if code < 0:
            return f"the worker process died of {signal.Signals(-code).name}"
        return f"the worker process ended with exit code {code}"

    async def _end(self) -> None:
        process, self._process, self._given = self._process, None, []
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        if process.stdin:
            process.stdin.close()
            with suppress(OSError):
                await process.stdin.wait_closed()
        await process.wait()


async def _start(limit: float) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # what lies in the working directory is data: a json.py there is not to be imported
        "-c",
        _PROGRAM,
        str(limit),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=_LONGEST,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)},
    )
