"""Figures that cannot all be right, looked at across fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.items import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from filmspider.items import Gross, OpeningWeekend, Title

_WORLD = "001"
_EARLY = 2
"""Years by which a first release may come before the year of the title."""

Finding = tuple[str, str]
"""Field and what is the matter with it."""


def checked(title: Title) -> Title:
    """Return *title* with a problem ``implausible`` for every figure that cannot be; the figures stay as they are."""
    found = [Problem(code="implausible", field=field, detail=detail) for field, detail in implausible(title)]
    return title.model_copy(update={"problems": [*title.problems, *found]}) if found else title


def implausible(title: Title) -> Iterator[Finding]:
    """Yield what cannot be in *title*."""
    for check in CHECKS:
        yield from check(title)


def _takings(title: Title) -> Iterator[Finding]:
    """Hold the takings of an area against its openings, and those of the world against every area."""
    highest: dict[tuple[str | None, str], Gross] = {}
    for gross in title.grosses:
        known = highest.get((gross.area, gross.currency))
        if known is None or gross.amount > known.amount:
            highest[gross.area, gross.currency] = gross
    parts: list[Gross | OpeningWeekend] = [*title.opening_weekends, *highest.values()]
    for part in parts:
        for area in dict.fromkeys((part.area, _WORLD)):
            whole = highest.get((area, part.currency))
            if area and whole is not None and whole.amount < part.amount:
                yield "grosses", f"{_money(whole)} below {_money(part)}"


def _money(taking: Gross | OpeningWeekend) -> str:
    return f"{taking.amount} {taking.currency} in {taking.area or 'no named area'}"


def _rating(title: Title) -> Iterator[Finding]:
    if title.rating is None:
        return
    if title.rating < 1:
        yield "rating", f"{title.rating} is below 1"
    if not title.rating_count and "rating_count" not in title.field_status:
        yield "rating", f"{title.rating} without votes"


def _review(title: Title) -> Iterator[Finding]:
    review = title.featured_review
    if review and review.helpful_votes and review.total_votes is not None and review.helpful_votes > review.total_votes:
        yield "featured_review", f"{review.helpful_votes} of {review.total_votes} votes"


def _years(title: Title) -> Iterator[Finding]:
    if title.year is None:
        return
    if title.end_year is not None and title.end_year < title.year:
        yield "end_year", f"{title.end_year} before {title.year}"
    first = min((int(release.date[:4]) for release in title.release_dates), default=title.year)
    if first < title.year - _EARLY:
        yield "release_dates", f"{first} before {title.year}"


CHECKS: tuple[Callable[[Title], Iterator[Finding]], ...] = (_takings, _rating, _review, _years)
