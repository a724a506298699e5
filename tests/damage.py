"""Damaged pages: cut, spliced, garbled, joined; and what must hold of whatever is read of them.

``python tests/damage.py FOLDER… [--count N] [--seed S]`` damages the pages below the folders and reports.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter, defaultdict
from functools import cached_property
from multiprocessing import Pool
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from filmspider.items import Rejection, Title
from filmspider.pages import Page, PageError
from filmspider.parsing import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Damage = Callable[[random.Random, bytes, bytes], bytes]

NO_LAYOUT = ""
SLOWEST = 20
"""How many times its layout's median time a damaged page may take."""
_ABOUT_THE_READING = {"source", "field_status", "problems", "runtime_minutes", "title_type", "imdb_id"}
_TAG = re.compile(rb"<[^<>]*>")
_ENTITY = re.compile(rb"&(?=#?\w+;)")
_MOST_FLIPS = 400
_LONGEST_HOLE = 5_000


class Sample(NamedTuple):
    """A page that is damaged: its name, its bytes, the id that it gives and the layout that it is of."""

    name: str
    body: bytes
    outcome: Title | Rejection

    @property
    def number(self) -> int | None:
        """The figures of its id, with and without zeros in front."""
        return int(self.outcome.imdb_id[2:]) if isinstance(self.outcome, Title) and self.outcome.imdb_id else None

    @property
    def layout(self) -> str:
        return self.outcome.source.layout if isinstance(self.outcome, Title) else NO_LAYOUT


