from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from filmspider.changes import ChangeCounts
from filmspider.cli.summary import show
from filmspider.drift import Finding
from filmspider.significance import Share
from filmspider.verdict import RunResult

PAGES = Path(__file__).resolve().parents[2] / "fixtures" / "not_a_title"


class Refusing(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_error(404 if self.path == "/robots.txt" else 403)

    def log_message(self, *_):
        pass


@pytest.fixture
def refusing_site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/title/tt0111161/"
        server.shutdown()


@pytest.fixture
def result(tmp_path):
    """Make the result of a run."""

    def make(**changed):
        counts = {
            "pages": 12,
            "records": 7,
            "duplicates": 2,
            "passed_over": 0,
            "rejected": {"empty": 3},
            "layouts": {"text": 7},
        }
        state = {"resumed": 0, "carried": 0, "remote_blocked": 0, "failures": 0, "seconds": 2.0, "finished": True}
        files = {f"{name}_path": tmp_path / name for name in ("titles", "rejected", "run")}
        return RunResult(**(counts | state | files | {"interrupted": False} | changed))

    return make


def shown(result):
    file = StringIO()
    show(result, Console(file=file, width=200))
    return file.getvalue()


def test_fixtures_to_dataset(start, fixtures, tmp_path):
    done = start("crawl", fixtures, "-o", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    records = (tmp_path / "titles.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(records) == json.loads((tmp_path / "run.json").read_text())["records"] > 0
    assert str(tmp_path / "titles.jsonl") in done.stdout
    assert "title2015" in done.stdout
    assert "other_page" in done.stdout


def test_no_record_is_not_well(start, tmp_path):
    done = start("crawl", PAGES, "-o", tmp_path)
    assert done.returncode == 2
    assert "no page gave a record" in done.stdout


def test_missing_source_is_one_line(start, tmp_path):
    done = start("crawl", "nonesuch.html", "-o", tmp_path / "output")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "filmspider: no such file or folder: nonesuch.html\n"
    assert not (tmp_path / "output").exists()


def test_refused_page_blocks(start, refusing_site, tmp_path):
    done = start("crawl", refusing_site, "--allow-private", "-o", tmp_path)
    assert done.returncode == 3, done.stderr
    assert "a site refused pages" in done.stdout


def test_list_of_titles_that_is_refused_blocks(start, refusing_site, tmp_path):
    done = start("crawl", "--discover", refusing_site, "--allow-private", "-o", tmp_path)
    assert done.returncode == 3, done.stderr


def test_private_site_is_not_asked_unless_it_is_said(start, refusing_site, tmp_path):
    assert start("crawl", refusing_site, "-o", tmp_path).returncode == 2
    assert json.loads((tmp_path / "rejected.jsonl").read_text())["reason"] == "error"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "a", "--runs", "b"], "give one of them"),
        (["-s", "DOWNLOAD_DELAY"], "use NAME=VALUE"),
        (["--notify", "nonesuch-command"], "no such command"),
        (["--metrics", "nonesuch/run.prom"], "no such folder"),
        (["--discover", "list.html"], "http and https"),
    ],
)
def test_what_cannot_be_done_is_one_line(start, tmp_path, arguments, message):
    done = start("crawl", PAGES, *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_folder_a_run(start, fixtures, tmp_path):
    for _ in range(2):
        done = start("crawl", fixtures, "--runs", tmp_path / "runs", "-s", "CLOSESPIDER_TIMEOUT=0")
        assert done.returncode == 0, done.stderr
    latest = (tmp_path / "runs" / "latest").resolve()
    assert max(path.name for path in (tmp_path / "runs").glob("2*")) == latest.name
    assert (tmp_path / "runs" / "last-well" / "titles.jsonl").exists()
    assert "run_ended" in (latest / "run.log").read_text()
    assert str(latest / "titles.jsonl") in done.stdout


def test_summary_counts_pages(result):
    text = shown(result())
    for what in ("a record │ text │ 7", "a rejection │ empty │ 3", "a duplicate │ │ 2"):
        assert what in " ".join(text.split())
    assert "12 pages, 6 a second; all well" in text
    assert str(result().titles_path) in text


def test_summary_of_resumed_run_counts_its_own_speed(result):
    assert "12 pages, 4 of them by an earlier run, 4 a second" in shown(result(resumed=4))


def test_summary_of_broken_off_run_says_how_to_go_on(result):
    text = shown(result(interrupted=True, finished=False))
    assert "the same command goes on from here" in text
    assert str(result().titles_path) in text


def test_quiet_prints_what_goes_wrong_only(start, fixtures, tmp_path):
    done = start("crawl", fixtures, "-q", "-o", tmp_path / "a")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = start("crawl", PAGES, "-q", "-o", tmp_path / "b")
    assert done.returncode == 2
    assert "no page gave a record" in done.stdout


def test_verbose_logs_one_line_an_event(start, fixtures, tmp_path):
    done = start("crawl", fixtures, "-v", "-o", tmp_path)
    assert done.returncode == 0
    event = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (INFO|WARNING) (\w+) [\w.]+ \S")
    found = [event.match(line) for line in done.stderr.splitlines()]
    assert len(found) > 5
    assert all(found), done.stderr
    assert "run_ended" in {each[2] for each in found}


def test_summary_of_run_without_time(result):
    assert "0 a second" in shown(result(seconds=0.0))


def test_summary_names_what_drifted(result):
    found = Finding("field_fell", "title2015", "budget", Share(180, 200), Share(90, 200), 0.0)
    text = shown(result(drift=(found,), changes=ChangeCounts(new=1, gone=2, changed=3)))
    assert "pages hold less than in the runs before" in text
    assert "drift: title2015 budget: held by 90 of 200 pages, before 180 of 200\n" in text
    assert "1 titles new, 2 gone, 3 changed since the dataset before\n" in text


def test_report_that_fails_keeps_nobody_from_being_told(start, tmp_path):
    (tmp_path / "out" / "report.html").mkdir(parents=True)
    command = ("crawl", PAGES / "blank", "-o", tmp_path / "out", "--report", "--notify", f"tee {tmp_path}/told.json")
    assert start(*command).returncode == 1
    assert json.loads((tmp_path / "told.json").read_text())["verdict"] == "nothing_written"
