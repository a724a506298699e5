"""What a whole run over a WARC.gz costs beside the time that ``parse_page`` takes for its pages.

The archive holds the title pages of the corpus (else of the fixtures) again and again, each time with other bytes.
Each crawl is a process of its own; what a crawl of nearly nothing takes, the start-up, is taken off.

    python benchmarks/whole_run.py [--pages 2000]    CPU of a run, and its speed-up by two workers
    python benchmarks/whole_run.py --memory          peak memory over the pages, and over ten times as many
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

from pages import pages_by_group
from rich.console import Console
from rich.table import Column, Table
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.sources import open_sources

ROUNDS = 3
CRAWL = """
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from filmspider import runs
runs.crawl([sys.argv[1]], Path(sys.argv[2]), workers=int(sys.argv[3]), settings={"LOG_LEVEL": "WARNING"})
used = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
print(sum(each.ru_utime + each.ru_stime for each in used), used[0].ru_maxrss, used[1].ru_maxrss)
"""
PLAIN = """
import sys
from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.sources import open_sources
for page in open_sources([sys.argv[1]]):
    if isinstance(page, Page):
        parse_page(page).model_dump_json()
"""


class Writer(WARCWriter):  # type: ignore[misc]  # warcio has no types
    """warcio leaves its temporary files open; these need no closing."""

    @staticmethod
    def _create_temp_file() -> BytesIO:
        return BytesIO()


@dataclass(frozen=True)
class Cost:
    """Seconds, and MiB at the peak of the run's own process and of its largest worker."""

    wall: float
    cpu: float
    run: float
    worker: float


def title_pages(layout: str | None = None) -> list[Page]:
    """Return the pages that give a record, of one layout or of all."""
    parsed = ((page, parse_page(page)) for group in pages_by_group()[1].values() for page in group)
    return [page for page, title in parsed if isinstance(title, Title) and layout in {None, title.source.layout}]


def write_archive(path: Path, pages: list[Page], count: int) -> None:
    """Write a WARC.gz of so many pages: of *pages*, again and again."""
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    with path.open("wb") as file:
        writer = Writer(file, gzip=True)
        for number, page in enumerate(islice(cycle(pages), count), 1):
            body = BytesIO(page.body + b"<!-- %d -->" % number)
            address = f"https://www.imdb.com/title/tt{number:07}/"
            writer.write_record(writer.create_warc_record(address, "response", payload=body, http_headers=headers))


def parsing(archive: Path) -> float:
    """Return the CPU time of ``parse_page`` over all pages, in this process."""
    total = 0.0
    for page in open_sources([str(archive)]):
        if isinstance(page, Page):
            start = time.process_time()
            parse_page(page)
            total += time.process_time() - start
    return total


def crawl(archive: Path, workers: int) -> Cost:
    """Crawl into an empty folder."""
    with tempfile.TemporaryDirectory() as output:
        start = time.perf_counter()
        command = [sys.executable, "-c", CRAWL, str(archive), output, str(workers)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own command
        cpu, run, worker = map(float, done.stdout.split()[-3:])
    return Cost(time.perf_counter() - start, cpu, run / 1024, worker / 1024)


def plain(archives: list[Path]) -> float:
    """Return how long so many plain processes take, each over its archive."""
    start = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", PLAIN, str(path)]) for path in archives]  # noqa: S603 - as above
    for each in running:
        each.wait()
    return time.perf_counter() - start


def speed(folder: Path, count: int) -> Table:
    """Measure in turn, several times over, and take the best of each."""
    whole, half = folder / "whole.warc.gz", folder / "half.warc.gz"
    nothing = folder / "nothing"  # two archives, so that two workers start
    nothing.mkdir()
    starts = [nothing / "one.warc.gz", nothing / "two.warc.gz"]
    pages = title_pages()
    for path, size in ((whole, count), (half, count // 2), *((path, 1) for path in starts)):
        write_archive(path, pages, size)
    rounds = [
        (
            parsing(whole),
            *(crawl(path, workers) for path in (whole, nothing) for workers in (1, 2)),
            *(plain(archives) for archives in ([whole], [half, half], starts[:1], starts)),
        )
        for _ in range(ROUNDS)
    ]
    parse, one, two, one_start, two_start, *walls = zip(*rounds, strict=True)
    cpu = min(each.cpu for each in one) - min(each.cpu for each in one_start)
    wall = [
        min(each.wall for each in a) - min(each.wall for each in b) for a, b in ((one, one_start), (two, two_start))
    ]
    plain_one, plain_two, start_one, start_two = map(min, walls)
    ours, plains = wall[0] / wall[1], (plain_one - start_one) / (plain_two - start_two)
    table = Table("", Column(f"{count} pages", justify="right"))
    table.add_row("parse_page, ms a page", f"{min(parse) / count * 1000:.2f}")
    table.add_row("whole run with one worker, CPU as a multiple of that", f"{cpu / min(parse):.2f}")
    table.add_row("pages a second with two workers", f"{count / wall[1]:.0f}")
    table.add_row("speed-up of a run by a second worker", f"{ours:.2f}")
    table.add_row("speed-up of a plain loop by a second process", f"{plains:.2f}")
    table.add_row("the one as a share of the other", f"{ours / plains:.2f}")
    return table


def memory(folder: Path, count: int) -> Table:
    """Compare peaks."""
    table = Table(
        "pages", *(Column(name, justify="right") for name in ("run MiB", "worker MiB", "run and two workers"))
    )
    pages = title_pages()
    for size in (count, 10 * count):
        archive = folder / f"{size}.warc.gz"
        write_archive(archive, pages, size)
        cost = crawl(archive, 2)
        table.add_row(str(size), f"{cost.run:.0f}", f"{cost.worker:.0f}", f"{cost.run + 2 * cost.worker:.0f}")
    return table


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--memory", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Console().print((memory if given.memory else speed)(Path(folder), given.pages))


if __name__ == "__main__":
    main()
