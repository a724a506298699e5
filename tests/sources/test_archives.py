from __future__ import annotations

import gzip
import os
import random
import stat
import tarfile
import zipfile

import pytest
import zstandard
from sources.archives import BODIES, address, full, read, tarred, zipped

from filmspider.items import Rejection
from filmspider.pages import Page

CRAWL = full(count=3).raw
FILES = {
    "datapackage.json": b"{}",
    "pages/a.html": BODIES[0],
    "pages/b_2018-08-19.html": BODIES[1],
    "../../etc/c.html": BODIES[2],
    "/etc/d.htm": BODIES[3],
    "__MACOSX/._a.html": b"x",
    ".git/e.html": b"x",
    "archive/data.warc.gz": CRAWL,
    "indexes/index.cdx.gz": b"x",
    "pages/pages.jsonl": b"{}",
    "f.txt": b"",
}
MEMBERS = ["pages/a.html", "pages/b_2018-08-19.html", "../../etc/c.html", "/etc/d.htm", "archive/data.warc.gz", "f.txt"]


KINDS = {
    "a.zip": lambda files: zipped(files, zipfile.ZIP_DEFLATED),
    "a.wacz": zipped,
    "a.tar": tarred,
    "a.tar.gz": lambda files: tarred(files, "w:gz"),
    "a.tgz": lambda files: tarred(files, "w:gz"),
    "a.tar.zst": lambda files: zstandard.compress(tarred(files)),
    "zip.dat": zipped,
    "tar.dat": tarred,
    "tar.gz": lambda files: tarred(files, "w:gz"),
}


