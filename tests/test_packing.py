from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from filmspider import packing
from filmspider.packing import Message, PackingError, unpack

HTML = b"<!DOCTYPE html><title>Aladdin (1992)</title>"
HEAD = b"HTTP/1.1 200 OK\r\nDate: Wed, 22 Oct 2014 06:30:00 GMT\r\nContent-Type: text/html; charset=ISO-8859-1\r\n"


@pytest.mark.parametrize(
    "stored",
    [
        HTML,
        gzip.compress(HTML),
        zstandard.compress(HTML),
        gzip.compress(zstandard.compress(HTML)),
        gzip.compress(HTML[:20]) + gzip.compress(HTML[20:]),
    ],
    ids=["plain", "gzip", "zstd", "zstd in gzip", "two gzip members"],
)
def test_compression_is_recognised_by_content(stored):
    assert unpack(stored) == Message(HTML)


def test_recorded_headers_are_taken_off_and_used():
    assert unpack(HEAD + b"\r\n" + HTML) == Message(HTML, 200, "iso-8859-1", "2014-10-22T06:30:00Z")


def test_compressed_body_behind_recorded_headers():
    assert unpack(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(HTML)).body == HTML


def deflated(body):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"br", brotli.compress(HTML)),
        (b"deflate", zlib.compress(HTML)),
        (b"deflate", deflated(HTML)),
        (b"zstd", zstandard.compress(HTML)),
        (b"gzip, br", brotli.compress(gzip.compress(HTML))),
        (b"BR , gzip", gzip.compress(brotli.compress(HTML))),
        (b"br", brotli.compress(gzip.compress(HTML))),
        (b"identity", HTML),
        (b"br", HTML),
        (b"deflate", b"\n" + HTML),
        (b"gzip", HTML),
    ],
    ids=range(11),
)
def test_packings_that_the_header_names(header, body):
    assert unpack(HEAD + b"Content-Encoding: " + header + b"\r\n\r\n" + body).body.lstrip() == HTML


@pytest.mark.parametrize(("header", "compress"), [(b"br", brotli.compress), (b"deflate", zlib.compress)])
def test_packings_that_the_header_names_cut_broken_and_too_large(header, compress, monkeypatch):
    noise = b"".join(zlib.crc32(b"%d" % number).to_bytes(4, "big") for number in range(50_000))
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: " + header + b"\r\n\r\n"
    cut = unpack(head + compress(noise)[:100_000]).body
    assert noise.startswith(cut)
    assert len(cut) > len(noise) // 3
    with pytest.raises(PackingError) as error:
        unpack(head + b"\xff\xffrubbish" * 9)
    assert error.value.reason == "undecodable"
    monkeypatch.setattr(packing, "MAX_BODY", 10_000)
    with pytest.raises(PackingError) as error:
        unpack(head + compress(bytes(5_000_000)))
    assert error.value.reason == "too_large"


def test_packings_without_end_in_the_header():
    with pytest.raises(PackingError, match="compressed more than 3 times"):
        unpack(b"HTTP/1.1 200 OK\r\nContent-Encoding: " + b"br," * 10_000 + b"br\r\n\r\n" + HTML)


@given(st.sampled_from([b"br", b"deflate"]), st.binary())
def test_no_body_raises_anything_else(header, body):
    with suppress(PackingError):
        unpack(b"HTTP/1.1 200 OK\r\nContent-Encoding: " + header + b"\r\n\r\n" + body)


def test_chunks_are_joined():
    chunks = b"9\r\n" + HTML[:9] + b"\r\n%x\r\n" % len(HTML[9:]) + HTML[9:] + b"\r\n0\r\n\r\n"
    assert unpack(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks).body == HTML


def test_chunks_that_were_joined_already_stay():
    assert unpack(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + HTML).body == HTML


@pytest.mark.parametrize("date", [b"yesterday", b"", b"Mon, 01 Jan 2018 00:00:00 +99999999999999999"])
def test_unreadable_date_is_no_date(date):
    assert unpack(b"HTTP/1.1 200 OK\r\nDate: " + date + b"\r\n\r\n" + HTML) == Message(HTML, 200)


def test_date_of_another_time_zone_is_turned_into_utc():
    assert unpack(b"HTTP/1.1 200 OK\r\nDate: Wed, 22 Oct 2014 01:30:00 +0200\r\n\r\n").date == "2014-10-21T23:30:00Z"


def test_unreadable_charset_is_no_charset():
    content_type = b"Content-Type: text/html; charset*=a%00b'en'x"
    assert unpack(b"HTTP/1.1 200 OK\r\n" + content_type + b"\r\n\r\n" + HTML) == Message(HTML, 200)


@given(st.sampled_from([b"Date", b"Content-Type", b"Content-Encoding", b"Transfer-Encoding"]), st.binary())
def test_no_recorded_header_costs_the_page(name, value):
    value = value.replace(b"\n", b" ").replace(b"\r", b" ")
    assert unpack(b"HTTP/1.1 200 OK\r\nServer: x\r\n" + name + b": x" + value + b"\r\n\r\n" + HTML).body == HTML


def test_headers_without_a_body():
    assert unpack(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n") == Message(b"", 202)


def test_what_is_whole_of_a_cut_gzip_file_is_returned():
    noise = b"".join(zlib.crc32(b"%d" % number).to_bytes(4, "big") for number in range(50_000))
    stored = gzip.compress(noise)
    body = unpack(stored[: len(stored) // 2]).body
    assert len(body) > len(noise) // 3
    assert noise.startswith(body)


@pytest.mark.parametrize("stored", [b"\x1f\x8b" + b"rubbish" * 9, b"\x28\xb5\x2f\xfd" + b"rubbish" * 9])
def test_broken_compression_is_undecodable(stored):
    with pytest.raises(PackingError) as error:
        unpack(stored)
    assert error.value.reason == "undecodable"


def test_endless_layers_are_undecodable():
    stored = HTML
    for _ in range(4):
        stored = gzip.compress(stored)
    with pytest.raises(PackingError, match="compressed more than 3 times"):
        unpack(stored)


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress, bytes])
def test_bombs_are_too_large_and_never_unpacked_whole(compress, monkeypatch):
    monkeypatch.setattr(packing, "MAX_BODY", 10_000)
    with pytest.raises(PackingError) as error:
        unpack(compress(bytes(5_000_000)))
    assert error.value.reason == "too_large"
