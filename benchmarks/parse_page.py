"""CPU time of ``parse_page`` as a ratio to a bare lxml parse of the same bytes, by layout.

All pages of a group are gone through by the one, then by the other, as in a run, several times over in the same
process; the best time of each page counts. A ratio says more than seconds: it holds on another machine.

    python benchmarks/parse_page.py                  a table
    python benchmarks/parse_page.py --profile C      where the time goes on the pages of one group
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import time
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from lxml.html import document_fromstring
from pages import pages_by_group
from rich.console import Console
from rich.table import Column, Table

from filmspider.items import Title
from filmspider.parsing import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.pages import Page

ROUNDS = 7
PROFILE_LINES = 25


@dataclass(frozen=True)
class Cost:
    """What one page costs, in seconds of CPU."""

    bare: float
    ours: float
    is_record: bool

    @property
    def ratio(self) -> float:
        """Our time in bare parses."""
        return self.ours / self.bare


def measure(pages: list[Page]) -> list[Cost]:
    """Measure the pages of a group."""
    bare: list[list[float]] = [[] for _ in pages]
    ours: list[list[float]] = [[] for _ in pages]
    for _ in range(ROUNDS):
        for times, page in zip(bare, pages, strict=True):
            times.append(seconds(partial(document_fromstring, page.body)))
        for times, page in zip(ours, pages, strict=True):
            times.append(seconds(partial(parse_page, replace(page))))  # a copy: a page keeps what was made of it
    records = (isinstance(parse_page(page), Title) for page in pages)
    return [Cost(min(one), min(other), is_record) for one, other, is_record in zip(bare, ours, records, strict=True)]


def seconds(action: Callable[[], object]) -> float:
    """Return the CPU time of *action*."""
    start = time.process_time()
    action()
    return time.process_time() - start


def table(groups: dict[str, list[Page]]) -> Table:
    """Measure all pages and return what came of it."""
    headings = ("pages", "records", "bare ms", "parse_page ms", "median ratio", "max ratio")
    result = Table(Column("group", no_wrap=True), *(Column(heading, justify="right") for heading in headings))
    for group, pages in groups.items():
        if costs := measure([page for page in pages if page.body.strip()]):
            result.add_row(group, *row(costs))
    return result


def row(costs: list[Cost]) -> list[str]:
    """Return the figures of a group."""
    ratios = [cost.ratio for cost in costs]
    return [
        str(len(costs)),
        str(sum(cost.is_record for cost in costs)),
        f"{median(cost.bare for cost in costs) * 1000:.2f}",
        f"{median(cost.ours for cost in costs) * 1000:.2f}",
        f"{median(ratios):.2f}",
        f"{max(ratios):.2f}",
    ]


def profile(pages: list[Page]) -> None:
    """Print where the time goes."""
    for page in pages:
        parse_page(replace(page))  # tables that are made once are not what is looked for
    with cProfile.Profile() as profiler:
        for page in pages:
            parse_page(replace(page))
    pstats.Stats(profiler).sort_stats("tottime").print_stats(PROFILE_LINES)


def main() -> None:
    """Print the table, or the profile that was asked for."""
    folder, groups = pages_by_group()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", metavar="GROUP", choices=groups, help=f"one of: {', '.join(groups)}")
    gc.freeze()  # as a run does
    if group := parser.parse_args().profile:
        profile(groups[group])
    else:
        Console().print(table(groups), f"Pages of {folder.name}, best of {ROUNDS}.", highlight=False)


if __name__ == "__main__":
    main()
