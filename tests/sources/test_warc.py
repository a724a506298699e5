from __future__ import annotations

import gzip
import random
import time
import zlib

import pytest
import zstandard
from sources.archives import BODIES, DATE, Archive, address, digest_of, full, read

from filmspider.exceptions import MissingExtraError, UnknownArgumentError
from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.sources import resolve
from filmspider.sources.matching import TITLE_PAGES, pattern_of

WHERE = {"uri", "captured_at", "captured_from"}


def put(path, raw):
    path.write_bytes(raw)
    return path


def record(page):
    return parse_page(page).model_dump(mode="json", exclude={"source": WHERE, "uri": True})


def zeros():
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)


MEGABYTE = zeros()
"""A megabyte of zeros within a packed stream."""
PLAIN = [record(Page.unpack(body, address=address(number))) for number, body in enumerate(BODIES)]


def framed(archive):
    starts = [0, *archive.ends]
    parts = [archive.raw[start:end] for start, end in zip(starts, archive.ends, strict=False)]
    return b"".join(map(zstandard.compress, parts))


@pytest.mark.parametrize(
    ("name", "packed", "stored"),
    [
        ("a.warc.gz", True, lambda archive: archive.raw),
        ("a.warc", False, lambda archive: archive.raw),
        ("a.warc.zst", False, framed),
        ("whole.warc.gz", False, lambda archive: gzip.compress(archive.raw)),
        ("whole.warc.zst", False, lambda archive: zstandard.compress(archive.raw)),
        ("misnamed.dat", True, lambda archive: archive.raw),
        ("misnamed.gz", True, lambda archive: archive.raw),
        ("misnamed.html", False, lambda archive: archive.raw),
    ],
)
def test_same_records_as_from_files(tmp_path, name, packed, stored):
    raw = stored(full(gzip=packed))
    pages, passed = read(put(tmp_path / name, raw))
    assert [record(page) for page in pages] == PLAIN
    assert passed == len(BODIES)
    assert {(page.captured_at, page.captured_from, page.status, page.charset) for page in pages} == {
        (DATE, "warc", 200, "utf-8")
    }
    assert [page.address for page in pages] == [address(number) for number in range(len(BODIES))]


def test_uri_says_where_the_record_begins(tmp_path):
    archive = full(count=2)
    path = put(tmp_path / "a.warc.gz", archive.raw)
    pages, _ = read(path)
    starts = [int(page.uri.removeprefix(f"{path}#")) for page in pages]
    assert starts == [archive.ends[1], archive.ends[4]]
    assert BODIES[1] in gzip.decompress(archive.raw[starts[1] : archive.ends[5]])


@pytest.mark.parametrize(
    ("uri", "wanted"),
    [
        ("http://www.imdb.com/title/tt0111161/", True),
        ("https://imdb.com/title/tt0111161", True),
        ("http://www.imdb.com:80/title/tt0111161/combined", True),
        ("HTTP://WWW.IMDB.COM/title/tt0111161/?ref_=nv_sr_1", True),
        ("https://m.imdb.com/title/tt10872600/reference/", True),
        ("http://us.imdb.com/title/tt0111161/#comment", True),
        ("http://german.imdb.com/title/tt0111161/maindetails", True),
        ("http://www.imdb.de/title/tt0111161/", True),
        ("https://www.imdb.com/es-es/title/tt0111161/", True),
        ("www.imdb.com/title/tt0111161/", True),
        ("http://www.imdb.com/title/tt0111161/fullcredits", False),
        ("http://www.imdb.com/title/", False),
        ("http://www.imdb.com/name/nm0000209/", False),
        ("http://notimdb.com/title/tt0111161/", False),
        ("http://imdb.com.example.org/title/tt0111161/", False),
        ("http://example.org/?u=http://www.imdb.com/title/tt0111161/", False),
        ("", False),
    ],
)
def test_title_pages(uri, wanted):
    assert bool(TITLE_PAGES.search(uri)) is wanted


def test_match_asks_for_others(tmp_path):
    pages, passed = read(put(tmp_path / "a.warc.gz", full(count=3).raw), match="/name/nm")
    assert [page.body for page in pages] == [b"<html>a person</html>"] * 3
    assert passed == 3


def test_no_regular_expression():
    with pytest.raises(UnknownArgumentError, match="no regular expression"):
        pattern_of("(")


