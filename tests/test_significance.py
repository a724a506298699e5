from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.significance import Share, chance_of_fall, effect, holm

SHARES = st.integers(1, 80).flatmap(lambda pages: st.builds(Share, st.integers(0, pages), st.just(pages)))


def exact(before, now):
    """Return the p-value as a fraction, from its definition."""
    held, pages = before.hits + now.hits, before.pages + now.pages
    ways = sum(comb(held, hits) * comb(pages - held, now.pages - hits) for hits in range(now.hits + 1))
    return Fraction(ways, comb(pages, now.pages))


@given(SHARES, SHARES)
def test_as_defined(before, now):
    expected = float(exact(before, now)) if now.ratio < before.ratio else 1.0
    assert chance_of_fall(before, now) == pytest.approx(expected, rel=1e-9, abs=1e-300)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((3, 4), (1, 4), 17 / 70),  # Fisher's lady tasting tea
        ((1000, 1000), (1000, 1000), 1.0),
        ((5, 5), (0, 5), 1 / 252),
    ],
)
def test_known_tables(before, now, expected):
    assert chance_of_fall(Share(*before), Share(*now)) == pytest.approx(expected, rel=0.01)


def test_millions_of_pages():
    assert chance_of_fall(Share(500_000, 1_000_000), Share(499_000, 1_000_000)) == pytest.approx(0.0788, rel=0.01)
    assert chance_of_fall(Share(500_000, 1_000_000), Share(250_000, 1_000_000)) == 0.0


def test_effect_is_the_same_at_both_ends():
    assert effect(Share(10, 100), Share(1, 100)) == pytest.approx(effect(Share(99, 100), Share(90, 100)))
    assert effect(Share(1, 10), Share(1, 5)) < 0


@given(st.lists(st.floats(0, 1), max_size=20))
def test_holm_keeps_order_and_is_no_laxer(p_values):
    corrected = holm(p_values)
    assert all(least <= more <= 1 for least, more in zip(p_values, corrected, strict=True))
    assert [corrected[place] for place in sorted(range(len(p_values)), key=p_values.__getitem__)] == sorted(corrected)
    if p_values:
        assert min(corrected) == min(1.0, len(p_values) * min(p_values))
