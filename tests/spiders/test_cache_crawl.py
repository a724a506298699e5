"""What a crawl keeps in Scrapy's cache is read again as what it was."""

from __future__ import annotations

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

EAGER = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False}


class Site(BaseHTTPRequestHandler):
    """Title pages by number, gzipped; nothing else."""

    def do_GET(self):
        number = int("".join(filter(str.isdigit, self.path)) or 0)
        body = gzip.compress(self.server.page(number))
        self.send_response(200 if number else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Be quiet."""


@pytest.fixture
def site(page):
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.page = page
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("gzipped", [False, True])
def test_cache_gives_the_records_of_the_crawl(crawl, site, tmp_path, gzipped):
    cache = {"HTTPCACHE_ENABLED": True, "HTTPCACHE_DIR": str(tmp_path / "cache"), "HTTPCACHE_GZIP": gzipped}
    names = [f"{site}/title/tt{number:07}/" for number in range(1, 6)]
    fetched = crawl(*names, output=tmp_path / "fetched", settings=EAGER | cache)
    cached = crawl(tmp_path / "cache", output=tmp_path / "cached", match="/title/tt")
    assert (fetched.records, cached.records, cached.balanced) == (5, 5, True)
    records = [[json.loads(line) for line in run.titles_path.read_text().splitlines()] for run in (fetched, cached)]
    assert [row["source"].pop("uri") for row in records[0]] == names
    assert all(row["source"].pop("uri").startswith(f"{tmp_path}/cache/titles/") for row in records[1])
    assert records[0] == records[1]
