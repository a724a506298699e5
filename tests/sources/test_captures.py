from __future__ import annotations

import pytest

from filmspider.sources import open_sources
from filmspider.sources.capture import captured_at

HTML = b"<html><title>x</title></html>"
RECORDED = b"HTTP/1.1 200 OK\r\nDate: Mon, 25 Jan 2010 17:30:15 GMT\r\n\r\n" + HTML

ARCHIVED = HTML + b"<!--\n     FILE ARCHIVED ON 04:05:06 Feb 03, 2012 AND -->"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("C_tt0119698_2018-08-19_59a3ad.html.gz", "2018-08-19"),
        ("20180819123456.html", "2018-08-19T12:34:56Z"),
        ("2018-08-19_20180819123456.html", "2018-08-19T12:34:56Z"),
        ("2018-02-30.html", None),
        ("99999999999999_2018-02-03.html", "2018-02-03"),
        ("123456789012345.html", None),
        ("12018-08-19.html", None),
        ("2018-08-191.html", None),
        ("tt0111161.html", None),
    ],
)
def test_date_in_a_name(name, expected):
    assert captured_at(name) == expected


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        (HTML, "a_2018-08-19.html", ("2018-08-19", "file")),
        (RECORDED, "a_2018-08-19.html", ("2010-01-25T17:30:15Z", "http")),
        (HTML, "a.html", (None, None)),
        (HTML, "www.imdb.com/20110102030405/a_2018-08-19.html", ("2011-01-02T03:04:05Z", "wayback")),
        (ARCHIVED, "www.imdb.com/20110102030405/a_2018-08-19.html", ("2012-02-03T04:05:06Z", "wayback")),
        # What the archive says outranks the header: the Date is then that of the archive's answer.
        (RECORDED, "www.imdb.com/20110102030405/a.html", ("2011-01-02T03:04:05Z", "wayback")),
        (RECORDED + ARCHIVED, "a_2018-08-19.html", ("2012-02-03T04:05:06Z", "wayback")),
    ],
)
def test_recorded_date_comes_first(tmp_path, body, name, expected):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(body)
    page = next(iter(open_sources([str(tmp_path / name)])))
    assert (page.captured_at, page.captured_from) == expected
