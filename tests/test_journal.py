from __future__ import annotations

from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.journal import Entry, Journal


def entry(number, text="x"):
    return Entry(
        "title", f"tt{number:07}", ("2018-01-02", "0" * 64), f"{number}.html", msgspec.Raw(f'"{text}"'.encode())
    )


@contextmanager
def opened(path, fingerprint="f"):
    journal = Journal(path, fingerprint)
    replayed = list(journal.replay())
    yield journal, replayed
    journal.close()


def replayed(path, fingerprint="f"):
    with opened(path, fingerprint) as (_, entries):
        return entries


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal"


def written(path, count):
    with opened(path) as (journal, _):
        return [journal.append(entry(number)) for number in range(count)]


def test_what_was_appended_is_replayed(path):
    places = written(path, 3)
    with opened(path) as (journal, entries):
        assert entries == [(place, entry(number)) for number, place in enumerate(places)]
        assert journal.read(places[1]) == entry(1)
        journal.append(entry(3))
    assert len(replayed(path)) == 4


def test_other_fingerprint_begins_afresh(path):
    written(path, 3)
    assert replayed(path, "g") == []
    assert replayed(path, "f") == []


@given(cut=st.integers(min_value=0), junk=st.binary(max_size=40))
def test_sound_part_of_a_torn_journal_is_kept(tmp_path_factory, cut, junk):
    path = tmp_path_factory.mktemp("journal") / "j"
    places = written(path, 3)
    body = path.read_bytes()
    cut %= len(body) + 1
    path.write_bytes(body[:cut] + junk)
    ends = [*places[1:], len(body)]
    whole = [entry(number) for number, end in enumerate(ends) if end <= cut]
    with opened(path) as (journal, entries):
        assert [each for _, each in entries] == whole
        journal.append(entry(9))
    assert replayed(path)[-1][1] == entry(9)


def test_damage_in_the_middle_cuts_off_what_follows(path):
    places = written(path, 3)
    body = bytearray(path.read_bytes())
    body[places[1] + 30] ^= 1
    path.write_bytes(body)
    assert [each for _, each in replayed(path)] == [entry(0)]
    assert path.stat().st_size == places[1]


def test_removed_when_no_longer_needed(path):
    with opened(path) as (journal, _):
        journal.close(remove=True)
    assert not path.exists()
