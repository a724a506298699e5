from __future__ import annotations

import pickle
import re
from importlib.util import find_spec

import fsspec
import pytest
import zstandard
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.spec import AbstractBufferedFile, AbstractFileSystem
from sources.archives import BODIES, full, read, tarred, zipped

from filmspider.exceptions import MissingExtraError, SourceNotFoundError, UnsupportedAddressError
from filmspider.items import Rejection
from filmspider.pages import Page
from filmspider.sources import PassedOver, resolve
from filmspider.sources.base import Divisible
from filmspider.sources.matching import TITLE_PAGES
from filmspider.sources.stores import StoredFolder

CRAWL = full(count=3).raw
NAMES = {
    "a.html": BODIES[0],
    "deep/b.html": BODIES[1],
    "deep/c.warc.gz": CRAWL,
    "meta.json": b"{}",
    ".git/d.html": b"x",
}
FILES = NAMES | {
    "e.zip": zipped(NAMES),
    "f.tar.zst": zstandard.compress(tarred(NAMES)),
    "g/tape.json": b'{"interactions": []}',
    "h/meta": b"{'response_url': 'http://www.imdb.com/title/tt9000001/', 'status': 200}",
    "h/response_headers": b"Content-Type: text/html",
    "h/response_body": BODIES[3],
    "i": b"no page by its name",
}


@pytest.fixture(autouse=True)
def clean():
    yield
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]


class Ranged(AbstractFileSystem):
    """A store that serves ranges of bytes, as object stores do, and counts them."""

    protocol = "ranged"
    cachable = False
    files: dict[str, bytes] = {}
    served = 0
    fails_at: int | None = None

    def ls(self, path, detail=True, **_):
        path = path.strip("/")
        names = [name for name in self.files if path in {name, name.rpartition("/")[0]}]
        entries = [{"name": name, "size": len(self.files[name]), "type": "file"} for name in names]
        if not entries:
            raise FileNotFoundError(path)
        return entries if detail else names

    def _open(self, path, mode="rb", **_):
        return RangedFile(self, path, mode, block_size=64 * 1024)


class RangedFile(AbstractBufferedFile):
    def _fetch_range(self, start, end):
        if Ranged.fails_at is not None and end > Ranged.fails_at:
            raise LookupError("the store\nis gone")
        Ranged.served += end - start
        return Ranged.files[self.path][start:end]


@pytest.fixture
def ranged(monkeypatch):
    fsspec.register_implementation("ranged", Ranged, clobber=True)
    monkeypatch.setattr(Ranged, "files", {})
    monkeypatch.setattr(Ranged, "served", 0)
    monkeypatch.setattr(Ranged, "fails_at", None)
    return Ranged


@pytest.fixture
def filled(tmp_path):
    """The same files in a folder and in memory."""
    store = fsspec.filesystem("memory")
    for name, body in FILES.items():
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_bytes(body)
        store.pipe(f"/bucket/data/{name}", body)
    return tmp_path / "data"


def told(found, folder):
    return [(each.uri.replace(str(folder), ""), getattr(each, "body", None), each.captured_at) for each in found[0]]


def found_at(address):
    found = [each for source in resolve([address]) for each in source.pages(TITLE_PAGES)]
    passed = sum(each.records for each in found if isinstance(each, PassedOver))
    return [each for each in found if not isinstance(each, PassedOver)], passed


def test_folder_gives_what_a_folder_on_disk_gives(filled):
    local, stored = read(filled), found_at("memory://bucket/data")
    assert told(local, filled) == told(stored, "memory://bucket/data")
    assert local[1] == stored[1] == 9
    assert len(stored[0]) == 2 + 3 + 2 * 5 + 1


def test_parts_can_be_read_elsewhere(filled):
    address = "memory://bucket/data"
    for source in (resolve([str(filled)])[0], StoredFolder(fsspec.filesystem("memory"), "/bucket/data", address)):
        parts = [pickle.loads(pickle.dumps(part)) for part in source.parts()]  # noqa: S301 - our own
        found = [each for part in parts for each in part.pages(TITLE_PAGES)]
        assert found == list(source.pages(TITLE_PAGES))
        assert len(parts) > len(NAMES)


