from __future__ import annotations

import gzip
import io
import os
import sys
import threading
from types import SimpleNamespace

import pytest
import zstandard
from sources.archives import BODIES, address, full, read, tarred, zipped

from filmspider.items import Rejection
from filmspider.pages import Page
from filmspider.sources import PassedOver, open_sources

CRAWL = full(count=3).raw
PLAIN = full(gzip=False, count=3).raw
FOLDER = {"a.html": BODIES[0], "b/c.html": BODIES[1], "d.warc.gz": CRAWL}
KINDS = {
    "page": BODIES[0],
    "page.gz": gzip.compress(BODIES[0]),
    "page.zst": zstandard.compress(BODIES[0]),
    "text": b"The Salt Lantern (2016)\nDirected by Anton Berle\n",
    "nothing": b"",
    "warc": PLAIN,
    "warc.gz": CRAWL,
    "warc.gz, as a whole": gzip.compress(PLAIN),
    "warc.zst, as a whole": zstandard.compress(PLAIN),
    "tar": tarred(FOLDER),
    "tar.gz": tarred(FOLDER, "w:gz"),
    "tar.zst": zstandard.compress(tarred(FOLDER)),
}


@pytest.fixture
def pipe(monkeypatch):
    """Write bytes to standard input, a few at a time."""
    ends = []

    def write(raw):
        readable, writable = os.pipe()

        def trickle():
            with open(writable, "wb", buffering=0) as sink:  # noqa: PTH123 - a descriptor
                sink.writelines(raw[start : start + 5000] for start in range(0, len(raw), 5000))

        source = open(readable, "rb")  # noqa: PTH123, SIM115 - closed below
        writer = threading.Thread(target=trickle)
        ends.append((source, writer))
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=source))
        writer.start()

    yield write
    for source, writer in ends:
        writer.join()
        source.close()


def read_all():
    found = list(open_sources(["-"]))
    passed = sum(each.records for each in found if isinstance(each, PassedOver))
    return [each for each in found if not isinstance(each, PassedOver)], passed


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_pages_as_in_a_file(tmp_path, pipe, kind):
    path = tmp_path / "file"
    path.write_bytes(KINDS[kind])
    pages, passed = read(path)
    pipe(KINDS[kind])
    found, found_passed = read_all()
    assert [each.body for each in found] == [each.body for each in pages]
    assert [(each.address, each.captured_at) for each in found] == [(each.address, each.captured_at) for each in pages]
    assert found_passed == passed
    assert len({each.uri for each in found}) == len(found)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("page.gz", ["-"]),
        ("warc.gz", ["-#", "-#", "-#"]),
        ("tar.gz", ["-!/a.html", "-!/b/c.html", *["-!/d.warc.gz#"] * 3]),
    ],
)
def test_names(pipe, kind, expected):
    pipe(KINDS[kind])
    names = [each.uri for each in read_all()[0]]
    assert [name.partition("#")[0] for name in names] == [name.partition("#")[0] for name in expected]
    offsets = [int(name.partition("#")[2]) for name in names if "#" in name]
    assert all(CRAWL[offset:].startswith(b"\x1f\x8b") for offset in offsets)


def test_zip_is_a_rejection_that_says_what_to_do(pipe):
    pipe(zipped(FOLDER))
    [lost], _ = read_all()
    assert (lost.reason, lost.uri) == ("error", "-")
    assert "save it and name the file" in lost.detail


def test_what_comes_before_a_cut_is_read(pipe):
    pipe(CRAWL[: len(CRAWL) * 2 // 3])
    found = read_all()[0]
    bodies = [each.body for each in found if isinstance(each, Page)]
    assert bodies == BODIES[: len(bodies)] != []
    assert {each.reason for each in found if isinstance(each, Rejection)} == {"undecodable"}


def test_page_that_is_too_large(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(bytes(65 << 20))))
    [lost], _ = read_all()
    assert (lost.reason, lost.uri) == ("too_large", "-")


@pytest.mark.parametrize("compression", [0, 8])
@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_records_compressed_together_in_an_archive_have_names_of_their_own(tmp_path, compression, pack):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.warc.gz": pack(PLAIN)}, compression))
    pages, passed = read(path)
    assert [page.address for page in pages] == [address(number) for number in range(3)]
    assert len({page.uri for page in pages}) == passed == 3
