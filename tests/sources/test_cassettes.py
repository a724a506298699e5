"""Cassettes are recorded by vcrpy, or written down as others record them."""

from __future__ import annotations

import base64
import gzip
import json
import sys
import threading
import urllib.request
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from types import SimpleNamespace

import brotli
import pytest
import vcr
import yaml
from sources.archives import BODIES, address, read

from filmspider.exceptions import MissingExtraError
from filmspider.sources import open_sources, resolve

PACKED = {"": bytes, "gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}


class Site(BaseHTTPRequestHandler):
    """Fixtures by number, packed as the address asks for it."""

    def do_GET(self):
        number, _, coding = self.path.removeprefix("/title/tt900000").partition("/?")
        body = PACKED[coding](BODIES[int(number)])
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        self.wfile.write(body)

    def date_time_string(self, _=None):
        return "Mon, 25 Jan 2010 17:30:15 GMT"

    def log_message(self, *_):
        """Be quiet."""


@pytest.fixture
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def interaction(number, body, **response):
    response = {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": body} | response
    return {"request": {"uri": address(number), "method": "GET", "body": None, "headers": {}}, "response": response}


def written(tmp_path, tape, name="a.yaml"):
    path = tmp_path / name
    text = yaml.safe_dump(tape) if "yaml" in name or "yml" in name else json.dumps(tape, indent=4)
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


@pytest.mark.parametrize(
    ("serializer", "codings"), [("yaml", ["", "gzip", "br", "deflate"]), ("json", [""])], ids=["yaml", "json"]
)
def test_what_vcrpy_recorded(tmp_path, site, serializer, codings):
    path = tmp_path / f"tape.{serializer}"
    with vcr.use_cassette(str(path), serializer=serializer):
        for number, coding in enumerate(codings):
            urllib.request.urlopen(f"{site}/title/tt900000{number}/?{coding}").read()  # noqa: S310 - our own server
    for name in (path, tmp_path):
        pages, passed = read(name, match="/title/")
        assert [page.body for page in pages] == BODIES[: len(codings)]
        assert [page.uri for page in pages] == [f"{path}#{number}" for number in range(1, len(codings) + 1)]
        assert [page.address for page in pages] == [
            f"{site}/title/tt900000{number}/?{coding}" for number, coding in enumerate(codings)
        ]
        assert {(page.status, page.charset, page.captured_at, page.captured_from) for page in pages} == {
            (200, "utf-8", "2010-01-25T17:30:15Z", "http")
        }
        assert passed == 0


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.json", "a.yaml.gz", "a.json.gz"])
@pytest.mark.parametrize("key", ["interactions", "http_interactions"])
def test_forms(tmp_path, name, key):
    path = written(tmp_path, {key: [interaction(0, {"string": BODIES[0].decode()})], "version": 1}, name)
    for source in (path, tmp_path):
        assert [page.body for page in read(source)[0]] == [BODIES[0]]


def test_what_vcr_for_ruby_and_betamax_recorded(tmp_path):
    packed = base64.b64encode(gzip.compress(BODIES[1])).decode()
    (tmp_path / "ruby.yml").write_text(
        "---\nhttp_interactions:\n- request:\n    method: get\n"
        f"    uri: {address(0)}\n  response:\n    status:\n      code: 200\n    headers:\n      Server:\n      - x\n"
        "    body:\n      encoding: ASCII-8BIT\n      string: !binary |-\n"
        f"        {base64.b64encode(BODIES[0]).decode()}\n"
        "    http_version:\n  recorded_at: Mon, 25 Jan 2010 17:30:15 GMT\nrecorded_with: VCR 6.0.0\n"
    )
    tape = interaction(1, {"encoding": "utf-8", "base64_string": packed}, headers={"Content-Encoding": ["gzip"]})
    written(tmp_path, {"http_interactions": [tape | {"recorded_at": "2013-08-31T00:00:00"}]}, "betamax.json")
    betamax, ruby = read(tmp_path)[0]
    assert (ruby.body, ruby.captured_at, ruby.captured_from) == (BODIES[0], "2010-01-25T17:30:15Z", "file")
    assert (betamax.body, betamax.captured_at, betamax.captured_from) == (BODIES[1], "2013-08-31T00:00:00", "file")


def test_what_was_not_asked_for_is_counted(tmp_path):
    other = interaction(0, {"string": "x"}) | {"request": {"uri": "http://www.imdb.com/name/nm9000001/"}}
    path = written(tmp_path, {"interactions": [other, interaction(1, {"string": BODIES[1].decode()}), other]})
    pages, passed = read(path)
    assert ([page.uri for page in pages], passed) == ([f"{path}#2"], 2)


def test_other_files_in_a_folder_are_no_cassettes(tmp_path):
    (tmp_path / "meta.json").write_text('{"address": "x"}')
    (tmp_path / "list.json").write_text("[1]")
    (tmp_path / "a.yaml").write_text("settings:\n  interactions: []\n")
    (tmp_path / "b.yml").write_text("")
    assert read(tmp_path) == ([], 0)


def test_cassette_on_standard_input(tmp_path, monkeypatch):
    path = written(tmp_path, {"interactions": [interaction(0, {"string": BODIES[0].decode()})]})
    with path.open("rb") as stream:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
        assert [(page.uri, page.body) for page in open_sources(["-"])] == [("-#1", BODIES[0])]


@pytest.mark.parametrize(
    ("part", "detail"),
    [
        ({"response": None}, "without a status"),
        ({"response": {"status": {"code": "no"}}}, "without a status"),
        ({"response": [1]}, "without a status"),
        ({"response": {"status": {"code": 200}, "body": {"base64_string": "!"}}}, None),
        ({"response": {"status": {"code": 200}, "headers": [], "body": [1]}}, None),
    ],
)
def test_odd_interactions_cost_only_themselves(tmp_path, part, detail):
    good = interaction(1, {"string": BODIES[1].decode()})
    path = written(tmp_path, {"interactions": [interaction(0, {}) | part, good]}, "a.json")
    odd, page = read(path)[0]
    assert page.body == BODIES[1]
    assert detail is None or detail in odd.detail


@pytest.mark.parametrize(
    "raw",
    [
        b"interactions:\n- {request: {uri: x}\n- ]",
        b"interactions:\n- \xff\xfe",
        b"interactions:\n- " + b"[" * 100_000,
        b"interactions:\n" + b"- " * 100_000,
        b'{"interactions": [' + b"[" * 100_000,
        b'{"interactions": 1}',
        b'{"interactions": [{"a": "\xff"}]}',
        b'{"interactions": [',
    ],
    ids=range(8),
)
def test_damage_is_a_rejection(tmp_path, raw):
    path = tmp_path / "a.yaml"
    path.write_bytes(raw)
    found, _ = read(path)
    assert [(each.reason, each.uri) for each in found] == [("undecodable", str(path))]


def test_what_stands_before_damage_is_read(tmp_path):
    taped = [interaction(number, {"string": BODIES[number].decode()}) for number in range(2)]
    path = written(tmp_path, {"interactions": taped})
    path.write_bytes(path.read_bytes() + b"\n]")
    *pages, lost = read(path)[0]
    assert [page.body for page in pages] == BODIES[:2]
    assert (lost.reason, lost.uri) == ("undecodable", str(path))


def test_aliases_are_no_bomb(tmp_path):
    doubled = "\n".join(f"a{number + 1}: &a{number + 1} {{<<: [*a{number}, *a{number}]}}" for number in range(200))
    path = tmp_path / "a.yaml"
    path.write_text(f"interactions: []\na0: &a0 {{x: y}}\n{doubled}\n")
    assert read(path) == ([], 0)


def test_a_page_named_again_and_again_is_a_bomb(tmp_path):
    path = tmp_path / "a.yaml"
    one = f"&a {{request: {{uri: '{address(0)}'}}, response: {{status: {{code: 200}}, body: &b '{'x' * 100_000}'}}}}"
    path.write_text(f"interactions:\n- {one}\n" + "- *a\n" * 10_000)
    found, _ = read(path)
    assert (found[-1].reason, found[-1].uri) == ("too_large", str(path))
    assert len(found) < 300


def test_code_in_yaml_is_not_run(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(f"interactions:\n- !!python/object/apply:os.mkdir ['{tmp_path}/sprung']\n")
    assert len(read(path)[0]) + read(path)[1] == 1
    assert not (tmp_path / "sprung").exists()


def test_without_pyyaml(tmp_path, monkeypatch):
    path = written(tmp_path, {"interactions": []})
    written(tmp_path, {"interactions": [interaction(0, {"string": BODIES[0].decode()})]}, "b.json")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "yaml" else find_spec(name))
    with pytest.raises(MissingExtraError, match=r"filmspider\[cassettes\]"):
        resolve([str(path)])
    lost, page = read(tmp_path)[0]
    assert (lost.reason, lost.uri, page.body) == ("error", str(path), BODIES[0])
