"""Other titles that a dump recommends."""

from __future__ import annotations

import re

from filmspider.layouts.text_genres import GENRES

_RATING = re.compile(r"(?:1(?: \d{1,2})+ )?(?P<rating>(?:\d{1,2}(?:\.\d)?|-) ?/ ?10)(?: X)?|Not yet released")
_STARS = re.compile(r"^1\n(?:\d{1,2}\n){2,9}", re.MULTILINE)
"""The stars to rate with, a line each."""
_NEXT = re.compile(r"(?:\d+ )?Next ?»")
_NOISE = re.compile(r"◄.*|.*►|0|X|Add to Watchlist.*|Edit|Certificate: \S{1,12}|[IVXLC]+")
_CERTIFICATE = "Certificate: "
_YEAR = re.compile(r"\((?:[A-Za-z -]{1,20} )?\d{4}[^()]{0,20}\)$")
_LABEL = re.compile(r"(?:Directors?|Stars?|Creators?|Writers?):")
_HEAD_LINES = 4
_LONGEST_TITLE = 200


def recommendations(lines: list[str]) -> list[dict[str, str]]:
    """Return other titles: each has a rating, above it title and genres, below it plot and people."""
    text = "\n".join(line for line in lines if line and not _NOISE.fullmatch(line))
    kept = _STARS.sub("", text).split("\n")
    marks = [place for place, line in enumerate(kept) if _RATING.fullmatch(line)]
    starts = [_start(kept, mark) for mark in marks]
    return [
        _recommendation(kept[start:mark], kept[mark], kept[mark + 1 : end])
        for start, mark, end in zip(starts, marks, [*starts[1:], len(kept)], strict=False)
    ]


def _start(lines: list[str], mark: int) -> int:
    """Return where the block of the rating at *mark* begins: at its title, else its genres."""
    above = range(max(0, mark - _HEAD_LINES), mark)
    parted = next((place + 1 for place in reversed(above) if _NEXT.fullmatch(lines[place])), None)
    if parted is not None:
        return parted
    start = mark - 1 if mark and _genres(lines[mark - 1]) else mark
    if start and _YEAR.fullmatch(lines[start - 1]):
        return max(0, start - 2)
    titled = start and len(lines[start - 1]) <= _LONGEST_TITLE and _YEAR.search(lines[start - 1])
    return start - 1 if titled else start


def _genres(line: str) -> str | None:
    """Return the genres, parted by bars, without the certificate that may stand before them."""
    first, bar, rest = line.partition(" | ")
    if first.startswith(_CERTIFICATE):
        first = first.rpartition(" ")[2]
    found = first + bar + rest
    return found if GENRES.issuperset(found.split(" | ")) else None


def _recommendation(head: list[str], rating: str, below: list[str]) -> dict[str, str]:
    genres = _genres(head[-1]) if head else None
    rated = _RATING.fullmatch(rating)
    below = [line for line in below if not _NEXT.fullmatch(line)]
    plot = next((place for place, line in enumerate(below) if _LABEL.match(line)), len(below))
    return {
        "title": " ".join(head[:-1] if genres else head),
        "genres": genres or "",
        "rating": (rated["rating"] or "").lstrip("-") if rated else "",
        "plot": " ".join(below[:plot]),
        "directors": _after(below, ("Director:", "Directors:")),
        "stars": _after(below, ("Star:", "Stars:")),
    }


def _after(lines: list[str], labels: tuple[str, ...]) -> str:
    """Return the names after the label, on its line or the next."""
    place = next((place for place, line in enumerate(lines) if line.startswith(labels)), None)
    if place is None:
        return ""
    return lines[place] if lines[place] not in labels else "".join(lines[place + 1 : place + 2])
