"""Caches are written by Scrapy's own storage."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import re
import zlib
from typing import NamedTuple

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request, Spider
from scrapy.extensions.httpcache import FilesystemCacheStorage
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler
from sources.archives import BODIES, address, read

from filmspider.items import Rejection
from filmspider.sources.http_cache import CachedAnswer

HEADERS = {"Content-Type": "text/html; charset=utf-8", "Date": "Mon, 25 Jan 2010 17:30:15 GMT"}
PACKED = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}


@pytest.fixture(params=[False, True], ids=["plain", "gzipped"])
def store(request, tmp_path):
    """Store an answer in the cache; returns its folder."""
    settings = {"HTTPCACHE_DIR": str(tmp_path / "cache"), "HTTPCACHE_GZIP": request.param}
    crawler = get_crawler(Spider, settings)
    spider = crawler._create_spider("titles")  # noqa: SLF001 - as Scrapy's own tests do
    crawler.spider = spider
    storage = FilesystemCacheStorage(Settings(settings))
    storage.open_spider(spider)

    def put(url, body, headers=HEADERS, status=200):
        asked = Request(url)
        storage.store_response(spider, asked, HtmlResponse(url, status, headers, body))
        key = crawler.request_fingerprinter.fingerprint(asked).hex()
        return tmp_path / "cache" / "titles" / key[:2] / key

    return put


def rewrite(path, change):
    raw = path.read_bytes()
    packed = raw.startswith(b"\x1f\x8b")
    changed = change(gzip.decompress(raw) if packed else raw)
    path.write_bytes(gzip.compress(changed) if packed else changed)


def test_pages(store, tmp_path):
    folders = {str(store(address(number), body)): body for number, body in enumerate(BODIES[:5])}
    store("http://www.imdb.com/robots.txt", b"User-agent: *")
    pages, passed = read(tmp_path / "cache")
    assert {page.uri: page.body for page in pages} == folders
    assert [page.uri for page in pages] == sorted(folders)
    assert passed == 1
    assert {(page.status, page.charset, page.captured_at, page.captured_from) for page in pages} == {
        (200, "utf-8", "2010-01-25T17:30:15Z", "http")
    }
    assert {page.address for page in pages} == {address(number) for number in range(5)}


def test_one_answer_named_by_itself(store):
    folder = store(address(0), BODIES[0])
    assert [page.body for page in read(folder)[0]] == [BODIES[0]]


@pytest.mark.parametrize("coding", PACKED)
def test_packed_as_it_came(store, tmp_path, coding):
    store(address(0), PACKED[coding](BODIES[0]), HEADERS | {"Content-Encoding": coding})
    assert [page.body for page in read(tmp_path / "cache")[0]] == [BODIES[0]]


def test_time_of_storing_where_the_answer_has_no_date(store):
    folder = store(address(0), BODIES[0], {})
    rewrite(folder / "meta", lambda meta: meta.split(b"'timestamp'")[0] + b"'timestamp': 1400000000.25}")
    [page] = read(folder)[0]
    assert (page.captured_at, page.captured_from) == ("2014-05-13T16:53:20Z", "file")


def test_nothing_is_unpickled(store, tmp_path):
    class Trap:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "sprung"),)

    folder = store(address(0), BODIES[0])
    for name in ("pickled_meta", "response_data"):
        (folder / name).write_bytes(pickle.dumps(Trap()))
    assert len(read(folder)[0]) == 1
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("meta", b"", "undecodable"),
        ("meta", b"[1, 2]", "undecodable"),
        ("meta", b"__import__('os').getcwd()", "undecodable"),
        ("meta", b"(" * 100_000, "undecodable"),
        ("meta", b"-" * 10_000 + b"1", "undecodable"),
        ("meta", b"{'response_url': 'http://www.imdb.com/title/tt9000001/'}", "undecodable"),
        ("meta", b"{'response_url': 'http://www.imdb.com/title/tt9000001/', 'status': 10**99}", "undecodable"),
        ("meta", b"{'response_url': 'http://www.imdb.com/title/tt9000001/', 'status': 99999}", "undecodable"),
        ("response_body", b"\x1f\x8brubbish" * 9, "undecodable"),
    ],
    ids=range(9),
)
def test_damage_costs_one_answer(store, tmp_path, name, raw, reason):
    rewrite(store(address(0), BODIES[0]) / name, lambda _: raw)
    store(address(1), BODIES[1])
    found, passed = read(tmp_path / "cache")
    assert sorted(getattr(each, "reason", "page") for each in found) == sorted(["page", reason])
    assert passed == 0


@pytest.mark.parametrize("pack", [bytes, gzip.compress, brotli.compress])
def test_body_that_is_too_large(store, tmp_path, pack):
    headers = {"Content-Encoding": "br"} if pack is brotli.compress else {}
    store(address(0), pack(bytes(65 << 20)), headers)
    store(address(1), BODIES[1])
    assert sorted(getattr(each, "reason", "page") for each in read(tmp_path / "cache")[0]) == ["page", "too_large"]


def test_file_that_is_missing(store):
    folder = store(address(0), BODIES[0])
    (folder / "response_headers").unlink()
    (folder / "response_headers").mkdir()
    assert read(folder) == ([], 0), "that is no answer, and its files are no pages"


def test_odd_timestamp_and_headers(store):
    folder = store(address(0), BODIES[0], {})
    rewrite(folder / "meta", lambda meta: meta.split(b"'timestamp'")[0] + b"'timestamp': 1e300}")
    rewrite(folder / "response_headers", lambda _: b"no header\r\n: \xff\r\nDate: never")
    [page] = read(folder)[0]
    assert not isinstance(page, Rejection)
    assert (page.body, page.captured_at) == (BODIES[0], None)


class Held(NamedTuple):
    """A file that is held in memory."""

    raw: bytes
    name: str = "x"

    def open(self, _):
        return io.BytesIO(self.raw)


@given(
    st.one_of(st.binary(), st.fixed_dictionaries({"response_url": st.text(), "status": st.integers()}).map(repr)),
    st.binary(),
    st.binary(),
)
def test_anything_at_all_is_survived(meta, headers, body):
    raw = {"meta": meta.encode(errors="replace") if isinstance(meta, str) else meta}
    raw |= {"response_headers": headers, "response_body": body}
    [found] = CachedAnswer({name: Held(each) for name, each in raw.items()}, "x").pages(re.compile(""))
    assert found