@pytest.mark.parametrize("name", KINDS)
def test_pages_of_an_archive(tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(KINDS[name](FILES))
    found, passed = read(name)
    assert [each.uri.split("#")[0] for each in found] == [
        f"{name}!/{member}" for member in MEMBERS for _ in range(3 if "warc" in member else 1)
    ]
    assert [each.body for each in found] == [*BODIES[:4], *BODIES[:3], b""]
    assert [each.captured_from for each in found] == [None, "file", None, None, "warc", "warc", "warc", None]
    assert [each.address for each in found[4:7]] == [address(number) for number in range(3)]
    assert passed == 3
    assert os.listdir(tmp_path) == [name], "nothing is extracted"  # noqa: PTH208 - names are wanted


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.zst"])
def test_every_cut_is_a_rejection(tmp_path, name):
    raw = KINDS[name]({f"{number}.html": body for number, body in enumerate(BODIES[:3])})
    for share in range(1, 10):
        path = tmp_path / name
        path.write_bytes(raw[: len(raw) * share // 20])
        found, _ = read(path)
        lost = [each.reason for each in found if isinstance(each, Rejection)]
        assert lost in (["undecodable"], ["undecodable"] * 2), "the page that is cut, and the rest of the archive"
        whole = found[: -len(lost)]
        assert [each.body for each in whole] == BODIES[: len(whole)]


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_damage_in_the_middle_costs_one_page(tmp_path, name):
    raw = KINDS[name]({f"{number}.html": body for number, body in enumerate(BODIES[:4])})
    place = raw.index(b"1.html") - (0 if name == "a.tar" else -400)
    (tmp_path / name).write_bytes(raw[:place] + b"rubbish rubbish" + raw[place + 15 :])
    found, _ = read(tmp_path / name)
    bodies = [BODIES[0], *BODIES[2:4]]
    assert [each.body for each in found if isinstance(each, Page)] == bodies
    assert [each.reason for each in found if isinstance(each, Rejection)] == ["undecodable"]


@pytest.mark.parametrize("name", ["a.zip", "a.wacz", "a.tar", "a.tar.gz", "a.tar.zst", "a.tgz"])
@pytest.mark.parametrize("raw", [b"", b"rubbish" * 1000])
def test_what_is_no_archive(tmp_path, name, raw):
    (tmp_path / name).write_bytes(raw)
    assert [(each.reason, each.uri) for each in read(tmp_path / name)[0]] == [("undecodable", str(tmp_path / name))]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar.zst"])
def test_bomb(tmp_path, name):
    (tmp_path / name).write_bytes(KINDS[name]({"a.html": BODIES[0], "b.html": bytes(60 << 20)}))
    page, *lost = read(tmp_path / name)[0]
    assert page.body == BODIES[0]
    assert {each.reason for each in lost} == {"too_large"}


def test_page_that_is_too_large(tmp_path):
    (tmp_path / "a.tar").write_bytes(tarred({"a.html": bytes(65 << 20), "b.html": BODIES[0]}))
    lost, page = read(tmp_path / "a.tar")[0]
    assert (lost.reason, lost.detail, page.body) == ("too_large", f"{65 << 20} bytes", BODIES[0])


def test_what_is_no_file_in_a_tar(tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in (("a.html", tarfile.SYMTYPE), ("b.html", tarfile.FIFOTYPE), ("c.html", tarfile.LNKTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert read(tmp_path / "a.tar") == ([], 0)


def resized(body, size, kind=tarfile.REGTYPE):
    """A member of a tar whose head says another size."""
    head = tarfile.TarInfo("a.html")
    head.size, head.type = size, kind
    return head.tobuf(tarfile.GNU_FORMAT) + body + bytes(-len(body) % 512)


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz"])
def test_sizes_that_cannot_be(tmp_path, name):
    pack = gzip.compress if name.endswith(".gz") else bytes
    for size in (-1, -1024, 1 << 62, (1 << 80)):
        for kind in (tarfile.REGTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_SPARSE):
            raw = tarred({"0.html": BODIES[0]})[:-10240] + resized(BODIES[1], size, kind) + bytes(1024)
            (tmp_path / name).write_bytes(pack(raw))
            *_, lost = read(tmp_path / name)[0]
            assert isinstance(lost, Rejection)


def test_reading_goes_on_behind_a_size_below_zero(tmp_path):
    pages = [tarred({f"{number}.html": BODIES[number]}) for number in range(2)]
    (tmp_path / "a.tar").write_bytes(pages[0] + resized(BODIES[2], -2048) + pages[1])
    found, _ = read(tmp_path / "a.tar")
    assert [each.body for each in found if isinstance(each, Page)] == BODIES[:2]
    assert {each.reason for each in found if isinstance(each, Rejection)} == {"undecodable"}


def test_file_with_holes_is_no_page(tmp_path):
    """GNU tar stores where the parts of such a file stand: here one of 50 MB at the end of 60 MB, and it is empty."""
    head = bytearray(resized(b"", 0, tarfile.GNUTYPE_SPARSE))
    head[386:398], head[398:410], head[483:495] = b"%011o\0" % (60 << 20), b"%011o\0" % 0, b"%011o\0" % (60 << 20)
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head[:512])
    (tmp_path / "a.tar").write_bytes(bytes(head) * 500 + tarred({"b.html": BODIES[0]}))
    found, _ = read(tmp_path / "a.tar")
    assert len(found) == 501
    assert found[-1].body == BODIES[0]
    assert {each.detail for each in found[:-1]} == {"no page: it has holes, or a size below 0"}


def test_zip_with_a_name_that_is_empty(tmp_path):
    raw = zipped({"x": b"", "a.html": BODIES[0]})
    name = raw.rindex(b"x", 0, raw.rindex(b"a.html") - 40)
    spoilt = bytearray(raw)
    spoilt[name] = 0  # names end there
    (tmp_path / "a.zip").write_bytes(spoilt)
    assert [each.body for each in read(tmp_path / "a.zip")[0]] == [BODIES[0]]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.zst"])
def test_random_damage_raises_nothing(tmp_path, name):
    noise = random.Random(7)  # noqa: S311 - any noise will do
    whole = KINDS[name]({"0.html": BODIES[0][:2000], "1.html": BODIES[1][:2000], "2.warc.gz": CRAWL[:3000]})
    for _ in range(150):
        raw = bytearray(whole)
        for _ in range(noise.randrange(1, 6)):
            start = noise.randrange(len(raw))
            raw[start : start + noise.randrange(20)] = noise.choice([noise.randbytes(9), b"\xff" * 12, b"\0" * 8])
        (tmp_path / name).write_bytes(raw)
        assert len(read(tmp_path / name)[0]) >= 1


def test_encrypted_zip(tmp_path):
    raw = bytearray(zipped({"a.html": BODIES[0]}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + place] |= 1
    (tmp_path / "a.zip").write_bytes(raw)
    [lost] = read(tmp_path / "a.zip")[0]
    assert (lost.reason, lost.uri) == ("undecodable", f"{tmp_path}/a.zip!/a.html")
    assert "encrypted" in lost.detail


def test_archives_in_a_folder(tmp_path):
    for name in ("a.wacz", "a.tar.gz"):
        (tmp_path / name).write_bytes(KINDS[name](FILES))
    (tmp_path / "c.warc.gz").write_bytes(CRAWL)
    assert len(read(tmp_path)[0]) == 2 * 8 + 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.warc"])
def test_file_that_may_not_be_read(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / name).chmod(stat.S_IWUSR)
    assert [each.reason for each in read(tmp_path / name)[0]] == ["error"]
