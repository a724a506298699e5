"""How often drift is raised over pages that have not changed, and how small a share is noticed to be halved.

Pages are read once, and drawn anew (with replacement) for every night; each night is compared with those before it.

    python benchmarks/drift.py                       1,000 nights of 200 pages each
    python benchmarks/drift.py --nights 20000 --pages 500
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages import pages_by_group

from filmspider.drift import drift
from filmspider.outcomes import outcome_of
from filmspider.run_history import COMPARED
from filmspider.tally import PageCount, Tally

if TYPE_CHECKING:
    from filmspider.outcomes import Outcome

SHARES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_ADDED = "of the benchmark"


@dataclass
class Nights:
    """Nights of so many *pages* each, drawn from *pool*."""

    pool: list[Outcome]
    pages: int
    source: random.Random

    def draw(self, times: int = 1) -> Tally:
        """Return what the pages of so many nights held together."""
        drawn = PageCount()
        for page in self.source.choices(self.pool, k=times * self.pages):
            drawn.add(page)
        return drawn.tally()

    def false_alarms(self, nights: int) -> int:
        """Return in how many of *nights* drift is raised though nothing has changed."""
        alarms = 0
        before = deque([self.draw()], COMPARED)
        for _ in range(nights):
            now = self.draw()
            alarms += bool(drift(sum(before, Tally()), now, same_rules=True))
            before.append(now)
        return alarms

    def noticed(self, share: float, *, earlier: int, nights: int) -> float:
        """Return how often it is noticed that a field on a *share* of the pages is lost on half of them.

        So many *earlier* nights are compared with.
        """
        return sum(self._is_noticed(share, earlier) for _ in range(nights)) / nights

    def _is_noticed(self, share: float, earlier: int) -> bool:
        before, now = self.draw(earlier), self.draw()
        self._add(before, share, 1)
        self._add(now, share, 2)
        return any(found.name == _ADDED for found in drift(before, now, same_rules=True))

    def _add(self, read: Tally, share: float, nth: int) -> None:
        """Add a field to a *share* of every *nth* page of each kind."""
        for kinds in read.layouts.values():
            for group in kinds.values():
                group.held[_ADDED] = sum(self.source.random() < share for _ in range(0, group.pages, nth))


def read_all() -> list[Outcome]:
    """Read every page."""
    _, groups = pages_by_group()
    return [outcome_of(page) for pages in groups.values() for page in pages]


def most_frequent(pool: list[Outcome]) -> list[Outcome]:
    """Return the pages of the layout that has most."""
    layouts = Counter(page.holding.layout for page in pool if page.holding)
    (layout, _), *_ = layouts.most_common()
    return [page for page in pool if page.holding and page.holding.layout == layout]


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--nights", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    source, pool = random.Random(given.seed), read_all()
    alarms = Nights(pool, given.pages, source).false_alarms(given.nights)
    print(f"drift is raised in {alarms} of {given.nights} nights of {given.pages} unchanged pages")
    alike = Nights(most_frequent(pool), given.pages, source)
    tries = max(given.nights // 10, 1)
    print(f"a field that is lost on half of the pages is noticed, after 1 night and after {COMPARED},")
    for share in SHARES:
        once, often = (alike.noticed(share, earlier=earlier, nights=tries) for earlier in (1, COMPARED))
        print(f"    where {share:4.0%} of the pages held it, in {once:4.0%} and {often:4.0%} of the cases")


if __name__ == "__main__":
    main()
