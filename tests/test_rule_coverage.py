"""Every rule of every layout gives a value on one of the hand-written pages, and one that is broken is noticed."""

from __future__ import annotations

from functools import cache

import pytest
from fixture_pages import alone, fixtures
from mutants import Mutant, alternatives, mutants, noticed_by, seen

from filmspider.layouts import LAYOUTS
from filmspider.rules import Rule
from filmspider.tracing import PAGE_ID

ONE_IN = 12
"""Share of the mutants that are tried here; ``python tests/mutate_rules.py`` tries them all."""


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_every_rule_gives_a_value_on_a_fixture(layout):
    views = [seen(fixture, layout) for fixture in fixtures(layout.name)]
    assert [rule.key for rule in layout.rules if all(alone(rule, view) is None for view in views)] == []


def of_alternatives(layout):
    """What each place in which a rule looks gives on each fixture, were it the only one."""
    rules = [one for rule in layout.rules for one in alternatives(rule)]
    return {rule: [(each, alone(rule, seen(each, layout))) for each in fixtures(layout.name)] for rule in rules}


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_every_alternative_of_a_rule_alone_gives_a_value_on_a_fixture(layout):
    found = of_alternatives(layout)
    silent = {f"{layout} {rule}" for rule, values in found.items() if all(value is None for _, value in values)}
    assert sorted(silent) == []
    said = [(rule, *one) for rule, values in found.items() for one in values if one[1] is not None]
    assert [(rule.key, value) for rule, each, value in said if not each.is_said(rule.field, value)] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_every_place_of_the_id_gives_it_on_a_fixture(layout):
    rules = [Rule(PAGE_ID, place) for place in layout.page_ids]
    found = {rule: [(each, alone(rule, seen(each, layout))) for each in fixtures(layout.name)] for rule in rules}
    assert [rule for rule in rules if all(value is None for _, value in found[rule])] == []
    said = [(each, value) for values in found.values() for each, value in values if value is not None]
    assert [(each.folder, value) for each, value in said if not each.is_said(PAGE_ID, value)] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_rules_of_a_layout_have_keys_of_their_own(layout):
    assert len({rule.key for rule in layout.rules}) == len(layout.rules)


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_a_layout_as_it_is_has_nothing_to_notice(layout):
    assert not noticed_by(Mutant("as it is", layout))


@cache
def sample() -> list[Mutant]:
    return [mutant for layout in LAYOUTS for mutant in mutants(layout)][::ONE_IN]


def test_mutants_are_many_and_of_every_kind():
    assert {mutant.what.split()[0] for mutant in sample()} == {"blind", "astray", "without", "unknown"}
    assert {mutant.layout.name for mutant in sample()} == {layout.name for layout in LAYOUTS}


def test_a_broken_rule_is_noticed():
    unnoticed = {str(mutant) for mutant in sample() if not noticed_by(mutant)}
    assert sorted(unnoticed) == []