def test_address_in_brackets(tmp_path):
    archive = Archive(gzip=False).response(f"<{address(0)}>", BODIES[0])
    assert [page.address for page in read(put(tmp_path / "a.warc", archive.raw))[0]] == [address(0)]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-08-19T12:34:56Z", ("2018-08-19T12:34:56Z", "warc")),
        ("2018-08-19T12:34:56.789Z", ("2018-08-19T12:34:56Z", "warc")),
        ("2018-08-19", ("2018-08-19", "warc")),
        ("yesterday", ("2010-01-25T17:30:15Z", "http")),
    ],
)
def test_time_of_capture(tmp_path, date, expected):
    archive = Archive().response(address(0), BODIES[0], date=date)
    [page], _ = read(put(tmp_path / "a.warc.gz", archive.raw))
    assert (page.captured_at, page.captured_from) == expected


def test_resource_and_packed_response(tmp_path):
    archive = Archive()
    archive.add(address(0), "resource", BODIES[0], content_type="text/html; charset=iso-8859-1")
    packed = [("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    body = gzip.compress(BODIES[1])
    archive.response(address(1), b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body), http=packed)
    resource, response = read(put(tmp_path / "a.warc.gz", archive.raw))[0]
    assert (resource.body, resource.charset, resource.status) == (BODIES[0], "iso-8859-1", None)
    assert (response.body, response.charset, response.status) == (BODIES[1], None, 200)


def test_revisit_is_the_page_it_means(tmp_path):
    archive = full(count=3)
    later = {"WARC-Date": "2016-01-02T03:04:05Z"}
    archive.response(address(7), BODIES[7])
    archive.revisit(address(7), digest_of(BODIES[7]), **later)
    archive.response(address(8), BODIES[8])
    pages, _ = read(put(tmp_path / "a.warc.gz", archive.raw))
    original, again, behind = pages[-3:]
    assert (again.body, again.address, again.status) == (original.body, original.address, 200)
    assert (original.captured_at, again.captured_at) == (DATE, later["WARC-Date"])
    assert again.uri.endswith(f"#{archive.ends[-3]}")
    assert behind.body == BODIES[8]


def test_revisit_of_what_is_elsewhere(tmp_path):
    archive = Archive().revisit(address(0), "sha1:JIFYNYPTTIKYGD3MJ6BQKLLGAHLMFWKM")
    path = put(tmp_path / "a.warc.gz", archive.raw)
    detail = f"revisit of a page that this file does not hold before it: {address(0)}"
    assert read(path)[0] == [Rejection(reason="empty", detail=detail, uri=f"{path}#0")]


def test_wet(tmp_path, fixtures):
    dumps = sorted((fixtures / "text").glob("*/page.txt"))
    archive = Archive()
    for number, dump in enumerate(dumps):
        archive.add(address(number), "conversion", dump.read_bytes(), content_type="text/plain")
    pages, _ = read(put(tmp_path / "a.warc.wet.gz", archive.raw))
    plain = [Page.unpack(dump.read_bytes(), address=address(number)) for number, dump in enumerate(dumps)]
    assert [record(page) for page in pages] == list(map(record, plain))
    assert all(isinstance(parse_page(page), Title) for page in pages)
    assert [page.address for page in pages] == [address(number) for number in range(len(dumps))]


@pytest.mark.parametrize("packed", [True, False])
def test_every_cut_is_noticed(tmp_path, packed):
    archive = full(gzip=packed, count=2)
    whole = read(put(tmp_path / "a.warc", archive.raw))[0]
    start, end = archive.ends[4:6]  # of the second page
    for place in range(start, end + 1, 3 if packed else 31):
        found, _ = read(put(tmp_path / "a.warc", archive.raw[:place]))
        assert found[0] == whole[0]
        lost = [each for each in found if isinstance(each, Rejection)]
        if start + 4 < place < end - 16:  # the last bytes close the record and hold nothing of the page
            assert (len(lost), len(found)) == (1, 2), place


def damaged(raw, places, seed=1):
    """Return *raw* with some twenty bytes of each place written over."""
    spoilt = bytearray(raw)
    noise = random.Random(seed)  # noqa: S311 - any noise will do
    for place in places:
        spoilt[place : place + 20] = noise.randbytes(20)
    return bytes(spoilt)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("within", [0, 3, 40, 2000])
def test_reading_goes_on_behind_damage(tmp_path, packed, within):
    archive = full(gzip=packed, count=9)
    spoilt = [archive.ends[4] + within, archive.ends[10] + within]  # title pages 1 and 3
    found, _ = read(put(tmp_path / "a.warc", damaged(archive.raw, spoilt)))
    bodies = [each.body for each in found if isinstance(each, Page)]
    others = [BODIES[number] for number in (0, 2, 4, 5, 6, 7, 8)]
    assert [body for body in bodies if body in others] == others
    if packed:  # a plain record's text has no checksum
        assert [each.reason for each in found if isinstance(each, Rejection)] == ["undecodable"] * 2


def test_rubbish_between_records(tmp_path):
    archive = full(count=4)
    middle = archive.ends[6]
    path = put(tmp_path / "a.warc.gz", archive.raw[:middle] + b"\x00rubbish\xff" * 300_000 + archive.raw[middle:])
    found, passed = read(path)
    assert [each.body for each in found if isinstance(each, Page)] == BODIES[:4]
    assert passed == 4
    [lost] = [each for each in found if isinstance(each, Rejection)]
    assert lost.reason == "undecodable"
    assert f"goes on at {middle + 300_000 * 9}" in lost.detail


@pytest.mark.parametrize("wrong", [b"99999999", b"100", b"9999999999999999999999", b"-5", b"x"])
@pytest.mark.parametrize("packed", [True, False])
def test_wrong_length(tmp_path, packed, wrong):
    archive = full(gzip=False, count=5)
    start = archive.ends[6]
    head, _, tail = archive.raw[start : archive.ends[7]].partition(b"\r\nContent-Length: ")
    spoilt = head + b"\r\nContent-Length: " + wrong + tail[tail.index(b"\r\n") :]
    starts = [0, *archive.ends]
    records = [archive.raw[begin:end] for begin, end in zip(starts, archive.ends, strict=False)]
    records[7] = spoilt
    raw = b"".join(map(gzip.compress, records) if packed else records)
    found, _ = read(put(tmp_path / "a.warc", raw))
    bodies = [each.body for each in found if isinstance(each, Page)]
    assert bodies[:2] == BODIES[:2]
    assert bodies[-2:] == BODIES[3:5]
    assert any(isinstance(each, Rejection) for each in found) or len(bodies) == 5


@pytest.mark.parametrize(
    "raw", [b"", b"rubbish" * 100, gzip.compress(b"rubbish", mtime=0), b"WARC/1.0\r\n", b"\x1f\x8b\x08"]
)
def test_what_is_no_warc(tmp_path, raw):
    path = put(tmp_path / "a.warc.gz", raw)
    [lost], _ = read(path)
    assert (lost.reason in {"empty", "undecodable"}, lost.uri) == (True, f"{path}#0")


def bomb(uri, length):
    """200 MB of zeros in a single record."""
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {uri}\r\nContent-Length: {length}\r\n\r\n"
    packer = zlib.compressobj(1, wbits=zlib.MAX_WBITS | 16)
    return packer.compress(head.encode()) + packer.flush(zlib.Z_FULL_FLUSH) + MEGABYTE * 200 + packer.flush()


@pytest.mark.parametrize("uri", [address(0), "http://www.example.org/"])
@pytest.mark.parametrize("length", [200 << 20, 50 << 20, 1 << 40, 1 << 62])
def test_bomb(tmp_path, uri, length):
    raw = bomb(uri, length)
    path = put(tmp_path / "a.warc.gz", raw * 2 + full(count=2).raw)
    started = time.monotonic()
    found, passed = read(path)
    assert time.monotonic() - started < 2
    assert [each.body for each in found if isinstance(each, Page)] == BODIES[:2]
    lost = [each.reason for each in found if isinstance(each, Rejection)]
    assert (lost, passed) == ((["too_large"] * 2, 2) if "imdb" in uri else ([], 4))


def test_endless_damage_ends(tmp_path):
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99999999\r\n\r\n"
    found, _ = read(put(tmp_path / "a.warc", head * 30_000))
    assert "given up" in found[-1].detail


def test_random_damage_raises_nothing(tmp_path):
    noise = random.Random(7)  # noqa: S311 - any noise will do
    for packed in (True, False):
        raw = full(gzip=packed, count=4).raw
        for seed in range(60):
            places = [noise.randrange(len(raw) - 20) for _ in range(noise.randrange(1, 6))]
            found, _ = read(put(tmp_path / "a.warc", damaged(raw, places, seed)))
            assert len(found) >= 1
            for page in found:
                assert isinstance(page, Rejection) or parse_page(page)


def test_without_fastwarc(tmp_path, monkeypatch):
    path = put(tmp_path / "a.warc.gz", full(count=1).raw)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"filmspider\[warc\]"):
        resolve([str(path)])
    [lost], _ = read(tmp_path)
    assert (lost.reason, lost.uri) == ("error", str(path))
