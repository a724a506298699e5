"""The two lists that a page has most rows of, as their rows mostly stand in the source; others are in ``rows.py``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.rules.sourcelists import SourceList, text_of

if TYPE_CHECKING:
    from filmspider.rules.base import Raw

_SPAN = re.compile(r"<span[^>]*>[^<]*</span>")
_RATED = re.compile(r'\stitle="[^"]*?(?<![\d.])([\d.]{1,9}/10)')

# Nothing is tried twice: a pattern that goes back in a long text takes forever.
_TEXT = r"[^<>]*+(?:</?(?:a|b|i|p|span)\b[^<>]*+>[^<>]*+)*+"
_SPANS = r"[^<>]*+(?:<span\b[^<>]*+>[^<>]*+</span>[^<>]*+)*+"
_LINKS = r'[^<>]*+(?:<a\ href="[^"<>]*+"\s*+>[^<>]*+</a>[^<>]*+)*+'
_CAST_ROW = re.compile(
    rf"""
    <tr\ class="(?:odd|even)">\s*+ (?:</td>\s*+)?  # the end of a cell whose picture was left out
    <td(?:\ class="(?:itemprop|nm)"[^<>]*+)?>\s*+
        <a\s++href="([^"<>]*+)"[^<>]*+>\s*+ (?:<span\b[^<>]*+>)? ([^<>]*+) (?:</span>\s*+)? </a>\s*+
    </td>\s*+
    (?:<td\ class="(?:ellipsis|ddd)">[\s.]*+</td>\s*+)?
    <td\ class="char(?:acter)?">\s*+ (?:<div>)? ({_LINKS}) (?:</div>\s*+)? </td>\s*+
    </tr>
    """,
    re.VERBOSE,
)
_RECOMMENDATION = re.compile(
    rf"""
    <div\ class="rec_overview"[^<>]*+>\s*+ <div\ class="rec_details">\s*+ <div\ class="rec-info">\s*+
        <div\ class="rec-jaw-upper">\s*+
            <div\ class="rec-title">\s*+
                <a\s++href="([^"<>]*+)"[^<>]*+>\s*+<b>([^<>]*+)</b>\s*+</a>\s*+
                (?:<span\b[^<>]*+>([^<>]*+)</span>\s*+)*+
            </div>\s*+
            <div\ class="rec-cert-genre[^<>]*+>({_SPANS})</div>\s*+
            <div\ class="rec-rating">\s*+
                (?:<div\ class="rating\b([^<>]*+)>{_TEXT}(?:<div\b[^<>]*+>{_TEXT}</div>\s*+)?</div>\s*+)?
                <div\ class="rec-outline">({_TEXT})</div>\s*+
            </div>\s*+
        </div>\s*+
        <div\ class="rec-jaw-lower">\s*+ <div\ class="rec-jaw-teeth"></div>\s*+
            (?:<div\ class="rec-director[^<>]*+>({_TEXT})</div>\s*+)?
            (?:<div\ class="rec-actor[^<>]*+>({_TEXT})</div>\s*+)?
        </div>\s*+
    </div>\s*+ </div>\s*+ </div>
    """,
    re.VERBOSE,
)


def _cast_member(link: str, name: str, role: str) -> dict[str, Raw]:
    return {"id": link, "name": text_of(name), "role": text_of(role)}


def _recommendation(link: str, title: str, year: str | None, genres: str, *rest: str | None) -> dict[str, Raw]:
    attributes, plot, directors, stars = rest
    rated = _RATED.search(attributes or "")
    return {
        "id": link,
        "title": text_of(title),
        "year": text_of(year) if year and year.lstrip().startswith("(") else None,
        "genres": [line for line in map(str.strip, text_of(_SPAN.sub("", genres)).split("\n")) if line],
        "rating": rated and rated[1],
        "plot": text_of(plot or ""),
        "directors": text_of(directors or ""),
        "stars": text_of(stars or ""),
    }


CAST = SourceList(
    begin=b'<table class="cast',
    end=b"</table",
    marks=(b'<td class="char', b"/name/nm"),
    row=_CAST_ROW,
    read=_cast_member,
)
RECOMMENDATIONS = SourceList(
    begin=b'<div class="rec_overviews"',
    end=b'<div class="article',
    marks=(b'<div class="rec-title', b'<div class="rec_overview"'),
    row=_RECOMMENDATION,
    read=_recommendation,
)
