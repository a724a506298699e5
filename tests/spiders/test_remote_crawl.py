"""Crawls of a real server on the loopback interface."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

EAGER = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, "BACKOFF": 0.01}


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


class Site(BaseHTTPRequestHandler):
    """Title pages by number, a few of which go wrong."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        if self.path == "/robots.txt":
            return self.answer(200, b"User-agent: *\nDisallow: /private/\n")
        number = int("".join(filter(str.isdigit, self.path)) or 0)
        return getattr(self, f"title_{number}", self.title)(number)

    def title(self, number):
        self.answer(200, self.server.page(number), "text/html; charset=utf-8")

    def title_3(self, _):
        self.answer(403, b"<html>no</html>")

    def title_4(self, _):
        self.answer(202, b"")

    def title_5(self, _):
        self.answer(200, b"<html><title>Robot check</title><script src=captcha.js></script></html>")

    def title_6(self, _):
        self.answer(301, b"", location="/title/tt0000106/")

    def title_7(self, number):
        time.sleep(0.5)
        self.title(number)

    def title_8(self, number):
        body = self.server.page(number)
        self.answer(200, body, length=len(body) + 5000)
        self.close_connection = True

    def title_9(self, _):
        self.answer(404, b"<html>no such page</html>")

    def title_10(self, _):
        self.answer(500, b"<html>oh</html>")

    def title_11(self, _):
        time.sleep(1.5)
        self.close_connection = True

    def title_12(self, _):
        self.answer(429, b"<html>slow down</html>")

    def answer(self, status, body, kind="text/html", length=None, location=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Be quiet."""


@pytest.fixture
def site(page):
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.page, server.asked, server.daemon_threads, server.block_on_close = page, [], True, False
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        server.base = f"http://127.0.0.1:{server.server_port}"
        yield server
        server.shutdown()


def url(site, number):
    return f"{site.base}/title/tt{number:07}/"


def test_two_hundred_pages(scrapy, site, tmp_path):
    names = [url(site, number) for number in range(1, 201) if number not in {9, 10, 11, 12}]
    (tmp_path / "names.list").write_text("\n".join([*names, url(site, 1)]))
    settings = [part for name, value in EAGER.items() for part in ("-s", f"{name}={value}")]
    started = scrapy(
        "crawl",
        "titles",
        "-a",
        f"sources={tmp_path}/names.list",
        "-a",
        f"output={tmp_path}/out",
        "-a",
        "allow_private=true",
        *settings,
    )
    errors = started.communicate()[1]
    assert started.returncode == 3, errors
    run = json.loads((tmp_path / "out" / "run.json").read_text())
    assert (run["verdict"], run["pages"], run["balanced"]) == ("blocked", 197, True)
    # One address was given twice, and 6 leads to 106, which was asked for as well.
    assert (run["records"], run["duplicates"]) == (191, 2)
    rejected = {row["uri"]: (row["reason"], row["detail"]) for row in lines(tmp_path / "out" / "rejected.jsonl")}
    assert rejected == {
        url(site, 3): ("blocked", "403 Forbidden"),
        url(site, 4): ("blocked", "202 with an empty body"),
        url(site, 5): ("blocked", "captcha"),
        url(site, 8): ("error", "the answer was cut short"),
    }
    asked = [path for path, _ in site.asked]
    assert asked.count("/robots.txt") == 1
    assert asked.count("/title/tt0000003/") == 1, "a refusal is not asked again"
    assert asked.count("/title/tt0000008/") == 3, "a cut answer is"
    assert {agent.split("/")[0] for _, agent in site.asked} == {"filmspider"}


def test_what_goes_wrong_has_a_reason(crawl, site):
    broken = f"http://127.0.0.1:{site.server_port + 1 if site.server_port < 65535 else 1}/title/tt0000001/"
    names = [url(site, number) for number in (2, 9, 10, 12)]
    result = crawl(
        *names,
        f"{site.base}/private/tt0000002/",
        broken,
        url(site, 11),
        settings=EAGER | {"RETRY_TIMES": 0, "DOWNLOAD_TIMEOUT": 0.7},
    )
    rejected = {row["uri"]: (row["reason"], row["detail"]) for row in lines(result.rejected_path)}
    assert rejected == {
        broken: ("error", "robots.txt could not be fetched"),
        url(site, 9): ("other_page", "HTTP status 404"),
        url(site, 10): ("error", "HTTP status 500"),
        url(site, 11): ("error", "timeout"),
        url(site, 12): ("blocked", "429 Too Many Requests"),
        f"{site.base}/private/tt0000002/": ("blocked", "robots.txt"),
    }
    assert (result.records, result.balanced, result.verdict) == (1, True, "blocked")
    assert not [path for path, _ in site.asked if "private" in path]


def test_redirected_page_has_its_own_id(crawl, site):
    record = lines(crawl(url(site, 6), settings=EAGER).titles_path)[0]
    assert record["imdb_id"] == "tt0000106"
    assert record["source"]["uri"] == url(site, 6)
    assert record["source"]["captured_from"] == "http"


def test_host_that_refuses_is_left_alone(crawl, site):
    names = [f"{site.base}/{letter}/tt0000003/" for letter in "abcdefghijklmno"]
    result = crawl(*names, settings=EAGER)
    assert result.rejected == {"blocked": 15}
    details = [row["detail"] for row in lines(result.rejected_path)]
    assert details.count("not asked: refused 5 times running") == 10
    assert len(site.asked) == 1 + 5


def test_cache_keeps_good_answers_only(crawl, site, tmp_path):
    settings = EAGER | {"HTTPCACHE_ENABLED": True, "HTTPCACHE_DIR": str(tmp_path / "cache")}
    names = [url(site, number) for number in (1, 2, 3, 4, 5, 9)]
    first = crawl(*names, settings=settings)
    site.asked.clear()
    second = crawl(*names, settings=settings)
    assert first.titles_path.read_bytes() == second.titles_path.read_bytes()
    numbers = sorted(int(path[9:16]) for path, _ in site.asked if path.startswith("/title/"))
    assert numbers == [3, 4, 5, 9]


def test_archived_and_remote_pages_together(crawl, site, folder):
    result = crawl(folder(30), url(site, 50), folder(30, "more"), url(site, 51), settings=EAGER)
    assert (result.pages, result.records, result.duplicates) == (62, 32, 30)
