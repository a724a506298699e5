"""What a page costs us and others: CPU of whole runs over the same pages, in turn, and how many times ours that is.

The others are a plain Scrapy crawl of files, BeautifulSoup, and the last cinemagoer with an HTML parser; they are
installed from the package index into a virtual environment in ``build/peers``. Scrapy gets the pages as files,
unpacked; everybody else reads the WARC.gz. What a run over one page takes, the start-up, is taken off; the best of
three runs counts. We get the same pages ten times over, since our start-up would otherwise be most of what is measured.

    python benchmarks/peers.py [--pages 300]    each page of the corpus as often as gives that many
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import venv
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from math import ceil
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import mean
from typing import TYPE_CHECKING, Any

from fastwarc import ArchiveIterator, WarcRecordType
from pages import PROJECT
from rich.console import Console
from rich.table import Column, Table
from whole_run import crawl, title_pages, write_archive

from filmspider.items import Title
from filmspider.parsing import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from filmspider.pages import Page

ROUNDS = 3
MORE = 10
VENV = PROJECT / "build" / "peers"
LOOPS = Path(__file__).with_name("peers")
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
SPIDER = ("-m", "scrapy", "runspider", str(LOOPS / "scrapy_spider.py"), "-s", "LOG_LEVEL=WARNING")


@dataclass(frozen=True)
class Peer:
    """What is compared with us: its packages, the command for an archive and its pages as files, and our goal."""

    name: str
    packages: tuple[str, ...]
    command: tuple[str, ...]
    goal: int

    def install(self, python: Path) -> str:
        """Install it, and return what went wrong, if anything did."""
        command = [python, *PIP, *self.packages]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own command
        return done.stderr.strip().rpartition("\n")[2] if done.returncode else ""


@dataclass(frozen=True)
class Archive:
    """The same pages as a WARC.gz and as files."""

    path: Path
    count: int

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self.path.with_suffix(".files")

    @classmethod
    def of(cls, path: Path, pages: list[Page], count: int) -> Archive:
        """Write so many of *pages*."""
        write_archive(path, pages, count)
        archive = cls(path, count)
        archive.folder.mkdir()
        with path.open("rb") as stream:
            for number, record in enumerate(ArchiveIterator(stream, record_types=WarcRecordType.response)):
                (archive.folder / f"{number:06}.html").write_bytes(record.reader.read())
        return archive


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU a page, and how many fields of a page were found."""

    cpu: float
    fields: float


SAME = tuple(f"{name}=={version(name)}" for name in ("fastwarc", "lxml"))
SCRAPY = Peer(
    "Scrapy, file:// requests, ItemLoader, 63 queries",
    (f"scrapy=={version('scrapy')}", *SAME),
    (*SPIDER, "-a", "folder={folder}", "-O", "{output}"),
    goal=20,
)
SOUP = Peer(
    "BeautifulSoup on lxml, 60 searches",
    ("beautifulsoup4", *SAME),
    (str(LOOPS / "beautifulsoup.py"), "{archive}", "{output}"),
    goal=20,
)
CINEMAGOER = Peer(
    "cinemagoer 2023.5.1, DOMHTMLMovieParser",
    ("cinemagoer==2023.5.1", *SAME),
    (str(LOOPS / "cinemagoer.py"), "{archive}", "{output}"),
    goal=4,
)
COMPARISONS = {
    "title pages of every layout": (None, (SCRAPY, SOUP)),
    "reference pages of 2017 to 2024": ("reference2017", (CINEMAGOER,)),
}


def run(peer: Peer, python: Path, archive: Archive) -> Cost:
    """Run *peer* over *archive*; the CPU time is that of the whole run."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "records.jsonl")
        places = {"archive": archive.path, "folder": archive.folder, "output": output}
        start = children()
        command = [python, "-I", *(part.format(**places) for part in peer.command)]
        subprocess.run(command, check=True, cwd=folder)  # noqa: S603 - our own command
        cpu = children() - start
        with output.open(encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
    if len(records) != archive.count:
        raise RuntimeError(f"{peer.name}: {len(records)} records of {archive.count} pages")
    return Cost(cpu, fields(records))


def children() -> float:
    """Return the CPU time of all processes that were started and have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def fields(records: Iterable[dict[str, Any]]) -> float:
    """Return how many fields a record holds on average."""
    return mean(sum(value not in (None, "", [], {}) for value in record.values()) for record in records)


def ours(found: float, archive: Archive) -> Cost:
    """Run filmspider, with one worker."""
    return Cost(crawl(archive.path, workers=1).cpu, found)


def measure(runs: list[tuple[Callable[[Archive], Cost], Archive]], nothing: Archive) -> list[Cost]:
    """Return what a page costs each, run in turn."""
    rounds = [[(action(archive), action(nothing)) for action, archive in runs] for _ in range(ROUNDS)]
    costs = []
    for (_, archive), measured in zip(runs, zip(*rounds, strict=True), strict=True):
        whole, start = zip(*measured, strict=True)
        costs.append(Cost((best(whole) - best(start)) / (archive.count - nothing.count), whole[0].fields))
    return costs


def best(costs: Iterable[Cost]) -> float:
    """Return the least CPU time."""
    return min(cost.cpu for cost in costs)


def compare(what: str, pages: list[Page], count: int, peers: dict[Peer, str], python: Path) -> Table:
    """Compare us with *peers*, of which those with an error are not installed."""
    found = fields(title.model_dump() for page in pages if isinstance(title := parse_page(page), Title))
    present = [peer for peer, error in peers.items() if not error]
    with tempfile.TemporaryDirectory() as folder:
        sizes = {"nothing": 1, "whole": count, "more": MORE * count}
        nothing, whole, more = (Archive.of(Path(folder, f"{name}.warc.gz"), pages, n) for name, n in sizes.items())
        own, *others = measure(
            [(partial(ours, found), more), *((partial(run, peer, python), whole) for peer in present)], nothing
        )
    columns = ("ms CPU a page", "times ours", "goal", "fields found")
    table = Table(what, *(Column(name, justify="right") for name in columns))
    table.add_row("filmspider, whole run", f"{own.cpu * 1000:.2f}", "1.0", "", f"{own.fields:.0f}")
    for peer, cost in zip(present, others, strict=True):
        figures = (f"{cost.cpu * 1000:.2f}", f"{cost.cpu / own.cpu:.1f}", f"{peer.goal}", f"{cost.fields:.0f}")
        table.add_row(peer.name, *figures)
    for peer in peers.keys() - present:
        table.add_row(f"{peer.name}: not installed, {peers[peer]}")
    return table


def main() -> None:
    """Install the peers, and print a table a comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    least = parser.parse_args().pages
    venv.create(VENV, with_pip=True)
    python = VENV / "bin" / "python"
    for what, (layout, peers) in COMPARISONS.items():
        pages = title_pages(layout)
        installed = {peer: peer.install(python) for peer in peers}
        count = ceil(least / len(pages)) * len(pages)
        Console().print(compare(f"{len(pages)} {what}", pages, count, installed, python))


if __name__ == "__main__":
    main()
