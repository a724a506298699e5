"""Another project, with spiders of its own, writes our records by the add-on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
FILMS = ("feature-film-2018", "video-2018")
SETTINGS = """
BOT_NAME = "shop"
SPIDER_MODULES = ["shop"]
USER_AGENT = "shop (+https://shop.example)"
DOWNLOAD_DELAY = 0
AUTOTHROTTLE_ENABLED = False
ADDONS = {"filmspider.addon.FilmspiderAddon": 300}
ITEM_PIPELINES = {"shop.Shout": 50}
"""
MODULE = """
from pathlib import Path

from itemadapter import ItemAdapter
from scrapy import Request, Spider

from filmspider import Page
from filmspider.outcomes import outcome_of
from filmspider.remote import answered, unanswered


class Films(Spider):
    name = "films"
    allow_private = True
    custom_settings = {"FILMSPIDER_OUTPUT": "films"}

    async def start(self):
        for path in self.paths.split():
            yield Request(self.site + path, errback=self.failed, dont_filter=True)

    def parse(self, response):
        yield {"shelf": response.url}
        yield answered(response)

    def failed(self, failure):
        rejection = unanswered(failure, self.crawler)
        if rejection:
            yield outcome_of(rejection)


class Saved(Films):
    name = "saved"

    async def start(self):
        for path in self.paths.split():
            yield outcome_of(Page.unpack(Path(path).read_bytes(), uri=path))


class Shelves(Films):
    name = "shelves"
    custom_settings = {}


class Shout:
    def process_item(self, item):
        fields = ItemAdapter(item)
        if fields.get("title"):
            fields["title"] = fields["title"].upper()
        return item
"""


class Site(BaseHTTPRequestHandler):
    """Two title pages, robots.txt, and nothing else."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        if self.path in self.server.interrupts:
            self.server.interrupts.remove(self.path)
            self.server.crawl.send_signal(signal.SIGINT)
        body = {"/robots.txt": b"User-agent: *\nDisallow: /closed\n"} | self.server.pages
        self.send_response(200 if self.path in body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.get(self.path, b"<html>no such page</html>"))

    def log_message(self, *_):
        pass


@pytest.fixture
def site(fixtures):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    server.interrupts = set()
    server.pages = {f"/{name}": (fixtures / "title2015" / name / "page.html").read_bytes() for name in FILMS}
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def crawl(tmp_path, site):
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = settings\n")
    (tmp_path / "settings.py").write_text(SETTINGS)
    (tmp_path / "shop.py").write_text(MODULE)

    def run(spider, paths, **settings):
        command = [sys.executable, "-W", "error", "-m", "scrapy", "crawl", spider, "-O", "feed.jsonl"]
        arguments = ["-a", f"site={site.address}", "-a", f"paths={paths}"]
        arguments += [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
        environment = os.environ | {"PYTHONPATH": str(PROJECT)}
        environment.pop("SCRAPY_SETTINGS_MODULE", None)
        options = {"cwd": tmp_path, "env": environment, "text": True, "stderr": subprocess.PIPE}
        with subprocess.Popen([*command, *arguments], **options) as site.crawl:
            errors = site.crawl.communicate()[1]
        assert site.crawl.returncode == 0, errors
        assert "Traceback" not in errors

    return run


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_records_of_another_projects_spider(tmp_path, site, crawl):
    first, second = site.pages
    crawl("films", f"{first} {second} {first} /missing /closed")
    titles, rejected = lines(tmp_path / "films" / "titles.jsonl"), lines(tmp_path / "films" / "rejected.jsonl")
    assert sorted(title["source"]["uri"] for title in titles) == sorted(site.address + path for path in site.pages)
    assert all(title["title"] and title["title"] == title["title"].upper() for title in titles), "theirs came first"
    assert {row["uri"]: row["reason"] for row in rejected} == {
        f"{site.address}/missing": "other_page",
        f"{site.address}/closed": "blocked",
    }
    run = json.loads((tmp_path / "films" / "run.json").read_text())
    assert (run["spider"], run["pages"], run["records"], run["duplicates"], run["balanced"]) == ("films", 5, 2, 1, True)
    assert run["verdict"] == "blocked"
    assert sum(kind["pages"] for kind in run["read"]["layouts"]["title2015"].values()) == 2
    assert {agent for _, agent in site.asked} == {"shop (+https://shop.example)"}
    assert "/robots.txt" in dict(site.asked)
    assert "/closed" not in dict(site.asked)
    shelves = [row for row in lines(tmp_path / "feed.jsonl") if "shelf" in row]
    assert len(shelves) == 4


def test_the_same_crawl_gives_the_same_bytes(tmp_path, site, crawl):
    written = []
    for _ in range(2):
        crawl("films", " ".join(site.pages))
        titles = lines(tmp_path / "films" / "titles.jsonl")
        written.append([title | {"source": title["source"] | {"captured_at": None}} for title in titles])
    assert written[0] == written[1]
    assert json.loads((tmp_path / "films" / "run.json").read_text())["verdict"] == "well"


def test_a_crawl_that_was_broken_off_goes_on(tmp_path, site, crawl):
    first, second = site.pages
    site.interrupts.add(first)
    crawl("films", f"{first} {second} /missing", DOWNLOAD_DELAY=3)
    assert "/missing" not in dict(site.asked), "left for the next crawl"
    assert not (tmp_path / "films" / "titles.jsonl").exists()
    crawl("films", f"{first} {second} /missing")
    run = json.loads((tmp_path / "films" / "run.json").read_text())
    assert (run["pages"], run["records"], run["rejected"], run["verdict"]) == (3, 2, {"other_page": 1}, "well")
    assert run["resumed"] == 2


def test_saved_pages_of_another_projects_spider(tmp_path, site, crawl):
    for number, body in enumerate([*site.pages.values(), *site.pages.values()]):
        (tmp_path / f"{number}.html").write_bytes(body)
    crawl("saved", "0.html 1.html 2.html 3.html")
    run = json.loads((tmp_path / "films" / "run.json").read_text())
    assert (run["pages"], run["records"], run["duplicates"], run["verdict"]) == (4, 2, 2, "well")


def test_a_spider_without_an_output_folder_is_left_alone(tmp_path, site, crawl):
    crawl("shelves", "/missing")
    assert not (tmp_path / "films").exists()
    assert "/robots.txt" not in dict(site.asked)
    (row,) = lines(tmp_path / "feed.jsonl")
    assert row["detail"] == "Ignoring non-200 response", "Scrapy's own middleware has it, as without the add-on"
