"""Every rule of every layout gives a value on one of the hand-written pages, and one that is broken is noticed."""

from __future__ import annotations

from functools import cache

import pytest
from fixture_pages import alone, fixtures
from mutants import Mutant, is_noticed, mutants, seen

from filmspider.layouts import LAYOUTS

ONE_IN = 12
"""Share of the mutants that are tried here; ``python tests/mutate_rules.py`` tries them all."""


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_every_rule_gives_a_value_on_a_fixture(layout):
    views = [seen(fixture, layout) for fixture in fixtures(layout.name)]
    assert [rule.key for rule in layout.rules if all(alone(rule, view) is None for view in views)] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_rules_of_a_layout_have_keys_of_their_own(layout):
    assert len({rule.key for rule in layout.rules}) == len(layout.rules)


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_a_layout_as_it_is_has_nothing_to_notice(layout):
    assert not is_noticed(Mutant("as it is", layout))


@cache
def sample() -> list[Mutant]:
    return [mutant for layout in LAYOUTS for mutant in mutants(layout)][::ONE_IN]


def test_mutants_are_many_and_of_every_kind():
    assert {mutant.what.split()[0] for mutant in sample()} == {"blind", "astray", "without", "unknown"}
    assert {mutant.layout.name for mutant in sample()} == {layout.name for layout in LAYOUTS}


def test_a_broken_rule_is_noticed():
    assert [(mutant.name, mutant.what) for mutant in sample() if not is_noticed(mutant)] == []
