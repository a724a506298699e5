from __future__ import annotations

import fcntl
import random
import threading

import pytest
from warcio.archiveiterator import ArchiveIterator

from filmspider import archiving
from filmspider.archiving import Archive, sound_length
from filmspider.exceptions import MissingExtraError, OutputError
from filmspider.exchanges import Exchange


def exchange(number=1, answer=b"<html>page</html>"):
    return Exchange(
        url=f"http://a.example/{number}",
        asked=f"GET /{number} HTTP/1.1",
        asked_headers=[("Host", "a.example")],
        protocol="HTTP/1.1",
        status="200 OK",
        headers=[("Content-Type", "text/html")],
        answer=answer,
        address="93.184.215.14",
        facts={"fetchTimeMs": 12},
    )


def kinds(path):
    with path.open("rb") as stream:
        return [record.rec_type for record in ArchiveIterator(stream)]


def test_file_has_its_name_once_it_is_whole(tmp_path):
    archive = Archive(tmp_path / "new", "crawl", {"software": "x"})
    assert list((tmp_path / "new").iterdir()) == [], "nothing is begun before there is something to keep"
    archive.add(exchange())
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["crawl-00000.warc.gz.open"]
    archive.close()
    (path,) = (tmp_path / "new").iterdir()
    assert path.name == "crawl-00000.warc.gz"
    assert kinds(path) == ["warcinfo", "response", "request", "metadata"]


@pytest.mark.parametrize("seed", range(12))
def test_what_a_killed_run_left_is_cut_to_whole_records(tmp_path, seed):
    archive = Archive(tmp_path, "killed", {})
    for number in range(5):
        archive.add(exchange(number, random.Random(number).randbytes(3_000)))  # noqa: S311 - any bytes will do
    (left,) = tmp_path.iterdir()
    archive._file.close()  # noqa: SLF001 - as a kill does
    raw = left.read_bytes()
    left.write_bytes(raw[: random.Random(seed).randrange(len(raw))])  # noqa: S311 - any place will do
    Archive(tmp_path, "next", {}).close()
    (path,) = tmp_path.iterdir()
    assert path.name == "killed-00000.warc.gz"
    found = kinds(path)
    assert found == (["warcinfo"] + ["response", "request", "metadata"] * 5)[: len(found)]
    with path.open("rb") as stream:
        assert sound_length(stream) == path.stat().st_size


def test_file_that_another_run_writes_is_left_to_it(tmp_path):
    writing = Archive(tmp_path, "writing", {})
    writing.add(exchange())
    Archive(tmp_path, "other", {}).close()
    writing.add(exchange(2))
    writing.close()
    assert len(kinds(tmp_path / "writing-00000.warc.gz")) == 7


def test_folder_that_another_run_took_away_is_made_again(tmp_path):
    waiting = Archive(tmp_path / "shared", "waiting", {})
    Archive(tmp_path / "shared", "other", {}).close()
    waiting.add(exchange())
    waiting.close()
    assert len(kinds(tmp_path / "shared" / "waiting-00000.warc.gz")) == 4


def test_file_that_is_being_begun_is_not_taken_over(tmp_path):
    begun = tmp_path / "begun-00000.warc.gz.open"
    with archiving._alone(tmp_path):  # noqa: SLF001 - the moment between two steps
        begun.write_bytes(b"")
        taking = threading.Thread(target=Archive, args=(tmp_path, "other", {}))
        taking.start()
        taking.join(0.2)
        assert taking.is_alive()
        assert begun.exists()
        begun.unlink()
    taking.join(5)
    assert not taking.is_alive()


def test_rotation(tmp_path):
    archive = Archive(tmp_path, "crawl", {}, size=2_000)
    for number in range(4):
        archive.add(exchange(number, random.Random(number).randbytes(1_500)))  # noqa: S311 - any bytes will do
    archive.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"crawl-{n:05}.warc.gz" for n in range(4)]


def test_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        Archive(tmp_path / "file", "crawl", {})


def test_without_warcio(tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"filmspider\[warc\]"):
        Archive(tmp_path, "crawl", {})


def test_folder_that_nothing_was_written_to_goes(tmp_path):
    Archive(tmp_path / "empty", "crawl", {}).close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", [b"", b"\x1f\x8b\x08"])
def test_file_without_a_whole_record_goes(tmp_path, left):
    (tmp_path / "killed-00000.warc.gz.open").write_bytes(left)
    Archive(tmp_path, "next", {})
    assert list(tmp_path.iterdir()) == []


def test_lock_is_given_back(tmp_path):
    archive = Archive(tmp_path, "crawl", {})
    archive.add(exchange())
    archive.close()
    with next(tmp_path.iterdir()).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
