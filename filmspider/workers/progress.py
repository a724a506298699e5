"""How far a lot is, so that another worker can go on with it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from filmspider.exceptions import WorkerError
from filmspider.items import Rejection
from filmspider.outcomes import Capture, rejected
from filmspider.workers.messages import Answer, Task

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from filmspider.outcomes import Outcome
    from filmspider.workers.lots import Lot
    from filmspider.workers.messages import Offer

_DEATHS = 2
"""Deaths over one page, read carefully, that are put down to the page. One may be anybody's."""
_UNHEARD = 3
"""Workers that die before they say anything: none can be started."""


class Progress:
    """A lot, which of its pages are wanted, and which are done."""

    def __init__(
        self, lot: Lot, match: re.Pattern[str], wants: Callable[[Capture], bool], pass_over: Callable[[int], None]
    ) -> None:
        self.is_finished = False
        self.done: set[int] = set()
        self.part: int | None = None
        """The part that is being read, as far as the worker says so."""
        self._match = match
        self._wants = wants
        self._pass_over = pass_over
        self._careful = False
        self._deaths: Counter[tuple[int | None, int | None]] = Counter()
        self._unheard = 0
        self._begin(lot)

    def _begin(self, lot: Lot) -> None:
        self._lot = lot
        self._captures: list[Capture] = []
        self._wanted: list[bool] = []
        self._offered = 0
        self._passed_over = 0
        self.done.clear()

    def task(self) -> Task:
        """Return the order to read the lot, from its beginning."""
        self._offered = 0
        self.part = None
        return Task.of(self._lot, self._match, careful=self._careful)

    def answer(self, offer: Offer) -> Answer:
        """Return which of the pages offered are to be parsed; of those offered before, what is not done yet."""
        self._unheard = 0
        self._pass_over(max(0, offer.passed_over - self._passed_over))
        self._passed_over = max(self._passed_over, offer.passed_over)
        return Answer([self._is_wanted(capture) for capture in offer.captures])

    def died(self, cause: str) -> Iterator[Outcome]:
        """Note that the worker has died; yield the rejection of what it died over, if that is beyond doubt."""
        self._unheard += 1
        if self._unheard > _UNHEARD:
            raise WorkerError(f"worker processes do not start: {cause}")
        if not self._careful:
            self._careful = True
            return
        page = self._page_in_hand()
        self._deaths[page, self.part] += 1
        if self._deaths[page, self.part] < _DEATHS:
            return
        if page is not None:
            self.done.add(page)
            yield _rejected(self._captures[page], cause)
        elif self.part is not None:
            yield from self._give_up(self.part, cause)

    def _is_wanted(self, capture: Capture) -> bool:
        number, self._offered = self._offered, self._offered + 1
        if number < len(self._captures):
            return self._wanted[number] and number not in self.done
        self._captures.append(capture)
        self._wanted.append(self._wants(capture))
        return self._wanted[number]

    def _page_in_hand(self) -> int | None:
        """Return the page that was being parsed; none if one was being read."""
        wanted = (number for number, is_wanted in enumerate(self._wanted) if is_wanted)
        return next((number for number in wanted if number not in self.done), None)

    def _give_up(self, part: int, cause: str) -> Iterator[Outcome]:
        """Leave the rest of a part unread, and go on behind it."""
        capture = Capture(self._lot[part].uri)
        if self._wants(capture):
            yield _rejected(capture, f"{cause} while the rest of it was read")
        self._begin(self._lot[part + 1 :])


def _rejected(capture: Capture, cause: str) -> Outcome:
    sha256 = capture.sha256 or None
    return rejected(capture, Rejection(reason="error", detail=cause, uri=capture.uri or None, sha256=sha256))
