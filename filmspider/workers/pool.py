"""The run's side: gives lots to worker processes, answers their offers and takes what they made of the pages."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from filmspider.workers.handle import DiedError, Handle
from filmspider.workers.lots import lots
from filmspider.workers.messages import Finished, Offer, Reading, Result
from filmspider.workers.progress import Progress

if TYPE_CHECKING:
    import re
    from collections.abc import AsyncGenerator, Callable, Iterable, Iterator

    from filmspider.outcomes import Capture, Outcome
    from filmspider.sources.base import Divisible
    from filmspider.workers.lots import Lot
    from filmspider.workers.messages import Reply

_WAITING = 64
"""Outcomes that may wait to be written; then the workers wait."""
_AHEAD = 2
"""Lots that a worker has, so that it need not wait for the next."""


class Pool:
    """Worker processes, *workers* of them; of web archives they read the records that *match* asks for.

    *wants* is asked whether a page is to be parsed, *pass_over* is told how many records nobody asked for. A page that
    takes longer than *limit* seconds, or is in hand when its worker dies time and again, is rejected. Whatever else a
    dead worker had is read by another.
    """

    def __init__(
        self,
        workers: int,
        match: re.Pattern[str],
        limit: float,
        *,
        wants: Callable[[Capture], bool],
        pass_over: Callable[[int], None],
    ) -> None:
        self._workers = workers
        self._match = match
        self._limit = limit
        self._wants = wants
        self._pass_over = pass_over
        self._outcomes: asyncio.Queue[Outcome | Exception | None] = asyncio.Queue(_WAITING)

    async def read(self, sources: Iterable[Divisible]) -> AsyncGenerator[Outcome]:
        """Yield what became of the pages of *sources* that are wanted, in no particular order."""
        shared = lots(sources)
        working = [asyncio.ensure_future(self._work(shared)) for _ in range(self._workers)]
        try:
            for _ in working:
                while (outcome := await self._outcomes.get()) is not None:
                    if isinstance(outcome, Exception):
                        raise outcome
                    yield outcome
        finally:
            for each in working:
                each.cancel()
            await asyncio.gather(*working, return_exceptions=True)

    async def _work(self, shared: Iterator[Lot]) -> None:
        try:
            await self._read_lots(shared)
        except Exception as error:  # noqa: BLE001 - raised where the outcomes are waited for
            await self._outcomes.put(error)
        else:
            await self._outcomes.put(None)

    async def _read_lots(self, shared: Iterator[Lot]) -> None:
        """Have lots read by one worker, and by another where it dies, until there are no more."""
        ahead: deque[Progress] = deque()
        async with Handle(self._limit) as handle:
            while self._fill(ahead, shared):
                try:
                    for progress in ahead:
                        await handle.give(progress)
                    await self._take(await handle.receive(), handle, ahead[0])
                except DiedError as death:
                    for outcome in ahead[0].died(str(death)):
                        await self._outcomes.put(outcome)
                if ahead[0].is_finished:
                    ahead.popleft()

    def _fill(self, ahead: deque[Progress], shared: Iterator[Lot]) -> bool:
        while len(ahead) < _AHEAD and (lot := next(shared, None)):
            ahead.append(Progress(lot, self._match, self._wants, self._pass_over))
        return bool(ahead)

    async def _take(self, reply: Reply, handle: Handle, progress: Progress) -> None:
        match reply:
            case Offer():
                await handle.send(progress.answer(reply))
            case Result(number, outcome):
                progress.done.add(number)
                await self._outcomes.put(outcome)
            case Reading(part):
                progress.part = part
            case Finished():
                progress.is_finished = True
