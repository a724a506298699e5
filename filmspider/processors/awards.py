"""The awards line and places in charts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import AwardHighlight, Awards, ChartRank
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import fold, without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHART_BEFORE = re.compile(r"[^#|]{1,60}#\s?[\d,]+\s*\|?\s*", re.ASCII)
_MORE = re.compile(r"(?<=[a-z.]) more$")  # the oldest pages' link
_LINE = re.compile(
    r"(?:(?P<outcome>Won|Nominated for)(?: (?P<count>[1-9]\d{0,3}|an?))?"
    r" (?P<event>[^\W\d](?:(?!\. Another)[^\d#]){0,78}?)"
    r"(?:\.|(?= (?:Another )?\d)|$)\s*)?"
    r"(?P<another>Another )?"
    r"(?:(?P<wins>\d[\d,]{0,6}) wins?)?"
    r"(?:(?:\s?(?:&|and) )?(?P<nominations>\d[\d,]{0,6}) nominations?)?"
    r"(?P<total> total)?\.?",
    re.ASCII,
)
_CHART = re.compile(
    r"(?P<chart>[^#|]*[^#|:\s])\s?:?\s?"
    r"(?:#|\b(?:Nr\.|n\.|n\.?[º°o]\.?|núm\.)|№)\s?(?P<rank>[1-9][\d,]{0,8})(?: ?\|.*)?",
    re.ASCII,
)


def awards(raw: str | Mapping[str, Any]) -> Awards | Unparsed | None:
    """Read the awards line; a chart named before it is left to :func:`chart_rank`.

    It may be given as a mapping: ``text``, the displayed one in any language, and ``line``, the same in English.

    >>> line = awards("Won 4 Oscars. Another 37 wins & 49 nominations. See more awards »")
    >>> line.highlight, line.wins, line.nominations, line.total
    (AwardHighlight(event='Oscar', outcome='won', count=4), 37, 49, False)
    """
    if not isinstance(raw, str):
        return _from_parts(raw)
    text = _MORE.sub("", without_controls(fold(raw)))
    if "#" in text:
        text = _CHART_BEFORE.sub("", text, count=1)
    if not text:
        return None
    line = _LINE.fullmatch(text)
    if line is None or not (line["outcome"] or line["wins"] or line["nominations"]):
        return Unparsed(raw)
    return _awards(line)


def _from_parts(raw: Mapping[str, Any]) -> Awards | Unparsed | None:
    text = fold(raw.get("text") or "")
    displayed, line = awards(text), awards(raw.get("line") or "")
    if isinstance(displayed, Awards) or not isinstance(line, Awards):
        return displayed or line
    return line.model_copy(update={"text": text or line.text})


def _awards(line: re.Match[str]) -> Awards:
    figures = bool(line["wins"] or line["nominations"])
    return Awards(
        highlight=_highlight(line) if line["outcome"] else None,
        wins=_figure(line["wins"]) if figures else None,
        nominations=_figure(line["nominations"]) if figures else None,
        total=False if line["another"] else True if line["total"] else None,
        text=line[0],
    )


def _highlight(line: re.Match[str]) -> AwardHighlight:
    count = int(line["count"]) if line["count"] and line["count"].isdigit() else 1
    event = line["event"]
    if count > 1 and not event.endswith("ss"):
        event = event.removesuffix("s")
    return AwardHighlight(event=event, outcome="won" if line["outcome"] == "Won" else "nominated", count=count)


def _figure(text: str | None) -> int:
    return int(text.replace(",", "")) if text else 0


def chart_rank(raw: str) -> ChartRank | Unparsed | None:
    """Read a place in a chart.

    >>> chart_rank("Top Rated Movies #17 |")
    ChartRank(chart='Top Rated Movies', rank=17)
    """
    text = without_controls(fold(raw))
    place = _CHART.fullmatch(text)
    if place is None:
        return Unparsed(raw) if text else None
    return ChartRank(chart=place["chart"], rank=_figure(place["rank"]))
