from __future__ import annotations

import msgspec
import pytest

from filmspider.drift import Finding
from filmspider.run_history import COMPARED, KEPT, Run, last_sound, read_lines, read_runs, remember
from filmspider.significance import Share
from filmspider.tally import PageTally, Tally

FELL = Finding("field_fell", "tn15", "year", Share(9, 9), Share(0, 9), 0.0)


def run(name, *, compared=True, drift=(), pages=9):
    read = Tally({"tn15": {"movie": PageTally(pages)}} if pages else {})
    return Run(
        verdict="well",
        started_at=name,
        seconds=1.0,
        pages=pages,
        records=pages,
        rejected={},
        coverage={},
        layouts={},
        versions={},
        read=read,
        drift=list(drift),
        compared_with=["earlier"] if compared else [],
    )


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([], []),
        ([run("a", compared=False)], ["a"]),
        ([run("a", compared=False), run("b"), run("c")], ["c", "b", "a"]),
        ([run("a"), run("b", compared=False), run("c")], ["c", "b"]),
        ([run("a", compared=False), run("b", drift=[FELL]), run("c")], ["c", "a"]),
        ([run("a", compared=False), run("b", pages=0, compared=False)], ["a"]),
        ([run(str(number)) for number in range(9)], ["8", "7", "6", "5", "4"]),
    ],
)
def test_last_sound_runs(runs, expected):
    assert [each.started_at for each in last_sound(runs)] == expected
    assert len(expected) <= COMPARED


def test_pages_of_several_runs_together():
    one = Tally({"tn15": {"movie": PageTally(2, {"year": 2}, {}, {"year <- A()": 1})}}, {"empty": 1})
    old = {"movie": PageTally(3, {"year": 1}, {"plot": 1}), "video": PageTally(4)}
    two = Tally({"tn15": old, "text": {"movie": PageTally(1)}}, {"empty": 2})
    films = PageTally(5, {"year": 3}, {"plot": 1}, {"year <- A()": 1})
    assert one + two == Tally(
        {"text": {"movie": PageTally(1)}, "tn15": {"movie": films, "video": PageTally(4)}}, {"empty": 3}
    )


def test_what_pages_held_is_remembered_of_the_runs_that_may_be_compared_with(tmp_path):
    for number in range(KEPT + 2):
        remember(tmp_path, read_lines(tmp_path), msgspec.to_builtins(run(str(number), drift=[FELL] * (number == KEPT))))
    runs = read_runs(tmp_path)
    assert [each.started_at for each in runs] == [str(number) for number in range(2, KEPT + 2)]
    assert [each.started_at for each in runs if each.read.layouts] == ["96", "97", "98", "99", "101"]
    assert [each.started_at for each in last_sound(runs)] == ["101", "99", "98", "97", "96"]


def test_a_line_that_cannot_be_read_stays(tmp_path):
    earlier = [b'{"read": {"layouts": {"tn15": {"pages": 2}}}}', b"torn", b'"\xff"']
    remember(tmp_path, earlier, msgspec.to_builtins(run("a")))
    *kept, newest = read_lines(tmp_path)
    assert kept == earlier
    assert msgspec.json.decode(newest, type=Run).started_at == "a"
