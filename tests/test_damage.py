"""A few hundred damaged pages; ``python tests/damage.py FOLDER…`` tries 20,000."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from damage import DAMAGES, Bench, Trial, outcome, samples

from filmspider.items import Rejection

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SEED = 20260
TRIALS = 400


@cache
def bench() -> Bench:
    return Bench(samples([FIXTURES]), SEED)


@pytest.mark.parametrize("first", range(0, TRIALS, 50))
def test_damaged_pages_do_no_harm(first):
    tried = [bench().tried(number) for number in range(first, first + 50)]
    assert [fault for each in tried for fault in each[-1]] == []


@pytest.mark.parametrize("way", DAMAGES)
def test_the_same_seed_gives_the_same_damage(way):
    one, other = bench().pages[0], bench().pages[-1]
    trials = [Trial(7, way, one, other), Trial(7, way, one, other)]
    bodies = {trial.body(SEED) for trial in trials}
    assert len(bodies) == 1
    assert bodies != {one.body} or way == "doubled"


def title_pages() -> list[str]:
    paths = sorted(path for path in FIXTURES.glob("*/*/page.html") if path.parent.parent.name != "not_a_title")
    firsts = {path.parent.parent.name: path for path in reversed(paths)}
    return [path.relative_to(FIXTURES).as_posix() for path in firsts.values()]


@pytest.mark.parametrize("second", title_pages())
@pytest.mark.parametrize("first", title_pages())
def test_joined_pages_of_two_titles_give_no_record_of_both(first, second):
    one, other = ((FIXTURES / name).read_bytes() for name in (first, second))
    ids = {outcome(one).imdb_id, outcome(other).imdb_id}
    found = outcome(one + other)
    assert len(ids) == 1 or isinstance(found, Rejection) or found.imdb_id == outcome(one).imdb_id
