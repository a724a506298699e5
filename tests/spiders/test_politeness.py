"""How sites are asked: rate, rests, refusals, and what is never asked."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from email.utils import formatdate

import pytest
from spiders.sites import NO_ROBOTS, Answer, Site, number_in

from filmspider.exceptions import UnsupportedAddressError
from filmspider.middlewares import addresses

EAGER = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, "BACKOFF": 0.01}
SLACK = 0.02
"""Seconds that the server's clock may see two requests nearer than they were sent."""


@pytest.fixture
def site(page):
    """Start a site whose *special* paths, by number, answer otherwise: an Answer, or a function of how often asked."""
    running = []

    def start(special=None, robots=NO_ROBOTS):
        def script(path, times):
            answer = (special or {}).get(number_in(path), Answer(page(number_in(path))))
            return answer(times) if callable(answer) else answer

        server = Site(script, robots).serve()
        running.append(server)
        return server.__enter__()

    yield start
    for server in running:
        server.__exit__(None, None, None)


def rejected(result):
    rows = map(json.loads, result.rejected_path.read_text().splitlines())
    return {row["uri"].split("/title/")[-1].strip("/"): (row["reason"], row["detail"]) for row in rows}


def test_one_at_a_time_and_never_faster_than_said(crawl, site):
    served = site()
    served.latency = 0.05
    result = crawl(*(served.url(n) for n in range(1, 8)), settings=EAGER | {"DOWNLOAD_DELAY": 0.15})
    assert result.verdict == "well"
    assert served.most_at_once == 1
    assert min(served.gaps()) > 0.15 - SLACK


def test_crawl_delay_is_kept(crawl, site):
    served = site(robots=Answer(b"User-agent: *\nCrawl-delay: 0.3\n"))
    assert crawl(*(served.url(n) for n in range(1, 5)), settings=EAGER).verdict == "well"
    assert min(served.gaps()) > 0.3 - SLACK


def test_crawl_delay_beyond_all_patience(crawl, site):
    served = site(robots=Answer(b"User-agent: *\nCrawl-delay: 86400\n"))
    result = crawl(served.url(1), settings=EAGER)
    assert rejected(result) == {"tt0000001": ("blocked", "not asked: told to wait 86400 seconds")}
    assert served.paths() == []


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", [lambda: "1", lambda: formatdate(time.time() + 2, usegmt=True)], ids=["s", "date"])
def test_retry_after_is_kept_by_the_whole_host(crawl, site, status, wait):
    served = site({3: lambda times: Answer(b"later", status, {"Retry-After": wait()}) if times == 0 else Answer(b"x")})
    crawl(*(served.url(n) for n in range(1, 6)), settings=EAGER)
    statuses = [asked.status for asked in served.asked]
    refused = statuses.index(status)
    assert served.gaps()[refused] > 1 - SLACK
    assert served.paths().count("/title/tt0000003/") == 2


def test_page_of_a_429_that_says_when_is_not_lost(crawl, site, page):
    again = {3: lambda times: Answer(b"", 429, {"Retry-After": "0"}) if times < 2 else Answer(page(3))}
    result = crawl(*(site(again).url(n) for n in range(1, 6)), settings=EAGER)
    assert (result.verdict, result.records) == ("well", 5)


def test_host_that_asks_for_too_much_patience_is_left_alone(crawl, site):
    served = site({n: Answer(b"", 429, {"Retry-After": "3600"}) for n in range(1, 20)})
    result = crawl(*(served.url(n) for n in range(1, 20)), settings=EAGER)
    assert (result.exit_code, len(served.paths())) == (3, 1)
    assert set(rejected(result).values()) == {("blocked", "not asked: told to wait 3600 seconds")}


@pytest.mark.parametrize(
    "wall",
    [
        Answer(b"<html>no</html>", 403),
        Answer(b"", 429),
        Answer(b"", 429, {"Retry-After": "0"}),
        Answer(b"", 202),
        Answer(b"<html><title>Robot check</title><p>captcha</p></html>"),
        Answer(b"<html><title>Before you continue</title></html>"),
        Answer(b"<html><title>captcha</title><p>captcha</p></html>", 503),
        Answer(b"", 302, {"Location": "http://consent.example.org/"}),
    ],
    ids=["403", "429", "429 again", "202", "captcha", "consent", "503 captcha", "consent elsewhere"],
)
def test_wall_ends_the_crawl_of_its_host(crawl, site, wall, tmp_path):
    served = site(dict.fromkeys(range(6, 40), wall))
    cache = {"HTTPCACHE_ENABLED": True, "HTTPCACHE_DIR": str(tmp_path / "cache")}
    result = crawl(*(served.url(n) for n in range(1, 40)), settings=EAGER | cache)
    assert (result.exit_code, result.verdict, result.balanced) == (3, "blocked", True)
    last_good = max(place for place, path in enumerate(served.paths()) if number_in(path) <= 5)
    assert len(served.paths()) == last_good + 1 + 5
    assert result.records == len({path for path in served.paths() if number_in(path) <= 5})
    assert set(result.rejected) == {"blocked"}
    assert len(list((tmp_path / "cache").rglob("response_body"))) == result.records


def test_failing_host_is_left_alone(crawl, site):
    served = site({n: Answer(b"oh", 500) for n in range(1, 40)})
    result = crawl(*(served.url(n) for n in range(1, 40)), settings=EAGER | {"BACKOFF": 0.001})
    assert (result.verdict, result.rejected, len(served.paths())) == ("errors", {"error": 39}, 10)