def test_memory_is_read_in_this_process(filled):
    assert filled
    assert not any(isinstance(source, Divisible) for source in resolve(["memory://bucket/data", "memory://bucket/*/?"]))


@pytest.mark.parametrize("name", ["a.html", "deep/c.warc.gz", "e.zip", "f.tar.zst", "h"])
def test_one_of_them(filled, name):
    address = f"memory://bucket/data/{name}"
    assert told(read(filled / name), filled) == told(found_at(address), "memory://bucket/data")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("memory://bucket/data/*.html", ["a.html"]),
        ("memory://bucket/data/**/*.html", [".git/d.html", "a.html", "deep/b.html"]),
        ("memory://bucket/*/d??p", ["deep/b.html", *["deep/c.warc.gz"] * 3]),
        ("memory://bucket/data/?", ["h", "i"]),
    ],
)
def test_pattern(filled, pattern, expected):
    assert filled
    names = [each.uri.removeprefix("memory://bucket/data/").partition("#")[0] for each in found_at(pattern)[0]]
    assert names == expected


def test_a_list_cannot_name_one(filled, tmp_path):
    assert filled
    (tmp_path / "names.list").write_text("memory://bucket/data/a.html\n")
    with pytest.raises(UnsupportedAddressError, match="a list may name"):
        resolve([str(tmp_path / "names.list")])


def test_read_as_it_is_needed(ranged):
    ranged.files = {"bucket/a.warc.gz": CRAWL + full().raw * 40}
    whole = len(ranged.files["bucket/a.warc.gz"])
    pages = iter(resolve(["ranged://bucket/a.warc.gz"])[0].pages(TITLE_PAGES))
    assert next(pages).body == BODIES[0]
    assert 0 < ranged.served < 400_000 < whole / 4
    rest = sum(isinstance(page, Page) for page in pages)
    assert rest == 2 + 40 * len(BODIES)
    assert ranged.served < 1.5 * whole


def test_a_zip_is_not_read_whole_for_one_page(ranged):
    noise = {f"{number}.bin": bytes(200_000) for number in range(20)}
    ranged.files = {"bucket/a.zip": zipped(noise | {"a.html": BODIES[0]})}
    assert [page.body for page in found_at("ranged://bucket/a.zip")[0]] == [BODIES[0]]
    assert ranged.served < 1_000_000


def test_store_that_goes_away_is_a_rejection(ranged):
    ranged.files = {"bucket/a.warc.gz": full().raw * 40, "bucket/b.html": BODIES[0], "bucket/c.tar": tarred(NAMES)}
    sources = resolve([f"ranged://{name}" for name in ranged.files])
    ranged.fails_at = 200_000
    found = [each for each in sources[0].pages(TITLE_PAGES) if isinstance(each, Rejection)]
    assert "LookupError: the store is gone" in found[-1].detail
    ranged.fails_at = 0
    lost = [each for source in sources[1:] for each in source.pages(TITLE_PAGES)]
    assert [each.reason for each in lost] == ["error", "error"]
    assert all("the store is gone" in each.detail for each in lost)


@pytest.mark.parametrize(
    ("address", "error", "words"),
    [
        ("memory://bucket/nothing", SourceNotFoundError, "no such file or folder"),
        ("memory://bucket/*.nothing", SourceNotFoundError, "no such file or folder"),
        ("ftp://127.0.0.1:1/x", SourceNotFoundError, "refused"),
        ("nosuch://x", UnsupportedAddressError, "no store is known"),
        ("dropbox://x", MissingExtraError, "install"),
    ],
)
def test_what_cannot_be_meant(address, error, words):
    with pytest.raises(error, match=re.compile(words, re.IGNORECASE)):
        resolve([address])


def test_without_fsspec(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "fsspec" else find_spec(name))
    with pytest.raises(MissingExtraError, match=r"filmspider\[stores\]"):
        resolve(["s3://bucket/a.html"])


def test_file_that_goes_away_is_a_rejection():
    store = fsspec.filesystem("memory")
    store.pipe("/bucket/a.html", BODIES[0])
    [source] = resolve(["memory://bucket/a.html"])
    store.rm("/bucket/a.html")
    [lost] = source.pages(TITLE_PAGES)
    assert (lost.reason, lost.uri) == ("error", "memory://bucket/a.html")
    assert "FileNotFoundError" in lost.detail
