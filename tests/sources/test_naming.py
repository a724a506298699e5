from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace

import pytest

from filmspider.exceptions import RemoteOffError, SourceNotFoundError, UnsupportedAddressError
from filmspider.items import Rejection
from filmspider.sources import Remote, open_sources

HTML = b"<html><title>x</title></html>"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path, body=HTML):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def uris(*names, remote=False):
    return [found.url if isinstance(found, Remote) else found.uri for found in open_sources(names, remote=remote)]


def test_folder_by_name_and_recursively(here):
    for name in ("b.html", "a/z.htm", "a.txt", "c/d/e.html.gz", "f.zst", "meta.json", "x.cdx.gz", ".git/y.html"):
        put(here / "pages" / name)
    expected = ["a/z.htm", "a.txt", "b.html", "c/d/e.html.gz", "f.zst"]
    assert uris("pages") == [f"pages/{name}" for name in expected]
    assert uris("./pages/") == [f"./pages/{name}" for name in expected]


def test_named_file_is_read_whatever_it_is_called(here):
    put(here / "page.dat")
    assert uris("page.dat") == ["page.dat"]


def test_pattern(here):
    for name in ("p/2.html", "p/1.html", "p/1.json", "q/3.html"):
        put(here / name)
    assert uris("*/?.html") == ["p/1.html", "p/2.html", "q/3.html"]
    assert uris("**/3.html") == ["q/3.html"]


def test_file_with_brackets_in_its_name_is_no_pattern(here):
    put(here / "page[1].html")
    assert uris("page[1].html") == ["page[1].html"]


def test_links_in_a_circle_end(here):
    put(here / "pages" / "a.html")
    (here / "pages" / "up").symlink_to(here / "pages")
    (here / "pages" / "self").symlink_to("self")
    (here / "pages" / "gone.html").symlink_to("nowhere")
    assert uris("pages") == ["pages/a.html"]


def test_pipe_in_a_folder_is_passed_over(here):
    put(here / "pages" / "a.html")
    os.mkfifo(here / "pages" / "pipe.html")
    assert uris("pages") == ["pages/a.html"]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(HTML)))
    page = next(iter(open_sources(["-"])))
    assert (page.uri, page.body) == ("-", HTML)


@pytest.mark.parametrize("name", ["names.list", "names.lst", "names.txt"])
def test_list_file(here, name):
    put(here / "a.html")
    put(here / "pages" / "b.html")
    (here / name).write_text("a.html\n\npages\nhttp://localhost/title/tt0111161/\ntt0111161\n")
    assert uris(name, remote=True) == [
        "a.html",
        "pages/b.html",
        "http://localhost/title/tt0111161/",
        "https://www.imdb.com/title/tt0111161/",
    ]


def test_text_page_is_no_list(here):
    put(here / "a.html")
    (here / "dump.txt").write_text("a.html\nand other words\n")
    (here / "empty.txt").write_text("")
    assert uris("dump.txt", "empty.txt") == ["dump.txt", "empty.txt"]


def test_lists_are_not_followed_into_lists(here):
    (here / "names.list").write_text("names.list\n")
    assert uris("names.list") == ["names.list"]


def test_file_called_like_an_id_wins(here):
    put(here / "tt0111161")
    assert uris("tt0111161") == ["tt0111161"]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("nonesuch", SourceNotFoundError),
        ("*.nonesuch", SourceNotFoundError),
        ("tt0111161", RemoteOffError),
        ("nosuch://localhost/x", UnsupportedAddressError),
        ("local:///etc/passwd", UnsupportedAddressError),
        ("file:///etc/passwd", UnsupportedAddressError),
        ("http://", UnsupportedAddressError),
        ("http://[", UnsupportedAddressError),
        (os.fsdecode(b"http://localhost/\xff"), UnsupportedAddressError),
    ],
)
def test_what_cannot_be_meant(name, error):
    with pytest.raises(error):
        open_sources([name])


def test_list_cannot_name_files_by_address(here):
    (here / "names.list").write_text("file:///etc/passwd\n")
    with pytest.raises(UnsupportedAddressError):
        open_sources(["names.list"])


def test_file_that_goes_away_is_a_rejection(here):
    put(here / "a.html")
    sources = open_sources(["a.html"])
    (here / "a.html").unlink()
    assert list(sources) == [
        Rejection(reason="error", detail="FileNotFoundError: No such file or directory", uri="a.html")
    ]


def test_name_that_is_no_utf8_is_spelt_out(here):
    put(here / "pages" / os.fsdecode(b"caf\xe9.html"))
    assert uris("pages") == ["pages/caf\\xe9.html"]
