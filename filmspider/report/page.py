"""The page, made from the files of a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from filmspider.exceptions import NoRunError
from filmspider.extras import REPORT
from filmspider.publishing import publish
from filmspider.report.examples import changed, problems, rejections
from filmspider.report.heatmap import heatmap
from filmspider.report.wording import amount, clock, duration, percent, shown
from filmspider.run_history import read_runs
from filmspider.verdict import HINTS

if TYPE_CHECKING:
    from pathlib import Path

    import jinja2

_FILTERS = {"amount": amount, "clock": clock, "duration": duration, "percent": percent, "shown": shown}


def write_report(folder: Path) -> Path:
    """Write ``report.html`` into the output *folder* of a run, and return its path.

    Raises :class:`MissingExtraError` where the extra ``report`` is not installed, and :class:`NoRunError` where the
    folder holds no run.
    """
    html = page(folder)
    path = folder / "report.html"
    publish(path, [html.encode()])
    return path


def page(folder: Path) -> str:
    """Return the report on the run in *folder* as HTML."""
    require()
    from filmspider.report.charts import trends  # noqa: PLC0415 - an extra, and slow to load

    run = _manifest(folder)
    return _template().render(
        run=run,
        hint=HINTS[run["verdict"]],
        heatmap=heatmap(run),
        trends=trends(read_runs(folder)),
        rejections=rejections(folder, run["rejected"]),
        problems=problems(folder, run["problems"]),
        changed=changed(folder, run["changes"]),
    )


def require() -> None:
    """Raise :class:`MissingExtraError` where reports cannot be made."""
    for extra in REPORT:
        extra.check()


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        run: dict[str, Any] = json.loads((folder / "run.json").read_bytes())
        run["verdict"], run["read"], run["timings"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoRunError(f"{folder} holds no run of this version of filmspider: {error!r}") from None
    return run


def _template() -> jinja2.Template:
    import jinja2  # noqa: PLC0415 - an extra

    loader = jinja2.PackageLoader("filmspider.report")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(_FILTERS)
    return environment.get_template("report.html")
