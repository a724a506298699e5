"""Three nights of a scheduled crawl of a site on which much goes wrong, and what must hold of each of them.

``python tests/nights.py [--titles N] [--delay SECONDS] [--seed S]`` plays them at full size and reports.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from spiders.sites import Answer, Site, number_in
from warcio.archiveiterator import ArchiveIterator

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
OLD = (FIXTURES / "title2015" / "nearly-nothing-2018" / "page.html").read_bytes()
NEW = (FIXTURES / "title2021" / "tv-series-2021" / "page.html").read_bytes()
WALL = Answer(b"<html><title>Robot check</title><p>captcha</p></html>")
STORM = 4
"""Answers of 429 running, each with leave to come back: one less than what ends the crawl of a host."""
SLACK = 0.02
DIFFERING = ("uri", "captured_at", "captured_from")
"""What of a record's source says where and when it was captured: by the site's clock, or by the archive's."""
PROGRAM = "import sys; from filmspider.cli import app; sys.argv[0] = 'filmspider'; app()"


@dataclass
class Night:
    """What the site does in one night to *titles* pages: faults by page, and the places of storm and wall."""

    titles: int
    number: int
    seed: int
    answered: int = 0
    stormy: int = 0
    served: set[int] = field(default_factory=set)

    def __post_init__(self):
        random.seed(f"{self.seed} {self.number}")
        pages = random.sample(range(1, self.titles + 1), max(4, self.titles * 8 // 100))
        marks = [max(1, self.titles * 4 // 100), max(2, self.titles * 5 // 100), max(3, self.titles * 7 // 100)]
        self.always, self.once = set(pages[: marks[0]]), set(pages[marks[0] : marks[1]])
        self.silent, self.broken = set(pages[marks[1] : marks[2]]), set(pages[marks[2] :])

    def answer(self, path, times):
        number = number_in(path)
        if len(self.served) >= self.titles * 94 // 100 - len(self.always):
            return WALL
        if self.stormy < STORM and len(self.served) >= self.titles * 3 // 10:
            self.stormy += 1
            return Answer(b"<html>slow down</html>", 429, {"Retry-After": "1"})
        if number in self.always or (number in self.once and times == 0):
            return Answer(b"<html>oh</html>", 500)
        if times == 0 and number in self.silent | self.broken:
            return Answer(fault="silence" if number in self.silent else "reset")
        self.served.add(number)
        return Answer(self.page(number))

    def page(self, number):
        """The pages behind the first half are redesigned."""
        if len(self.served) * 2 <= self.titles:
            return OLD.replace(b"tt9000010", b"tt%07d" % number).replace(b"Untitled Island", b"Night %d" % self.number)
        return NEW.replace(b"tt90000680", b"tt%07d" % number).replace(b"The Locksmiths", b"Night %d" % self.number)


@dataclass
class Play:
    """A *folder* with a list of *titles*, and the command that a scheduler was given for it."""

    folder: Path
    titles: int
    delay: float
    seed: int

    @contextmanager
    def night(self, number):
        """Serve one night's site at the address that the list names."""
        self.now = Night(self.titles, number, self.seed)
        site = Site(self.now.answer, Answer(b"User-agent: *\nDisallow: /private/\n"))
        with site.serve(getattr(self, "port", 0)):
            self.port = int(site.base.rpartition(":")[2])
            addresses = [site.url(title) for title in range(1, self.titles + 1)]
            (self.folder / "titles.list").write_text("\n".join(addresses))
            yield site

    @cached_property
    def command(self):
        """Return the line that cron runs, as `filmspider schedule` prints it."""
        settings = {"DOWNLOAD_DELAY": self.delay, "BACKOFF": 0.05, "DOWNLOAD_TIMEOUT": 1}
        words = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
        hook = "sh -c 'cat > notified.json'"
        options = ["--allow-private", "--metrics", "filmspider.prom", "--notify", hook, "--retain", "30", *words]
        options += ["--baseline", "last", "--report"]
        crawl = ["titles.list", "--runs", "nightly", *options]
        line = self.filmspider("schedule", "--only", "cron", "--", *crawl).stdout
        return line.split(maxsplit=5)[5].strip().replace(r"\%", "%")

    def filmspider(self, *words):
        command = [sys.executable, "-W", "error", "-c", PROGRAM, *map(str, words)]
        return subprocess.run(command, cwd=self.folder, text=True, capture_output=True, check=False)

    def run(self, *, broken_off_at=None):
        """Run the scheduled command; tell it to stop once so many pages were served."""
        process = subprocess.Popen(
            ["/bin/sh", "-c", f"exec {self.command.partition(' && ')[2]}"],
            cwd=self.folder,
            env=os.environ | {"PYTHONWARNINGS": "error"},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if broken_off_at:
            while len(self.now.served) < broken_off_at and process.poll() is None:
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
        output = process.communicate(timeout=3600)[0]
        return process.returncode, output

    def runs(self):
        return sorted(path for path in (self.folder / "nightly").iterdir() if path.is_dir() and not path.is_symlink())


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def bare(row):
    return row | {"source": {name: value for name, value in row["source"].items() if name not in DIFFERING}}


def archived(run):
    """Yield address, status and body of every answer in a night's archive."""
    for path in sorted((run / "archive").glob("*.warc.gz")):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type == "response":
                    yield record.rec_headers.get_header("WARC-Target-URI"), int(record.http_headers.get_statuscode())


def check_night(play, site, run):
    """Hold a night's dataset, archive and manners against what the site saw."""
    records = {number_in(row["source"]["uri"].partition("/title/")[2]) for row in rows(run / "titles.jsonl")}
    refused = {number_in(row["uri"].partition("/title/")[2]): row for row in rows(run / "rejected.jsonl")}
    assert records == play.now.served, "what was served is in the dataset"
    assert records | set(refused) == set(range(1, play.titles + 1)), "nothing is lost"
    assert not records & set(refused), "nor told twice"
    manifest = json.loads((run / "run.json").read_text())
    assert (manifest["verdict"], manifest["exit_code"], manifest["balanced"]) == ("blocked", 3, True)
    assert manifest["pages"] == play.titles
    assert set(manifest["layouts"]) == {"title2015", "title2021"}, "the redesigned half is read, too"
    check_manners(play, site)
    answers = Counter((site.base + asked.path, asked.status) for asked in site.asked if isinstance(asked.status, int))
    assert Counter(archived(run)) == answers, "every answer is in the archive, and nothing else"
    assert not list((run / "archive").glob("*.open"))
    check_again(play, run)


def check_told(run, before):
    """Hold what is told of a night, changes and report, against its dataset and that of the night before."""
    old, new = (titles_in(folder) if folder else {} for folder in (before, run))
    changes = rows(run / "changes.jsonl") if before else []
    told = {kind: {row["imdb_id"] for row in changes if row["change"] == kind} for kind in ("new", "gone")}
    assert told == {"new": new.keys() - old.keys() if before else set(), "gone": old.keys() - new.keys()}
    renamed = {row["imdb_id"]: (row["old"], row["new"]) for row in changes if row["field"] == "title"}
    assert renamed == {key: (old[key], new[key]) for key in old.keys() & new.keys()}, "each night has its own title"
    page = (run / "report.html").read_text(encoding="utf-8")
    counts = f"{len(told['new'])} titles new, {len(told['gone'])} gone"
    assert all(words in page for words in ("blocked", "title2015", "title2021", *([counts] if before else [])))
    assert "<script" not in page


def titles_in(run):
    return {row["imdb_id"]: row["title"] for row in rows(run / "titles.jsonl")}


def check_manners(play, site):
    gaps = site.gaps()
    assert min(gaps) > play.delay - SLACK, "never faster than said"
    assert site.most_at_once == 1
    for place, asked in enumerate(site.asked[:-1]):
        assert asked.status != 429 or gaps[place] > 1 - SLACK, "rests are kept"
    good = dict.fromkeys(range(1, play.titles + 1), 0)
    for asked in site.asked:
        if asked.path != "/robots.txt":
            assert not good[number_in(asked.path)], "nothing is asked for again that was given"
            good[number_in(asked.path)] += asked.status == 200
    assert max(Counter(asked.path for asked in site.asked).values()) <= 3 + STORM
    walls = [asked for asked in site.asked if asked.status == 200][len(play.now.served) :]
    assert len(walls) <= 5 + 2, "a wall is not run against (robots.txt is among these)"


def check_again(play, run):
    """Read a night's archive: byte for byte the same dataset, but for where and when a page was captured."""
    again = play.folder / f"again-{run.name}"
    done = play.filmspider("crawl", run / "archive", "--match", "/title/tt", "-o", again)
    assert done.returncode == 0, done.stdout + done.stderr
    texts = [
        "\n".join(json.dumps(bare(row), ensure_ascii=False) for row in rows(folder / "titles.jsonl"))
        for folder in (run, again)
    ]
    assert texts[0] == texts[1]


def three_nights(folder, titles, delay, seed):
    """Play them: a plain one, one that is broken off and goes on, and one more. Yield what each came to."""
    play = Play(folder, titles, delay, seed)
    for number in (1, 2, 3):
        with play.night(number) as site:
            begun = time.monotonic()
            if number == 2:
                code, output = play.run(broken_off_at=titles // 4)
                assert code == 130, output
                assert "the same command goes on from here" in output
            code, output = play.run()
            assert code == 3, output
            run = play.runs()[-1]
            assert len(play.runs()) == number, "a night, a folder"
            assert (folder / "nightly" / "latest").resolve() == run
            assert not (folder / "nightly" / "last-well").exists()
            check_night(play, site, run)
            check_told(run, [None, *play.runs()][-2])
            assert json.loads((folder / "notified.json").read_text()) == json.loads((run / "run.json").read_text())
            assert 'filmspider_run_verdict{verdict="blocked"} 1.0' in (folder / "filmspider.prom").read_text()
            yield number, len(site.asked), len(play.now.served), time.monotonic() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--titles", type=int, default=1000)
    parser.add_argument("--delay", type=float, default=0.02)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for night in three_nights(Path(folder), asked.titles, asked.delay, asked.seed):
            print("night %d: %d requests, %d records, %.0f s" % night)  # noqa: UP031 - the tuple fits


if __name__ == "__main__":
    main()
