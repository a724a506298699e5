"""What cannot be within one record, whatever its page says: faults of reading more often than of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from filmspider.checks import Finding
    from filmspider.items import Title

_DAY = len("2018-02-07")


def impossible(title: Title) -> Iterator[Finding]:
    """Yield what cannot be in *title*: the field and what is the matter with it."""
    for check in CHECKS:
        yield from check(title)


def _of_another_type(title: Title) -> Iterator[Finding]:
    """Hold the fields of series and episodes against the type."""
    name = title.title_type.value
    if title.episode and not name.endswith("episode"):
        yield "episode", f"of a {name}"
    if not name.endswith("series"):
        for field in ("end_year", "seasons", "episode_total"):
            if getattr(title, field):
                yield field, f"of a {name}"


def _first_runtime(title: Title) -> Iterator[Finding]:
    first = title.runtimes[0].minutes if title.runtimes else None
    if title.runtime_minutes != first:
        yield "runtime_minutes", f"{title.runtime_minutes}, but the first of runtimes is {first}"


def _status(title: Title) -> Iterator[Finding]:
    for field, status in title.field_status.items():
        if status == "not_on_layout" and getattr(title, field, None) not in (None, []):
            yield field, "not on the layout, but holds something"


def _awards(title: Title) -> Iterator[Finding]:
    awards = title.awards
    if awards is None or awards.highlight is None or not awards.total:
        return
    stated = awards.wins if awards.highlight.outcome == "won" else awards.nominations
    if stated is not None and awards.highlight.count > stated:
        yield "awards", f"{awards.highlight.count} of {awards.highlight.event}, {stated} in total"


def _after_capture(title: Title) -> Iterator[Finding]:
    """Hold dates of what has happened against the day on which the page was saved."""
    if title.source.captured_at is None:
        return
    captured = title.source.captured_at[:_DAY]
    review = title.featured_review
    dates = [("grosses", gross.as_of) for gross in title.grosses]
    for field, date in (*dates, ("featured_review", review.date if review else None)):
        if date and date > captured[: len(date)]:
            yield field, f"{date}, but the page was saved on {captured}"


CHECKS: tuple[Callable[[Title], Iterator[Finding]], ...] = (
    _of_another_type,
    _first_runtime,
    _status,
    _awards,
    _after_capture,
)
