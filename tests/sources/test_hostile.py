"""Files made to fill the memory: read in a process of their own, whose memory is measured."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tarfile
import zipfile
import zlib

import brotli
import pytest
import zstandard
from sources.archives import BODIES, HEADERS, Archive, address, full

READ = """
import json, re, resource, sys
from filmspider.items import Rejection
from filmspider.packing import unpack
from filmspider.sources import PassedOver, resolve
from filmspider.sources.cassettes import YamlCassette
import filmspider.sources.warc_records, filmspider.sources.yaml_lists, filmspider.parsing

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

start, counts = peak(), {"page": 0, "passed over": 0}
for source in resolve(sys.argv[1:]):
    for found in source.pages(re.compile("/title/tt")):
        what = found.reason if isinstance(found, Rejection) else "page"
        passed = getattr(found, "records", None)
        counts["passed over" if passed else what] = counts.get("passed over" if passed else what, 0) + (passed or 1)
print(json.dumps([counts, (peak() - start) // 1024]))
"""
MEGABYTE = b"x" * (1 << 20)
MOST_MEGABYTES = 256
"""What four of the largest pages take: one as it is stored, unpacked, without its headers, and in between."""


def measured(*names, given=None):
    """Return counts of what was found, and by how many megabytes the memory grew."""
    limit = 2 << 30
    done = subprocess.run(
        [sys.executable, "-c", READ, *map(str, names)],
        input=given,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert done.returncode == 0, done.stderr.decode()
    counts, megabytes = json.loads(done.stdout)
    return {what: count for what, count in counts.items() if count}, megabytes


def deflated(size, head=b"", wbits=zlib.MAX_WBITS | 16):
    """Pack *head* and so many megabytes. The checksum is wrong, but nobody should get that far."""
    packer, raw = zlib.compressobj(wbits=wbits), zlib.compressobj(wbits=-zlib.MAX_WBITS)
    piece = raw.compress(MEGABYTE) + raw.flush(zlib.Z_FULL_FLUSH)
    return packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH) + piece * size + packer.flush()


def brotlied(size):
    packer = brotli.Compressor(quality=1)
    return b"".join([*(packer.process(MEGABYTE) for _ in range(size)), packer.finish()])


def sparse(path, begin, size):
    """Make a file of so many megabytes that takes no room."""
    path.write_bytes(begin)
    os.truncate(path, size << 20)


def warc(coding, body):
    http = [*HEADERS, ("Content-Encoding", coding)]
    return Archive().response(address(0), body, http=http).response(address(1), BODIES[1]).raw


def page_of_200_megabytes(folder):
    sparse(folder / "a.html", b"<html>", 200)


def page_packed_by_gzip(folder):
    (folder / "a.html.gz").write_bytes(deflated(1000))


def page_packed_by_zstd(folder):
    (folder / "a.html.zst").write_bytes(zstandard.compress(MEGABYTE) * 1000)


def page_packed_twice(folder):
    (folder / "a.html.gz").write_bytes(gzip.compress(deflated(1000)))


def answer_packed_by_brotli(folder):
    (folder / "a.warc.gz").write_bytes(warc("br", brotlied(1000)))


def answer_packed_by_deflate(folder):
    (folder / "a.warc.gz").write_bytes(warc("deflate", deflated(1000, wbits=zlib.MAX_WBITS)))


def answer_packed_by_all_of_them(folder):
    (folder / "a.warc.gz").write_bytes(warc("gzip, br", brotli.compress(gzip.compress(deflated(1000)), quality=1)))


def member_of_a_zip(folder):
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.html", "b.html"):
            with archive.open(name, "w") as member:
                for _ in range(100):
                    member.write(MEGABYTE)


def member_of_a_tar(folder):
    head = tarfile.TarInfo("a.html")
    head.size = 1000 << 20
    (folder / "a.tar.gz").write_bytes(deflated(1001, head.tobuf()))


def head_of_a_tar(folder):
    """A head of eight gigabytes, of which there are not many."""
    head = tarfile.TarInfo("x")
    head.size, head.type = 8**11 - 1, tarfile.XHDTYPE
    (folder / "a.tar").write_bytes(head.tobuf() + bytes(4096))


def tape_packed_by_gzip(folder):
    (folder / "a.yaml.gz").write_bytes(deflated(1000, b"interactions:\n- '"))


def tape_with_one_long_text(folder):
    raw = b"interactions:\n- '" + b"x" * (300 << 20)
    (folder / "a.yaml").write_bytes(raw)


def tape_in_json(folder):
    sparse(folder / "a.json", b'{"interactions": ["', 500)


def answer_in_a_cache(folder):
    for name, raw in (("response_headers", b""), ("response_body", deflated(1000))):
        (folder / name).write_bytes(raw)
    (folder / "meta").write_text(repr({"response_url": address(0), "status": 200}))


LOST = {"too_large": 1}
FILES = {
    page_of_200_megabytes: LOST,
    page_packed_by_gzip: LOST,
    page_packed_by_zstd: LOST,
    page_packed_twice: LOST,
    answer_packed_by_brotli: {"too_large": 1, "page": 1},
    answer_packed_by_deflate: {"too_large": 1, "page": 1},
    answer_packed_by_all_of_them: {"too_large": 1, "page": 1},
    member_of_a_zip: {"too_large": 2},
    member_of_a_tar: {"too_large": 2},
    head_of_a_tar: {"undecodable": 1},
    tape_packed_by_gzip: LOST,
    tape_with_one_long_text: {"undecodable": 1},
    tape_in_json: LOST,
    answer_in_a_cache: LOST,
}


@pytest.mark.parametrize("make", FILES, ids=lambda make: make.__name__.replace("_", " "))
def test_memory_is_bounded(tmp_path, make):
    make(tmp_path)
    found, megabytes = measured(tmp_path)
    assert found == FILES[make]
    assert megabytes < MOST_MEGABYTES, megabytes


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_an_archive_on_standard_input_is_not_held(pack):
    crawl = full(gzip=False).raw
    times = (100 << 20) // len(crawl)
    found, megabytes = measured("-", given=pack(crawl) * times)
    assert found == {"page": times * len(BODIES), "passed over": times * len(BODIES)}
    assert megabytes < 32, megabytes
