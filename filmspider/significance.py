"""Whether a share changed by more than chance: Fisher's exact test, Holm's correction, Cohen's h, standardization."""

from __future__ import annotations

from math import asin, exp, lgamma, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NEGLIGIBLE = 1e-17
"""Share of the sum below which a further term changes no digit of it."""


class Share(NamedTuple):
    """So many pages of so many."""

    hits: int
    pages: int

    def __str__(self) -> str:
        return f"{self.hits} of {self.pages}"

    @property
    def ratio(self) -> float:
        """From 0 to 1."""
        return self.hits / self.pages


def chance_of_fall(before: Share, now: Share) -> float:
    """Return the one-sided p-value of Fisher's exact test that *now* is no lower than *before*.

    It is the chance that, of all pages thrown together and dealt out again, as few or fewer fall to *now*.

    >>> round(chance_of_fall(Share(3, 4), Share(1, 4)), 4)  # the lady tasting tea
    0.2429
    >>> chance_of_fall(Share(1, 4), Share(3, 4)) > 0.5
    True
    """
    held, pages = before.hits + now.hits, before.pages + now.pages
    if now.hits * pages >= held * now.pages:
        return 1.0  # it did not fall, and the sum would be over a half
    term = total = exp(
        _log_choose(held, now.hits) + _log_choose(pages - held, now.pages - now.hits) - _log_choose(pages, now.pages)
    )
    for count in range(now.hits, 0, -1):
        term *= count * (pages - held - now.pages + count) / ((held - count + 1) * (now.pages - count + 1))
        total += term
        if term < total * _NEGLIGIBLE:
            break
    return min(total, 1.0)


def alike(before: Mapping[str, Share], now: Mapping[str, Share]) -> tuple[Share, Share]:
    """Return the shares of two samples of several kinds as if the kinds were mixed in the first as in the second.

    This is direct standardization. A kind that only one of them has is left out of both. The first then has as many
    pages as would give so certain a share if they were of one kind: fewer, the further apart the mixtures are.

    >>> film, series = Share(90, 100), Share(0, 100)
    >>> alike({"film": film, "series": series}, {"film": Share(90, 100), "series": Share(0, 100), "game": Share(0, 5)})
    (Share(hits=90, pages=200), Share(hits=90, pages=200))
    >>> alike({"film": film, "series": series}, {"film": Share(9, 10), "series": Share(0, 90)})
    (Share(hits=11, pages=122), Share(hits=9, pages=100))
    """
    kinds = [kind for kind in now if now[kind].pages and kind in before and before[kind].pages]
    hits, pages = (sum(now[kind][place] for kind in kinds) for place in (0, 1))
    if not pages:
        return Share(0, 0), Share(0, 0)
    weights = {kind: now[kind].pages / pages for kind in kinds}
    certainty = round(1 / sum(weight**2 / before[kind].pages for kind, weight in weights.items()))
    ratio = sum(weight * before[kind].ratio for kind, weight in weights.items())
    return Share(round(certainty * ratio), certainty), Share(hits, pages)


def effect(before: Share, now: Share) -> float:
    """Return Cohen's h, which is the same near 0 and 1 as in the middle; positive for a fall.

    0.2 is called small: from 50 % to 40 %, from 99 % to 96 %, or from 1 % to nothing.

    >>> round(effect(Share(50, 100), Share(40, 100)), 2), round(effect(Share(1, 100), Share(0, 100)), 2)
    (0.2, 0.2)
    """
    return 2 * asin(sqrt(before.ratio)) - 2 * asin(sqrt(now.ratio))


def holm(p_values: Sequence[float]) -> list[float]:
    """Return the p-values corrected for their number, by Holm's method.

    Whichever are below a level are so all of them rightly, but for a chance of that level; the tests need not be
    independent.

    >>> holm([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    corrected = [1.0] * len(p_values)
    least = 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        least = max(least, min(1.0, (len(p_values) - rank) * p_values[place]))
        corrected[place] = least
    return corrected


def _log_choose(among: int, chosen: int) -> float:
    return lgamma(among + 1) - lgamma(chosen + 1) - lgamma(among - chosen + 1)
