from __future__ import annotations

from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.journal import Begin, Done, End, Journal, Same
from filmspider.outcomes import Capture, Outcome


def entry(number):
    capture = Capture(f"{number}.html", "0" * 64, "2018-01-02", "file")
    return Done(Outcome(capture, f"tt{number:07}", None, msgspec.Raw(b'{"title":"x"}')))


@contextmanager
def opened(path):
    journal = Journal(path)
    replayed = list(journal.replay())
    yield journal, replayed
    journal.close()


def replayed(path):
    with opened(path) as (_, entries):
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
        assert journal.outcome(places[1]) == entry(1).outcome
        journal.append(entry(3))
    assert len(replayed(path)) == 4


def test_every_kind_of_entry(path):
    entries = [Begin(1, "i", "0.1"), entry(1), Same(Capture("2.html"), 27), End()]
    with opened(path) as (journal, _):
        for each in entries:
            journal.append(each)
    assert [each for _, each in replayed(path)] == entries


def test_replayed_from_a_place(path):
    places = written(path, 3)
    journal = Journal(path)
    assert journal.reaches(places[1])
    assert [place for place, _ in journal.replay(places[1])] == places[1:]
    journal.close()


def test_what_is_no_outcome_is_not_given_as_one(path):
    with opened(path) as (journal, _):
        place = journal.append(End())
        for each in (place, place + 1, 10_000):
            with pytest.raises(OSError, match="damaged"):
                journal.outcome(each)


@pytest.mark.parametrize("body", [b"", b"{}\n" * 50, b"00000000 00000001 f\n"])
def test_what_is_no_journal_is_begun_afresh(path, body):
    path.write_bytes(body)
    with opened(path) as (journal, entries):
        assert entries == []
        journal.append(entry(1))
    assert [each for _, each in replayed(path)] == [entry(1)]


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
