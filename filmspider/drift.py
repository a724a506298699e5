"""What one run found less of than another, beyond chance: the sign that a site has changed its pages."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from filmspider.significance import Share, alike, chance_of_fall, effect, holm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from filmspider.tally import PageTally, Tally

    Kinds = dict[str, PageTally]
    Table = Callable[[PageTally], dict[str, int]]

LEVEL = 0.0001
"""Chance that a run over pages that have not changed raises any alarm at all."""
LEAST_PAGES = 30
"""Pages that a layout must have in both runs, of kinds of titles that both have."""
LEAST_EFFECT = 0.2
"""Cohen's h: what is smaller is no alarm, however certain."""

_UNREAD = ("unknown_layout", "no_title")
"""Rejections of pages that are titles' pages, as far as anybody can tell."""

Kind = Literal["field_fell", "unparsed_rose", "rule_stopped", "rejected_rose"]


class Finding(msgspec.Struct, frozen=True):
    """One alarm."""

    kind: Kind
    layout: str | None
    name: str
    """The field, rule, or reason of rejection."""
    before: Share
    now: Share
    p_value: float
    """Corrected for the number of comparisons."""

    def __str__(self) -> str:
        where = f"{self.layout} " if self.layout else ""
        return f"{where}{self.name}: {_WORDS[self.kind]} {self.now} pages, before {self.before}"


_WORDS: dict[Kind, str] = {
    "field_fell": "held by",
    "unparsed_rose": "not understood on",
    "rule_stopped": "rule gives a value on",
    "rejected_rose": "rejected",
}


class _Comparison(NamedTuple):
    kind: Kind
    layout: str | None
    name: str
    before: Share
    now: Share

    def test(self) -> tuple[float, float]:
        """Return the p-value and the effect."""
        before, now = self.before, self.now
        if self.kind in {"unparsed_rose", "rejected_rose"}:
            before, now = _rest(before), _rest(now)
        elif self.kind == "rule_stopped" and now.hits:
            return 1.0, 0.0
        return chance_of_fall(before, now), effect(before, now)


def drift(before: Tally, now: Tally, *, same_rules: bool) -> list[Finding]:
    """Return what is alarming in *now*, the most certain first. *same_rules*: both runs are of one version.

    All comparisons of a run are corrected for together.
    """
    comparisons = list(_comparisons(before, now, same_rules=same_rules))
    tests = [comparison.test() for comparison in comparisons]
    corrected = holm([p_value for p_value, _ in tests])
    found = [
        Finding(*comparison, p_value)
        for comparison, p_value, (_, size) in zip(comparisons, corrected, tests, strict=True)
        if p_value <= LEVEL and size >= LEAST_EFFECT
    ]
    return sorted(found, key=lambda finding: (finding.p_value, finding.layout or "", finding.name))


def _comparisons(before: Tally, now: Tally, *, same_rules: bool) -> Iterator[_Comparison]:
    """Yield whatever both runs have enough pages for, and either has met."""
    shares = [(name, _rejected(before, name), _rejected(now, name)) for name in _UNREAD]
    yield from _enough("rejected_rose", None, shares)
    for layout in sorted(before.layouts.keys() & now.layouts.keys()):
        old, new = before.layouts[layout], now.layouts[layout]
        yield from _enough("field_fell", layout, _shares(old, new, attrgetter("held")))
        yield from _enough("unparsed_rose", layout, _shares(old, new, attrgetter("unparsed")))
        if same_rules:
            yield from _enough("rule_stopped", layout, _shares(old, new, attrgetter("rules")))


def _enough(kind: Kind, layout: str | None, shares: Iterable[tuple[str, Share, Share]]) -> Iterator[_Comparison]:
    for name, before, now in shares:
        if min(before.pages, now.pages) >= LEAST_PAGES and before.hits + now.hits:
            yield _Comparison(kind, layout, name, before, now)


def _shares(old: Kinds, new: Kinds, table: Table) -> Iterator[tuple[str, Share, Share]]:
    """Yield the shares of each name in a table; titles of some kinds have fields that others have not."""
    for name in sorted({name for pages in (*old.values(), *new.values()) for name in table(pages)}):
        yield name, *alike(_of_kinds(old, name, table), _of_kinds(new, name, table))


def _of_kinds(kinds: Kinds, name: str, table: Table) -> dict[str, Share]:
    return {kind: Share(table(pages).get(name, 0), pages.pages) for kind, pages in kinds.items()}


def _rejected(run: Tally, reason: str) -> Share:
    titles = sum(pages.pages for kinds in run.layouts.values() for pages in kinds.values())
    return Share(run.rejected.get(reason, 0), titles + sum(run.rejected.get(each, 0) for each in _UNREAD))


def _rest(share: Share) -> Share:
    return Share(share.pages - share.hits, share.pages)