def test_failures_are_followed_by_longer_and_longer_rests(crawl, site, page):
    served = site({1: lambda times: Answer(b"", 503) if times < 2 else Answer(page(1))})
    assert crawl(served.url(1), settings=EAGER | {"BACKOFF": 0.2}).records == 1
    _, first, second = served.gaps()
    assert first > 0.2 - SLACK
    assert second > 0.4 - SLACK


def test_site_without_readable_robots_is_not_asked(crawl, site):
    served = site(robots=Answer(b"", 500))
    assert rejected(crawl(served.url(1), settings=EAGER)) == {"tt0000001": ("error", "robots.txt could not be fetched")}
    assert served.paths() == []


@pytest.mark.parametrize(
    "wall",
    [
        Answer(b"", 429),
        Answer(b"", 429, {"Retry-After": "0"}),
        Answer(b"", 202),
        Answer(b"<html><title>Robot check</title><p>captcha</p></html>"),
    ],
    ids=["429", "429 again", "202", "captcha"],
)
def test_site_that_refuses_its_robots_is_not_asked(crawl, site, wall):
    served = site(robots=wall)
    result = crawl(served.url(1), served.url(2), settings=EAGER)
    assert (result.exit_code, served.paths()) == (3, [])
    assert set(rejected(result).values()) == {("blocked", "not asked: robots.txt was refused")}


def test_robots_that_are_elsewhere(crawl, site):
    served = site(robots=Answer(b"", 302, {"Location": "http://consent.example.org/"}))
    result = crawl(served.url(1), settings=EAGER)
    reason = ("blocked", "redirected to another site: consent.example.org")
    assert (result.exit_code, rejected(result), served.paths()) == (3, {"tt0000001": reason}, [])


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_site_that_has_no_robots_is_asked(crawl, site, status):
    assert crawl(site(robots=Answer(b"<html>no</html>", status)).url(1), settings=EAGER).verdict == "well"


def test_robots_may_speak_of_captchas(crawl, site):
    plain = Answer(b"User-agent: *\nDisallow: /captcha/\n", 200, {"Content-Type": "text/plain"})
    assert crawl(site(robots=plain).url(1), settings=EAGER).verdict == "well"


@pytest.mark.parametrize("target", ["http://localhost:1/title/tt0000002/", "http://192.0.2.1/"])
def test_redirection_to_another_site_is_refused(crawl, site, target):
    result = crawl(site({1: Answer(b"", 302, {"Location": target})}).url(1), settings=EAGER)
    assert rejected(result)["tt0000001"] == (
        "blocked",
        f"redirected to another site: {target.split('/')[2].split(':')[0]}",
    )


def test_redirection_to_a_file_is_not_followed(crawl, site, tmp_path, page):
    (tmp_path / "page.html").write_bytes(page(5))
    result = crawl(site({1: Answer(b"", 302, {"Location": f"file://{tmp_path}/page.html"})}).url(1), settings=EAGER)
    assert (result.records, rejected(result)["tt0000001"]) == (0, ("empty", None))


@pytest.mark.parametrize("line", ["file:///etc/hostname", "ftp://a.example/x", "FILE://localhost/etc/hostname"])
def test_lists_cannot_name_other_schemes(crawl, tmp_path, line):
    (tmp_path / "names.list").write_text(line)
    with pytest.raises(UnsupportedAddressError):
        crawl(tmp_path / "names.list")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_private_addresses_are_not_asked(crawl, site, host):
    served = site()
    result = crawl(served.url(1).replace("127.0.0.1", host), settings=EAGER, allow_private=False)
    assert rejected(result) == {"tt0000001": ("error", f"{host} has a private address")}
    assert served.asked == []
    crawl(served.url(1), settings=EAGER | {"ROBOTSTXT_OBEY": False}, allow_private=False)
    assert served.asked == []


def test_redirection_into_a_private_network_is_refused(crawl, site, monkeypatch):
    """The names are given the loopback addresses .1, which counts as public here, and .2, which does not."""
    places = {"www.films.com": "127.0.0.1", "inner.films.com": "127.0.0.2"}

    async def getaddrinfo(_, host, port, **__):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (places[host], port or 0))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(addresses, "is_public", lambda address: str(address) == "127.0.0.1")
    served = site({1: lambda _: Answer(b"", 302, {"Location": f"http://inner.films.com:{port}/title/tt0000002/"})})
    port = served.base.rpartition(":")[2]
    result = crawl(f"http://www.films.com:{port}/title/tt0000001/", settings=EAGER, allow_private=False)
    assert rejected(result) == {"tt0000001": ("error", "inner.films.com has a private address")}
    assert served.paths() == ["/title/tt0000001/"]


def test_answer_that_is_too_large(crawl, site):
    served = site({1: Answer(b"<html>" + b"x" * 50_000)})
    result = crawl(served.url(1), settings=EAGER | {"DOWNLOAD_MAXSIZE": 10_000})
    assert rejected(result)["tt0000001"][0] == "too_large"


def test_ports_that_scrapy_opens_by_itself_stay_closed(crawl, folder):
    settings = json.loads(crawl(folder(1)).run_path.read_text())["settings"]
    assert "TELNETCONSOLE_ENABLED" not in settings
    assert "REMOTE_CONTROL_ENABLED" not in settings
