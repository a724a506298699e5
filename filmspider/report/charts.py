"""Trends over the runs, as pictures that take their colours from the page."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import altair as alt
import vl_convert
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from filmspider.run_history import Run

_LEAST = 2
"""Runs that make a trend."""
_MOST = 6
"""Layouts that are drawn, those with most records, and fields that drifted."""
_DAY = timedelta(hours=20)
"""From so long a span on, dates are shown instead of times of day."""
_FEW = 4
"""So many runs are each named at the axis: a mark between two nights would have the date of either."""
_AXIS = {
    "domain": False,
    "ticks": False,
    "labelColor": "var(--quiet)",
    "gridColor": "var(--line)",
    "labelFontSize": 12,
    "labelPadding": 6,
}


class Chart(NamedTuple):
    """One picture."""

    title: str
    svg: Markup


class _Measure(NamedTuple):
    """A figure that every run has, if it can be had of it."""

    title: str
    form: str
    """Of the numbers at the axis, as in d3-format."""
    of: Callable[[Run], float | None]


def trends(runs: Sequence[Run]) -> list[Chart]:
    """Return what changed from run to run; nothing where there were not two."""
    if len(runs) < _LEAST:
        return []
    axis = _time_axis([datetime.fromisoformat(run.started_at) for run in runs])
    return [Chart(measure.title, _svg(runs, measure, axis)) for measure in _measures(runs[-1])]


def _time_axis(times: Sequence[datetime]) -> alt.Axis:
    form = "%-d %b" if times[-1] - times[0] > _DAY else "%H:%M"
    marks = [1000 * time.timestamp() for time in times] if len(times) <= _FEW else alt.Undefined
    return alt.Axis(format=form, grid=False, tickCount=3, labelOverlap=True, values=marks)


def _measures(latest: Run) -> Iterator[_Measure]:
    for finding in [found for found in latest.drift if found.kind == "field_fell"][:_MOST]:
        yield _field(finding.layout or "", finding.name)
    yield _Measure("Pages", "~s", lambda run: run.pages)
    yield _Measure("Records", "~s", lambda run: run.records)
    yield _Measure("Pages rejected", "~%", lambda run: _ratio(sum(run.rejected.values()), run.pages))
    yield _Measure("Pages a second", "~s", lambda run: _ratio(run.pages, run.seconds))
    for layout in sorted(latest.layouts, key=lambda name: (-latest.layouts[name], name))[:_MOST]:
        yield _fields(layout)


def _field(layout: str, field: str) -> _Measure:
    return _Measure(
        f"Records of {layout} with {field}",
        "~%",
        lambda run: _ratio(run.coverage.get(layout, {}).get(field, 0), run.layouts.get(layout, 0)),
    )


def _fields(layout: str) -> _Measure:
    return _Measure(
        f"Fields a record of {layout}",
        "~s",
        lambda run: _ratio(sum(run.coverage.get(layout, {}).values()), run.layouts.get(layout, 0)),
    )


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _svg(runs: Sequence[Run], measure: _Measure, time: alt.Axis) -> Markup:
    rows: list[dict[str, Any]] = [{"run": run.started_at, "value": measure.of(run)} for run in runs]
    figure = alt.Axis(format=measure.form, tickCount=3)
    chart = (
        alt.Chart({"values": rows}, width=270, height=96, background="transparent")
        .mark_line(color="var(--accent)", point=alt.OverlayMarkDef(color="var(--accent)", size=28))
        .encode(
            alt.X("run:T", title=None, scale=alt.Scale(type="utc"), axis=time),
            alt.Y("value:Q", title=None, scale=alt.Scale(zero=True), axis=figure),
        )
        .configure(font="inherit", padding=2)
        .configure_axis(**_AXIS)
        .configure_view(stroke=None)
    )
    return Markup(vl_convert.vegalite_to_svg(chart.to_json()))  # noqa: S704 - made from figures and our own names
