"""Fixtures with one value put in place of another, as other titles have it in the same markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from fixture_pages import FIXTURES, Fixture, record_of

from filmspider.pages import Page
from filmspider.parsing import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from fixture_pages import Record

FOLLOWING = {"runtime_minutes": {"runtimes"}, "original_title": {"title"}, "title_type": {"genres"}}
"""Fields that follow from others."""
_ABOUT_THE_READING = {"source", "field_status", "problems"}


def as_html(text: str) -> str:
    """*text* in ASCII, whatever the page's encoding."""
    return escape(text, quote=False).encode("ascii", "xmlcharrefreplace").decode()


def as_items(text: str) -> str:
    """What bars part, as items of a list."""
    return f"<ul>{''.join(f'<li>{as_html(item)}</li>' for item in text.split(' | '))}</ul>"


@dataclass(frozen=True)
class Slot:
    """Where a fixture shows a field."""

    fixture: str
    field: str
    pattern: str
    """What is replaced: everything but the groups ``before`` and ``after``."""
    spelled: Callable[[str], str] = as_html
    """How the value is written there."""

    def __str__(self) -> str:
        return f"{self.field}@{self.fixture}"

    @property
    def page(self) -> Page:
        return Fixture(FIXTURES / self.fixture).page

    def filled(self, value: str) -> Record:
        """The record of the page with *value* in this place."""
        return record(self.page, replaced(self.page.body, self.pattern, self.spelled(value)))


def replaced(body: bytes, pattern: str, value: str) -> bytes:
    """*body* with *value* between the groups of the one place that matches *pattern*."""
    text = body.decode("latin-1")
    found = re.search(pattern, text, re.DOTALL)
    assert found, f"nothing like {pattern}"
    return (text[: found.end("before")] + value + text[found.start("after") :]).encode("latin-1")


def record(page: Page, body: bytes) -> Record:
    """The record of *page* were this its body."""
    return record_of(parse_page(Page(body=body, address=page.address, charset=page.charset)))


def changed(before: Record, after: Record) -> set[str]:
    """The fields in which two records differ, without those that follow from another such field."""
    fields = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return {name for name in fields - _ABOUT_THE_READING if not FOLLOWING.get(name, set()) & fields}


def _h4(fixture: str, field: str, label: str) -> Slot:
    """A block of the title pages of 2010 to 2021."""
    before = rf'id="titleDetails".*?<h4 class="inline">{label}:</h4>'
    return Slot(fixture, field, rf'(?P<before>{before}).*?(?P<after><span class="see-more|</div>)')


def _h5(fixture: str, field: str, label: str) -> Slot:
    """A block of the oldest pages."""
    before = rf'{label}:</h5>\s*<div class="info-content">'
    return Slot(fixture, field, rf'(?P<before>{before}).*?(?P<after><a class="tn15more|</div>)')


def _row(fixture: str, field: str, label: str, spelled: Callable[[str], str] = as_items) -> Slot:
    """A row of the reference page's tables."""
    before = rf'<td class="ipl-zebra-list__label">{label}</td>\s*<td>'
    return Slot(fixture, field, rf"(?P<before>{before}).*?(?P<after></td>)", spelled)


_OLDEST = "tn15/feature-film-2009"
_COMBINED = "combined/feature-film-2013"
_TITLE_2010 = "title2010/feature-film-2014"
_TITLE_2015 = "title2015/feature-film-2018"
_REFERENCE = "reference2017/feature-film-2018"
_LABELLED = {
    "release_dates": "Release Date",
    "runtimes": "Runtime",
    "colors": "Color",
    "sound_mixes": "Sound Mix",
    "aspect_ratio": "Aspect Ratio",
}
_ROLE = {
    _OLDEST: r'<td class="char">',
    _COMBINED: r'<td class="char">',
    _TITLE_2010: r'<td class="character">\s*<div>',
    _TITLE_2015: r'<td class="character">',
    _REFERENCE: r'<td class="character">\s*<div>',
}
_AWARDS = {
    _TITLE_2010: r'(?P<before><span itemprop="awards">).*?(?P<after></span>\s*<span class="see-more)',
    _TITLE_2015: r'(?P<before><span class="awards-blurb">).*?(?P<after></span>\s*<span class="see-more)',
    _REFERENCE: r"(?P<before>Awards: \s*<ul[^>]*>\s*<li[^>]*>).*?(?P<after></li>)",
}
_TITLE = {
    _OLDEST: r'(?P<before><div id="tn15title">\s*<h1>).*?(?P<after> <span>)',
    _COMBINED: r'(?P<before><div id="tn15title">\s*<h1>).*?(?P<after> <span>)',
    _TITLE_2010: r'(?P<before><h1 class="header"> <span class="itemprop" itemprop="name">).*?(?P<after></span>)',
    _TITLE_2015: r'(?P<before><h1 [^>]*>)[^<]*(?P<after>&nbsp;<span id="titleYear")',
}

SLOTS: tuple[Slot, ...] = (
    *(_h5(_OLDEST, field, label) for field, label in _LABELLED.items()),
    *(_h5(_COMBINED, field, _LABELLED[field]) for field in ("release_dates", "runtimes", "colors")),
    *(_h5(fixture, "certificates", "Certification") for fixture in (_OLDEST, _COMBINED)),
    *(_h5(fixture, "awards", "Awards") for fixture in (_OLDEST, _COMBINED)),
    *(_h4(fixture, field, label) for fixture in (_TITLE_2010, _TITLE_2015) for field, label in _LABELLED.items()),
    *(_h4(fixture, "budget", "Budget") for fixture in (_TITLE_2010, _TITLE_2015)),
    _h4(_TITLE_2010, "opening_weekends", "Opening Weekend"),
    _h4(_TITLE_2010, "grosses", "Gross"),
    *(_row(_REFERENCE, field, label) for field, label in _LABELLED.items() if field != "release_dates"),
    _row(_REFERENCE, "certificates", "Certification"),
    _row(_REFERENCE, "budget", "Budget", as_html),
    *(
        Slot(fixture, "cast", rf"(?P<before>{before}).*?(?P<after></div>\s*</td>|</td>)")
        for fixture, before in _ROLE.items()
    ),
    *(Slot(fixture, "awards", pattern) for fixture, pattern in _AWARDS.items()),
    *(Slot(fixture, "title", pattern) for fixture, pattern in _TITLE.items()),
)
