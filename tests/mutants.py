"""Layouts with one thing in them broken, and whether the hand-written pages notice.

A rule is *blind* (finds nothing), *astray* (finds what the next rule is there for) or *without* one of its labels; the
labels of a text layout that a rule reads are *unknown* one by one.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest import mock

from fixture_pages import Fixture, alone, fixtures, plain

from filmspider import layouts
from filmspider.items import Title
from filmspider.parsing import parse_page
from filmspider.rules import Rule
from filmspider.tracing import PAGE_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.pages import Page
    from filmspider.rules import Layout, Place, View

_ALTERNATIVES = ("labels", "names")
_TOGETHER = {"year", "end_year"}
"""Places of one state the other too."""


class Mutant(NamedTuple):
    name: str
    layout: Layout
    rule: Rule | None = None
    """The rule that is broken, as it is then; ``None`` where it is no rule that is broken."""
    what: str = ""
    gone: str = ""
    """The label or name without which it is."""

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"


class Blind:
    """A place that holds nothing on any page."""

    def __call__(self, _view: View) -> None:
        return None


def mutants(layout: Layout) -> Iterator[Mutant]:
    """Yield *layout* with each of its rules, and each label of a text layout, broken in turn."""
    for at, rule in enumerate(layout.rules):
        fields = _TOGETHER if rule.field in _TOGETHER else {rule.field}
        astray = next(other.place for other in layout.rules[at:] + layout.rules if other.field not in fields)
        broken = [("blind", Blind(), ""), ("astray", astray, "")]
        broken += [(f"without {gone!r}", place, gone) for gone, place in _shortened(rule.place)]
        for what, place, gone in broken:
            other = replace(rule, place=place)
            rules = (*layout.rules[:at], other, *layout.rules[at + 1 :])
            yield Mutant(f"{layout.name} {rule.key}", replace(layout, rules=rules), other, what, gone)
    for at, place in enumerate(layout.page_ids):
        blind = replace(layout, page_ids=layout.page_ids[:at] + layout.page_ids[at + 1 :])
        yield Mutant(f"{layout.name} {PAGE_ID} <- {place!r}", blind, Rule(PAGE_ID, Blind()), "blind")
    yield from _with_unknown_labels(layout)


def _shortened(place: Any) -> Iterator[tuple[str, Place]]:
    """Yield each of the labels or names that *place* is found by, and the place without it."""
    for name in _ALTERNATIVES:
        whole = getattr(place, name, ())
        for gone in whole if len(whole) > 1 else ():
            yield gone, _with(place, name, tuple(each for each in whole if each != gone))


def _with(place: Any, name: str, value: Any) -> Any:
    changed = copy(place)
    object.__setattr__(changed, name, value)
    return changed


def alternatives(rule: Rule) -> Iterator[Rule]:
    """Yield *rule* with one only of the places that it looks in, for each of several, at any depth."""
    for place in _narrowed(rule.place):
        yield replace(rule, place=place)


def _narrowed(place: Any) -> Iterator[Any]:
    if not type(place).__module__.startswith("filmspider."):
        return
    for name in ("finders", "paths"):
        whole = getattr(place, name, ())
        for each in whole:
            if len(whole) > 1:
                yield _with(place, name, (each,))
            for narrower in _narrowed(each) if name == "finders" else ():
                yield _with(place, name, (narrower,))
    for name in ("find", "place"):
        for narrower in _narrowed(getattr(place, name, None)):
            yield _with(place, name, narrower)


def _with_unknown_labels(layout: Layout) -> Iterator[Mutant]:
    view = layout.view
    labels = view.keywords.get("labels") if isinstance(view, partial) else None
    read = {label for rule in layout.rules for label in getattr(rule.place, "labels", ())}
    for label in sorted(labels.whole & read) if labels is not None else ():
        fewer = replace(labels, whole=labels.whole - {label})
        broken = replace(layout, view=partial(view.func, *view.args, **{**view.keywords, "labels": fewer}))
        yield Mutant(f"{layout.name} label {label!r}", broken, what="unknown")


def noticed_by(mutant: Mutant) -> str | None:
    """What notices *mutant*: "record", one that is not the expected; "place", the broken rule asked alone; or nothing.

    Asked alone, a rule is to give something on one page at least, and nowhere anything that is not so: each of several
    places that say the same is noticed like this only.
    """
    pages = fixtures(mutant.layout.name)
    if any(_misreads(mutant, fixture) for fixture in pages):
        return "record"
    if mutant.gone:
        return (
            "record" if any(_misreads(mutant, page) for each in pages for page in _relabelled(mutant, each)) else None
        )
    if mutant.rule is None:
        return None
    found = [(fixture, alone(mutant.rule, seen(fixture, mutant.layout))) for fixture in pages]
    said = [fixture.is_said(mutant.rule.field, value) for fixture, value in found if value is not None]
    return None if said and all(said) else "place"


def _relabelled(mutant: Mutant, fixture: Fixture) -> Iterator[Fixture]:
    """Yield *fixture* with the label that *mutant* lacks in place of each that it knows."""
    for name in _ALTERNATIVES if mutant.rule and mutant.gone else ():
        for known in getattr(mutant.rule.place, name, ()):
            marked = re.compile(rf"(?<=[>=\"]){re.escape(known)}(?=[ <>\"])".encode())
            if marked.search(fixture.page.body):
                yield Relabelled(fixture.folder, marked.sub(mutant.gone.encode(), fixture.page.body))


@dataclass(frozen=True)
class Relabelled(Fixture):
    """A fixture with another label in its page; what is expected of it is the same."""

    body: bytes = b""

    @cached_property
    def page(self) -> Page:
        return replace(Fixture(self.folder).page, body=self.body)


def _misreads(mutant: Mutant, fixture: Fixture) -> bool:
    layout = mutant.layout
    if mutant.rule is not None:
        layout = replace(layout, view=lambda _page: seen(fixture, mutant.layout))
    with mock.patch.object(layouts, "LAYOUTS", (layout,)):
        title = parse_page(fixture.page)
    return not isinstance(title, Title) or bool(fixture.differing(plain(title)))


@cache
def _seen(fixture: Fixture, view: Any) -> View:
    return view(fixture.page)


def seen(fixture: Fixture, layout: Layout) -> View:
    """The page as the rules of *layout* see it, prepared once."""
    return _seen(fixture, layout.view)
