"""Where places of a page, or pages of one title, say different things, and what on them was not understood."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from filmspider.checks import implausible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from filmspider.items import Credit, Title

DIFFERS = "differs"
"""Code of a finding about two captures; the others are those of a record's problems."""
_OF_A_PAGE = frozenset({"conflict", "unparsed"})
_ID = " · "
"""Parts a person's name from the id."""


@dataclass(frozen=True)
class Capture:
    """One page of a title, and what it states of the field in question."""

    uri: str | None
    layout: str
    captured_at: str | None
    value: Any = None


@dataclass(frozen=True)
class Finding:
    """Something that a person should look at."""

    code: str
    """``conflict``, ``unparsed`` or ``implausible`` on one page, ``differs`` between two."""
    field: str | None
    """The field it concerns."""
    imdb_id: str | None
    """The title."""
    detail: str
    """The raw text, the two values or what cannot be."""
    captures: tuple[Capture, ...]
    """The page; for ``differs`` the earlier and the later one, with their values."""


class Compared(NamedTuple):
    """How a field of two captures is compared."""

    shown: Callable[[Title], Any]
    """What a capture states, for people; nothing where it is ``None`` or empty."""
    agree: Callable[[Any, Any], bool]
    """Whether two such values can be of one title at one time."""


class Agreement:
    """Collects findings over records, of which only what is compared is kept."""

    def __init__(self) -> None:
        self._captures: defaultdict[str, list[tuple[Capture, dict[str, Any]]]] = defaultdict(list)

    def add(self, title: Title) -> Iterator[Finding]:
        """Take a record, and yield what is to be said of it alone."""
        capture = _capture(title)
        if title.imdb_id:
            states = {name: how.shown(title) for name, how in COMPARED.items() if name not in title.field_status}
            self._captures[title.imdb_id].append((capture, states))
        for problem in title.problems:
            if problem.code in _OF_A_PAGE:
                yield Finding(problem.code, problem.field, title.imdb_id, problem.detail, (capture,))
        for field, detail in implausible(title):
            yield Finding("implausible", field, title.imdb_id, detail, (capture,))

    def differences(self) -> Iterator[Finding]:
        """Yield where a capture of a title differs from the one before it that states the field at all."""
        for imdb_id, captures in sorted(self._captures.items()):
            captures.sort(key=lambda each: (each[0].captured_at or "", each[0].uri or ""))
            for field, how in COMPARED.items():
                stated = [(capture, states[field]) for capture, states in captures if states.get(field)]
                for (old, before), (new, after) in pairwise(stated):
                    if not how.agree(before, after):
                        yield _difference(imdb_id, field, _with(old, before), _with(new, after))


def findings(titles: Iterable[Title]) -> Iterator[Finding]:
    """Yield what is to be said of each of *titles*, then of those that are of one title."""
    agreement = Agreement()
    for title in titles:
        yield from agreement.add(title)
    yield from agreement.differences()


def _capture(title: Title) -> Capture:
    return Capture(title.source.uri, title.source.layout, title.source.captured_at)


def _with(capture: Capture, value: Any) -> Capture:
    return Capture(capture.uri, capture.layout, capture.captured_at, value)


def _difference(imdb_id: str, field: str, old: Capture, new: Capture) -> Finding:
    detail = " / ".join("; ".join(map(str, each.value)) for each in (old, new))
    return Finding(DIFFERS, field, imdb_id, detail, (old, new))


def _names(title: Title) -> list[str]:
    """Return the names by which a page calls the title: pages displayed in other languages share the original one."""
    return [title.title, *([title.original_title] if title.original_title else [])]


def _original(title: Title) -> list[str]:
    return [title.original_title or title.title]


def _people(people: list[Credit]) -> list[str]:
    return [f"{person.name}{_ID}{person.imdb_id}" if person.imdb_id else person.name for person in people]


def _share(one: list[str], other: list[str]) -> bool:
    return not {name.casefold() for name in one}.isdisjoint(name.casefold() for name in other)


def _same(one: list[Any], other: list[Any]) -> bool:
    return set(one) == set(other)


def _same_people(one: list[str], other: list[str]) -> bool:
    """Compare ids, which outlast a change of name, or names, as a text dump has no ids."""
    return any(_parts(one, part) == _parts(other, part) for part in (-1, 0))


def _parts(people: list[str], part: int) -> set[str]:
    return {person.split(_ID)[part] for person in people}


COMPARED: dict[str, Compared] = {
    "title": Compared(_names, _share),
    "original_title": Compared(_original, _share),
    "title_type": Compared(lambda title: [title.title_type.value], _same),
    "year": Compared(lambda title: [title.year] if title.year else [], _same),
    "runtime_minutes": Compared(lambda title: [title.runtime_minutes] if title.runtime_minutes else [], _same),
    "directors": Compared(lambda title: _people(title.directors), _same_people),
    "countries": Compared(lambda title: [country.code for country in title.countries], _same),
    "languages": Compared(lambda title: [language.code for language in title.languages], _same),
    "budget": Compared(lambda title: [title.budget.currency] if title.budget else [], _same),
}
"""The fields that captures of one title should agree on. Of the budget it is the currency."""