def cut(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    return body[: chance.randrange(len(body))]


def beheaded(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    return body[chance.randrange(len(body)) :]


def holed(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    start = chance.randrange(len(body))
    return body[:start] + body[start + chance.randrange(_LONGEST_HOLE) :]


def spliced(chance: random.Random, body: bytes, other: bytes) -> bytes:
    return body[: chance.randrange(len(body))] + other[chance.randrange(len(other)) :]


def repeated(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(body)) for _ in range(2))
    return body[:end] + body[start:]


def flipped(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    garbled = bytearray(body)
    for _ in range(chance.randrange(1, _MOST_FLIPS)):
        garbled[chance.randrange(len(garbled))] = chance.randrange(256)
    return bytes(garbled)


def zeroed(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    start = chance.randrange(len(body))
    size = min(chance.randrange(_LONGEST_HOLE), len(body) - start)
    return body[:start] + bytes(size) + body[start + size :]


def stripped(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    share = chance.choice((0.001, 0.01, 0.1, 0.5))
    return _TAG.sub(lambda tag: b"" if chance.random() < share else tag[0], body)


def unclosed(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    share = chance.choice((0.01, 0.1, 1))
    return _TAG.sub(lambda tag: b"" if tag[0][1:2] == b"/" and chance.random() < share else tag[0], body)


def doubled(chance: random.Random, body: bytes, _other: bytes) -> bytes:
    share = chance.choice((0.1, 1))
    return _ENTITY.sub(lambda _: b"&amp;" if chance.random() < share else b"&", body)


def joined(_chance: random.Random, body: bytes, other: bytes) -> bytes:
    return body + other


def cut_and_joined(chance: random.Random, body: bytes, other: bytes) -> bytes:
    return body[: chance.randrange(len(body))] + other


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        cut,
        beheaded,
        holed,
        spliced,
        repeated,
        flipped,
        zeroed,
        stripped,
        unclosed,
        doubled,
        joined,
        cut_and_joined,
    )
}
OF_TWO = {"spliced", "joined", "cut_and_joined"}


class Trial(NamedTuple):
    """One page damaged in one way."""

    number: int
    way: str
    first: Sample
    second: Sample

    @classmethod
    def make(cls, number: int, seed: int, samples: list[Sample]) -> Trial:
        chance = random.Random(f"{seed}/{number}")
        first, second = chance.choice(samples), chance.choice(samples)
        return cls(number, chance.choice(list(DAMAGES)), first, second)

    def body(self, seed: int) -> bytes:
        chance = random.Random(f"{seed}/{self.number}/{self.way}")
        return DAMAGES[self.way](chance, self.first.body, self.second.body)

    def __str__(self) -> str:
        return f"{self.number} {self.way} {self.first.name}" + (f" {self.second.name}" if self.way in OF_TWO else "")


def outcome(body: bytes) -> Title | Rejection:
    try:
        return parse_page(Page.unpack(body))
    except PageError as error:
        return Rejection(reason=error.reason, detail=error.detail)


def seconds(body: bytes, rounds: int = 1) -> float:
    """Return the CPU time of reading a page, the best of several."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        outcome(body)
        times.append(time.process_time() - start)
    return min(times)


def faults(trial: Trial, found: Title | Rejection) -> Iterator[str]:
    """Yield what is wrong with what was read of a damaged page."""
    if isinstance(found, Rejection):
        if found.reason == "error":
            yield f"error: {found.detail}"
        return
    try:
        Title.model_validate(found.model_dump())
        Title.model_validate_json(found.model_dump_json())
    except ValidationError as error:
        yield f"schema: {error}"
    yield from _foreign(trial, found)


def _foreign(trial: Trial, found: Title) -> Iterator[str]:
    own = [trial.first.number, trial.second.number] if trial.way in OF_TWO else [trial.first.number]
    number = int(found.imdb_id[2:]) if found.imdb_id else None
    if number not in (None, *own):
        yield f"id {found.imdb_id}"
    if trial.way == "joined" and None not in own and len(set(own)) > 1:
        whole = trial.first if number == own[0] else trial.second
        was, now = (title.model_dump(exclude=_ABOUT_THE_READING) for title in (whole.outcome, found))
        if other := [name for name, value in now.items() if value and value != was[name]]:
            yield f"fields of another title: {other}"


def samples(folders: list[Path]) -> list[Sample]:
    """Return the pages below the folders, by name; text dumps among them."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if _PAGE.search(path.name))
    bodies = ((path, Page.unpack(path.read_bytes()).body) for path in paths)
    return [Sample(f"{path.parent.name}/{path.name}", body, outcome(body)) for path, body in bodies if body.strip()]


_PAGE = re.compile(r"\.(?:html?|txt)(?:\.gz)?$")


class Bench:
    """Tries damaged pages and remembers how long a page of each layout takes."""

    def __init__(self, pages: list[Sample], seed: int) -> None:
        self.pages = pages
        self.seed = seed

    @cached_property
    def medians(self) -> dict[str, float]:
        times = defaultdict(list)
        for page in self.pages:
            times[page.layout].append(seconds(page.body, 3))
        whole = {layout: median(each) for layout, each in times.items()}
        return whole | {NO_LAYOUT: max(whole.values())}

    def allowed(self, trial: Trial) -> float:
        return SLOWEST * max(self.medians[page.layout] for page in (trial.first, trial.second))

    def tried(self, number: int) -> tuple[str, str, float, list[str]]:
        """Return the way, what came of it, the time in medians, and the faults."""
        trial = Trial.make(number, self.seed, self.pages)
        body = trial.body(self.seed)
        start = time.process_time()
        found = outcome(body)
        spent = time.process_time() - start
        wrong = list(faults(trial, found))
        if spent > self.allowed(trial) / 2:  # perhaps the first that a process met of its kind: tables are read once
            spent = min(spent, seconds(body, 3))
        if spent > self.allowed(trial):
            wrong.append(f"slow: {spent:.2f} s")
        kind = "record" if isinstance(found, Title) else found.reason
        return trial.way, kind, SLOWEST * spent / self.allowed(trial), [f"{trial}: {fault}" for fault in wrong]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    bench = Bench(samples(asked.folders), asked.seed)
    _ = bench.medians
    kinds: Counter[str] = Counter()
    slowest, wrong = 0.0, 0
    with Pool(asked.processes) as pool:
        for _way, kind, spent, found in pool.imap_unordered(bench.tried, range(asked.count), chunksize=20):
            kinds[kind] += 1
            slowest = max(slowest, spent)
            wrong += bool(found)
            for fault in found:
                print(fault, file=sys.stderr)
    print(f"{asked.count} damaged pages of {len(bench.pages)}: {dict(kinds.most_common())}")
    print(f"slowest {slowest:.1f} medians; {wrong} with faults")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
