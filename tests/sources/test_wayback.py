from __future__ import annotations

import re

import pytest
from sources.archives import BODIES, Archive, read, zipped

from filmspider.sources.wayback import exported, published

STAMP = "20100125173015"
TIME = "2010-01-25T17:30:15Z"
TITLE = "http://www.imdb.com/title/tt9000001/"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (f"websites/www.imdb.com/{STAMP}/title/tt9000001/index.html", TITLE),
        (f"/data/websites/www.imdb.com/{STAMP}/title/tt9000001/combined/index.html", f"{TITLE}combined/"),
        (f"www.imdb.com/{STAMP}/title/tt9000001/index.html?ref_=x", TITLE),
        (f"pages/{STAMP}/www.imdb.com/title/tt9000001/index.html", TITLE),
        (f"pages/{STAMP}/us.imdb.com/title/tt9000001", "http://us.imdb.com/title/tt9000001"),
        (f"web.archive.org/web/{STAMP}/http:/www.imdb.com/title/tt9000001/index.html", TITLE),
        (f"web.archive.org/web/{STAMP}id_/https://www.imdb.com/title/tt9000001/combined.html", f"{TITLE}combined"),
        (f"website/www.imdb.com/title/tt9000001/{STAMP}.snapshot", "http://www.imdb.com/title/tt9000001"),
        (f"pages.zip!/{STAMP}/www.imdb.com/title/tt9000001/index.html.gz", TITLE),
    ],
)
def test_paths_of_copies(path, address):
    assert exported(path) == (address, TIME, "wayback")


def test_paths_in_the_docs(fixtures):
    docs = (fixtures.parent / "docs" / "sources.md").read_text(encoding="utf-8")
    paths = re.findall(r"^\| `([^` ]*20100125173015[^` ]*)` \|", docs, re.MULTILINE)
    assert len(paths) == 4
    for path in paths:
        address, *when = exported(path)
        assert address.rstrip("/") == "http://www.imdb.com/title/tt0330508"
        assert when == [TIME, "wayback"]


@pytest.mark.parametrize(
    "path",
    [
        "websites/www.imdb.com/title/tt9000001/index.html",
        f"pages/{STAMP}/title/tt9000001.html",
        f"www.example.org/{STAMP}/title/tt9000001/index.html",
        f"www.imdb.com.example.org/{STAMP}/index.html",
        "www.imdb.com/20101325173015/title/tt9000001/index.html",
        f"www.imdb.com/{STAMP}1/title/tt9000001/index.html",
        f"www.imdb.com/title/tt9000001/{STAMP}.html",
    ],
)
def test_paths_that_do_not_say_enough(path):
    assert exported(path) is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"https://web.archive.org/web/{STAMP}/{TITLE}", (TITLE, TIME, "wayback")),
        (f"http://web.archive.org:80/web/{STAMP}id_/{TITLE}", (TITLE, TIME, "wayback")),
        (f"https://web.archive.org/web/2010/{TITLE}", (TITLE, None, None)),
        (TITLE, (TITLE, None, None)),
        ("", ("", None, None)),
    ],
)
def test_addresses(address, expected):
    assert published(address) == expected


def test_copies_in_a_folder_and_in_an_archive(tmp_path):
    names = [
        f"a/www.imdb.com/{STAMP}/title/tt9000001/index.html",
        f"b/{STAMP}/www.imdb.com/title/tt9000002",
        f"c/www.imdb.com/title/tt9000003/{STAMP}.snapshot",
        "d/www.imdb.com/title/tt9000004",
    ]
    for name, body in zip(names, BODIES, strict=False):
        path = tmp_path / "copies" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(body)
    (tmp_path / "copies.zip").write_bytes(zipped(dict(zip(names, BODIES, strict=False))))
    for source in ("copies", "copies.zip"):
        pages, _ = read(tmp_path / source)
        assert [page.body for page in pages] == BODIES[:3]
        assert [page.address.rstrip("/")[-9:] for page in pages] == ["tt9000001", "tt9000002", "tt9000003"]
        assert {(page.captured_at, page.captured_from) for page in pages} == {(TIME, "wayback")}


def test_records_of_what_the_wayback_machine_answered(tmp_path):
    archive = Archive().response(f"https://web.archive.org/web/{STAMP}id_/{TITLE}", BODIES[0])
    archive.response("https://web.archive.org/web/2010/http://www.example.org/", b"x")
    (tmp_path / "a.warc.gz").write_bytes(archive.raw)
    [page], passed = read(tmp_path / "a.warc.gz")
    assert (page.address, page.captured_at, page.captured_from, passed) == (TITLE, TIME, "wayback", 1)
