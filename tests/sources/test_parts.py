"""Sources in parts, as worker processes read them: together they give what the whole gives."""

from __future__ import annotations

import pickle
import random
import zipfile

import pytest
import zstandard
from sources.archives import BODIES, address, digest_of, full

from filmspider.items import Rejection
from filmspider.sources import PassedOver, resolve, zips
from filmspider.sources.matching import TITLE_PAGES
from filmspider.sources.warc import Warc


def outcome(found):
    if isinstance(found, Rejection):
        return found.reason, found.detail, found.uri
    return found.sha256, found.uri, found.captured_at


def read(sources):
    found = [each for source in sources for each in source.pages(TITLE_PAGES)]
    passed = sum(each.records for each in found if isinstance(each, PassedOver))
    return [outcome(each) for each in found if not isinstance(each, PassedOver)], passed


def parts_of(path):
    """Return the parts as they come out at the other end of a pipe."""
    (source,) = resolve([str(path)])
    return pickle.loads(pickle.dumps(list(source.parts())))  # noqa: S301 - our own


def assert_same_in_parts(path, at_least=2):
    parts = parts_of(path)
    assert len(parts) >= at_least
    assert read(parts) == read(resolve([str(path)]))


@pytest.fixture
def small_parts(monkeypatch):
    """Make parts so small that an archive of a few pages has many."""

    def make(size):
        monkeypatch.setattr("filmspider.sources.warc._PART", size)

    return make


@pytest.mark.parametrize("size", [1, 100, 1000, 4096, 12_000])
def test_stretches_of_a_warc(tmp_path, small_parts, size):
    small_parts(size)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(full(count=6).raw)
    assert_same_in_parts(path)


def test_stretches_of_a_zst(tmp_path, small_parts):
    small_parts(3000)
    archive = full(gzip=False, count=6)
    starts = [0, *archive.ends]
    records = [archive.raw[start:end] for start, end in zip(starts, archive.ends, strict=False)]
    path = tmp_path / "a.warc.zst"
    path.write_bytes(b"".join(map(zstandard.compress, records)))
    assert_same_in_parts(path)


@pytest.mark.parametrize("seed", range(40))
def test_stretches_of_a_damaged_warc(tmp_path, small_parts, seed):
    noise = random.Random(seed)  # noqa: S311 - any noise will do
    small_parts(noise.choice([500, 2000, 7000]))
    raw = bytearray(full(count=8).raw)
    for _ in range(noise.randrange(1, 6)):
        place = noise.randrange(len(raw) - 20)
        raw[place : place + 20] = noise.randbytes(20)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(raw[: noise.choice([None, noise.randrange(len(raw) // 2, len(raw))])])
    assert_same_in_parts(path)


def test_revisit_of_what_is_in_an_earlier_part(tmp_path, small_parts):
    archive = full(count=3)
    for _ in range(2):
        archive.revisit(address(1), digest_of(BODIES[1]))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive.raw)
    for size in (100, 1000, archive.ends[-2] - 10):
        small_parts(size)
        found = read(parts_of(path))[0]
        assert found == read(resolve([str(path)]))[0]
        assert [sha for sha, *_ in found].count(found[1][0]) == 3


@pytest.mark.parametrize("raw", [full(gzip=False, count=3).raw, b"", b"rubbish" * 100_000])
def test_what_is_not_compressed_by_record_is_read_whole(tmp_path, small_parts, raw):
    small_parts(1000)
    path = tmp_path / "a.warc"
    path.write_bytes(raw)
    assert len(parts_of(path)) == 1


def test_file_that_is_gone_is_one_part(tmp_path):
    assert list(Warc(tmp_path / "gone.warc", "gone.warc").parts()) == [Warc(tmp_path / "gone.warc", "gone.warc")]


def test_members_of_a_zip(tmp_path, monkeypatch):
    monkeypatch.setattr(zips, "_FEW", 2)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, body in enumerate(BODIES[:7]):
            archive.writestr(f"{number}.html", body)
        archive.writestr("a.warc.gz", full(count=2).raw)
    assert_same_in_parts(path, at_least=4)


def test_damaged_zip_is_said_once(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04rubbish")
    assert_same_in_parts(path, at_least=1)


def test_folder_with_everything(tmp_path, small_parts):
    small_parts(2000)
    (tmp_path / "pages").mkdir()
    for number, body in enumerate(BODIES[:3]):
        (tmp_path / "pages" / f"{number}.html").write_bytes(body)
    (tmp_path / "pages" / "a.warc.gz").write_bytes(full(count=3).raw)
    assert_same_in_parts(tmp_path / "pages", at_least=5)
