"""Writes archives as others do: web archives with warcio."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile
import zipfile
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from filmspider.sources import PassedOver, resolve
from filmspider.sources.matching import TITLE_PAGES

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAGES = sorted(FIXTURES.glob("*[0-9]/*/page.html"))
BODIES = [path.read_bytes() for path in PAGES]
DATE = "2014-05-06T07:08:09Z"
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Date", "Mon, 25 Jan 2010 17:30:15 GMT")]


def address(number):
    return f"http://www.imdb.com/title/tt{9000001 + number}/"


def digest_of(body):
    """Return a body's digest as archives write it."""
    return f"sha1:{base64.b32encode(hashlib.sha1(body).digest()).decode()}"  # noqa: S324 - as archives do


class Writer(WARCWriter):
    """warcio leaves its temporary files open."""

    @staticmethod
    def _create_temp_file():
        return io.BytesIO()


class Archive:
    """A WARC in memory; *ends* are the places where its records end."""

    def __init__(self, *, gzip=True):
        self.file = io.BytesIO()
        self.writer = Writer(self.file, gzip=gzip)
        self.ends = []

    def write(self, record):
        self.writer.write_record(record)
        self.ends.append(self.file.tell())
        return self

    def add(self, uri, kind, body, *, http=None, date=DATE, content_type=""):  # noqa: PLR0913 - what a record has
        http = StatusAndHeaders("200 OK", http, protocol="HTTP/1.1") if http is not None else None
        made = self.writer.create_warc_record(
            uri,
            kind,
            payload=io.BytesIO(body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": date},
            warc_content_type=content_type,
        )
        return self.write(made)

    def response(self, uri, body, http=HEADERS, **options):
        return self.add(uri, "response", body, http=http, **options)

    def revisit(self, uri, digest, **changed):
        http = StatusAndHeaders("200 OK", HEADERS, protocol="HTTP/1.1")
        made = self.writer.create_revisit_record(
            uri, digest, uri, "2014-05-06T07:08:09Z", http_headers=http, warc_headers_dict=changed
        )
        return self.write(made)

    @property
    def raw(self):
        return self.file.getvalue()


def full(*, gzip=True, count=None):
    """A crawl: what it is, requests, title pages and others."""
    archive = Archive(gzip=gzip)
    archive.write(archive.writer.create_warcinfo_record("crawl.warc.gz", {"software": "x"}))
    for number, body in enumerate(BODIES[:count]):
        archive.add(address(number), "request", b"GET / HTTP/1.1\r\n\r\n")
        archive.response(address(number), body)
        archive.response("http://www.imdb.com/name/nm9000001/", b"<html>a person</html>")
    return archive


def zipped(files, compression=zipfile.ZIP_STORED):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", compression) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return raw.getvalue()


def tarred(files, mode="w"):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode=mode) as archive:
        for name, body in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return raw.getvalue()


def read(path, match=TITLE_PAGES):
    """What a source yields: pages and rejections, and how many records were passed over."""
    found = [each for source in resolve([str(path)]) for each in source.pages(re.compile(match))]
    passed = sum(each.records for each in found if isinstance(each, PassedOver))
    return [each for each in found if not isinstance(each, PassedOver)], passed
