"""Blocks of a dump that are more than a label and its value: cast, recommendations, review and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.text_outline import GENRES
from filmspider.processors.text import without_controls
from filmspider.rules.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.rules.base import Raw

_NAMES = re.compile(r", ?(?![^()]*\))")
_COMPANIES = re.compile(r", ?(?!(?:The|A|Inc|LLC|L\.L\.C|Ltd|Co|Corp|S\.A|GmbH|Les|La|Le|Die|Das|El)\b)(?![^()]*\))")


def people(lines: list[str]) -> list[str]:
    """Names with their notes, parted by commas; what follows a bar is a control."""
    line = " ".join(_paragraph(lines))
    return [name for part in _NAMES.split(line.split(" | ")[0]) if (name := part.strip())]


def companies(lines: list[str]) -> list[str]:
    """Names parted by commas; one before "The" or "Inc." belongs to the name."""
    return [name for part in _COMPANIES.split(without_controls(words(lines))) if (name := part.strip())]


def _paragraph(lines: list[str]) -> Iterator[str]:
    """The first line, and notes that a converter put on lines of their own."""
    found = [line for line in lines if line]
    yield from found[:1]
    for line in found[1:]:
        if not line.startswith("("):
            break
        yield line


# Cast

_CELL = re.compile(r"(?P<name>.*?) ?\.\.\.(?: (?P<role>.*))?")
_CAST_END = re.compile(r"See full cast|Edit$")
_CAST_LABEL = re.compile(r".*(?:[Cc]ast.*|alphabetically):$")
_MORE_ROLE = re.compile(r"[(/]|[\d,]+ episodes?\b")
_LONGEST_NAME = 60


def cast_rows(lines: list[str]) -> list[dict[str, str]]:
    """Rows of "Name ... Role", whether a row is one line or broken at its cells; a name alone is a row too."""
    rows: list[dict[str, str]] = []
    cells = _cells(lines)
    awaits_role = False
    for place, line in enumerate(cells):
        dotted = None if _MORE_ROLE.match(line) else _CELL.fullmatch(line)
        if dotted and not dotted["name"] and rows:
            awaits_role = True
        elif dotted:
            awaits_role = not dotted["role"]
            rows.append({"name": _once(dotted["name"]), "role": dotted["role"] or ""})
        elif rows and (_MORE_ROLE.match(line) or (awaits_role and not _is_dotted(cells[place + 1 : place + 2]))):
            awaits_role = False
            rows[-1]["role"] = f"{rows[-1]['role']} {line}".strip()
        elif len(line) <= _LONGEST_NAME:
            awaits_role = False
            rows.append({"name": _once(line), "role": ""})
    return rows


def _cells(lines: list[str]) -> list[str]:
    end = next((place for place, line in enumerate(lines) if _CAST_END.match(line)), len(lines))
    return [line for line in lines[:end] if line and not _CAST_LABEL.fullmatch(line)]


def _is_dotted(following: list[str]) -> bool:
    """Whether a cell of dots follows, so that the cell before it is a name."""
    return bool(following) and following[0].startswith("...")


def _once(name: str) -> str:
    """The name alone, where the text of its photo stands before it."""
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1 :] and name[half : half + 1] == " " else name


# Plot and storyline

_NOT_PLOT = re.compile(
    r"[\d:]+ \| \w+.*|Trailer|\d+ (?:VIDEO|IMAGE)S?\b.*|Episode Guide|\d+ episodes?|Season \w+(?: \| Episode \w+)?"
    r"|Previous|Next|All Episodes.*|\(\d+\)|(?:On Disc|Watch Now|On TV)|[A-Z ]{4,12}|(?:at|on|From|With|Airs) .{1,80}"
    r"|Add a Plot.*|\d{1,3}|on|With"
)
_CONTINUED = ("See full", "See more", "Read more")
_AUTHOR = re.compile(r" ?\bWritten by\b.{0,200}$")
_STORY_END = re.compile(r"(?:Plot Summary|Plot Synopsis|Add (?:Full Plot|Synopsis)|Synopsis)(?: \||$)")


def plot(lines: list[str]) -> str | None:
    """The last paragraph before the credits that is no control."""
    kept: list[str] = []
    for line in reversed(lines):
        if line.startswith(_CONTINUED):
            kept.insert(0, line)
        elif line and not _NOT_PLOT.fullmatch(line):
            return " ".join([line, *kept])
    return None


def storyline(lines: list[str]) -> str | None:
    """The paragraphs under the heading, without their author's line."""
    end = next((place for place, line in enumerate(lines) if _STORY_END.match(line) or line.endswith(":")), len(lines))
    text = "\n".join(lines[:end])
    return _AUTHOR.sub("", text.replace("\nWritten by\n", "\nWritten by ")).strip() or None


# Did you know

_PARTS = ("Trivia", "Goofs", "Quotes", "Crazy Credits", "Alternate Versions", "Connections", "Soundtracks")


class Part:
    """The lines under one heading of a section whose parts are *names*."""

    __slots__ = ("name", "names", "read")

    def __init__(self, name: str, read: object = words, names: tuple[str, ...] = _PARTS) -> None:
        self.name = name
        self.names = names
        self.read = read

    def __repr__(self) -> str:
        return f"Part({self.name!r})"

    def __call__(self, lines: list[str]) -> Raw:
        marks = [place for place, line in enumerate(lines) if line in self.names]
        for start, end in zip(marks, [*marks[1:], len(lines)], strict=True):
            if lines[start] == self.name:
                return self.read(lines[start + 1 : end])  # type: ignore[operator]
        return None


def soundtrack(lines: list[str]) -> dict[str, Raw]:
    """The first piece: its title, and its credits line by line."""
    title, *credits_ = [line for line in lines if line] or [""]
    return {"title": title, "lines": credits_}


_QUESTION = re.compile(r"Q: ?(.*)")


def questions(lines: list[str]) -> list[dict[str, str]]:
    """Questions, each after its "Q:"."""
    text = "\n".join(lines).replace("Q:\n", "Q: ").split("\n")
    return [{"question": match[1]} for line in text if (match := _QUESTION.fullmatch(line))]


# Review

_BYLINE = re.compile(r"(?P<date>.{4,30}?) \| by (?P<author>.*?) ?(?:\([^()]*\))? ?(?:[–-] ?)?(?:See all my reviews)?")
_VOTES = re.compile(r"[\d,]+ (?:out )?of [\d,]+ (?:people|users) found this.*")
_REVIEW_END = re.compile(
    r"Was (?:this|the above) review|Review this title|See all .*reviews|[\d,]+ (?:out )?of [\d,]+ (?:people|users)"
)


def review(lines: list[str]) -> dict[str, str | None] | None:
    """The review: its title above the line with date and author, its text below."""
    byline = next((place for place, line in enumerate(lines) if " | by " in line), None)
    if byline is None:
        return None
    rest = lines[byline + 1 :]
    while rest and (not rest[0] or rest[0].startswith(("(", "– See all", "See all my"))):
        rest = rest[1:]
    end = next((place for place, line in enumerate(rest) if _REVIEW_END.match(line)), len(rest))
    match = _BYLINE.fullmatch(lines[byline])
    return {
        "title": next((line for line in reversed(lines[:byline]) if line), None),
        "date": match["date"] if match else None,
        "author": match["author"] if match else None,
        "text": "\n".join(rest[:end]).strip(),
        "votes": next((line for line in rest[end:] if _VOTES.match(line)), None),
    }


# Awards

_AWARD_START = re.compile(r"(?:Won|Nominated for)\b|(?:Another )?[\d,]+ (?:wins?|nominations?)\b")
_AWARD_LINK = "See more awards"


def awards(lines: list[str]) -> str | None:
    """The awards line, which ends in its link; a converter may have broken it into several."""
    end = next((place for place, line in enumerate(lines) if _AWARD_LINK in line), None)
    if end is None:
        return None
    near = [line.split(" | ")[-1] for line in lines[max(0, end - 10) : end + 1] if line]
    starts = [place for place, line in enumerate(near) if _AWARD_START.match(line)]
    outcome = [place for place in starts if near[place].startswith(("Won", "Nominated"))]
    first = (outcome or starts)[:1]
    return " ".join(near[first[0] :]).split(_AWARD_LINK)[0].strip() if first else None


# Series


def seasons(lines: list[str]) -> list[str]:
    """The numbers that stand after "Seasons", before the years."""
    found: list[str] = []
    text = words(lines).split()
    for word in text[text.index("Seasons") + 1 :] if "Seasons" in text else ():
        if word.isdigit() and len(word) == 4:  # noqa: PLR2004 - a year
            break
        found += [word] if word.isdigit() else []
    return found


_PARENT = re.compile(r"(?P<series>.+?) \(\d{4}[^()]*\)")


def parent(lines: list[str]) -> str | None:
    """The series above the heading of an episode."""
    return next((match["series"] for line in reversed(lines) if (match := _PARENT.fullmatch(line))), None)


# Ways to watch

_WAYS = frozenset({"On Disc", "Watch Now", "On TV"})


def watch_options(lines: list[str]) -> list[dict[str, str]]:
    """Offers: a heading, and under it where."""
    return [
        {"kind": line, "provider": " ".join(_offer(lines[place + 1 :]))}
        for place, line in enumerate(lines)
        if line in _WAYS
    ]


def _offer(lines: list[str]) -> Iterator[str]:
    began = False
    for line in lines:
        if line.isupper() or (began and not line):
            return
        if line:
            began = True
            yield line


# Recommendations

_STARS_LINE = re.compile(r"(?:1 2 3 4 5 6 7 8 9 10 )?(?P<rating>\d{1,2}(?:\.\d)? ?/ ?10)(?: X)?")
_REC_NOISE = re.compile(r"(?:\d+ )?Next ?»|◄.*|.*►|\d{1,2}|X|Add to Watchlist.*|Not Rated Yet|-/10|Edit|Unrated")
_REC_CERTIFICATE = re.compile(r"Certificate: \S{1,12} ")
_REC_YEAR = re.compile(r"\((?:[A-Za-z -]+ )?\d{4}[^()]*\)")


def recommendations(lines: list[str]) -> list[dict[str, str]]:
    """Other titles: each has a rating, above it title and genres, below it plot and people."""
    kept = [line for line in lines if line and not _REC_NOISE.fullmatch(line)]
    marks = [place for place, line in enumerate(kept) if _STARS_LINE.fullmatch(line)]
    starts = [_rec_start(kept, mark) for mark in marks]
    ends = [*starts[1:], len(kept)]
    return [_recommendation(kept, *places) for places in zip(starts, marks, ends, strict=True)]


def _rec_start(lines: list[str], mark: int) -> int:
    """Where the block of the rating at *mark* begins: at its title, else its genres."""
    start = mark
    if start and _is_genres(lines[start - 1]):
        start -= 1
    if start and _REC_YEAR.fullmatch(lines[start - 1]):
        return max(0, start - 2)
    return start - 1 if start and lines[start - 1].endswith(")") and _REC_YEAR.search(lines[start - 1]) else start


def _is_genres(line: str) -> bool:
    return GENRES.issuperset(_REC_CERTIFICATE.sub("", line).split(" | "))


def _recommendation(lines: list[str], start: int, mark: int, end: int) -> dict[str, str]:
    head, below = lines[start:mark], lines[mark + 1 : end]
    genres = _REC_CERTIFICATE.sub("", head.pop()) if head and _is_genres(head[-1]) else ""
    roles = {"directors": ("Director:", "Directors:"), "stars": ("Stars:", "Star:")}
    found = {name: _after(below, labels) for name, labels in roles.items()}
    first = next((place for place, line in enumerate(below) if _REC_LABEL.match(line)), len(below))
    rated = _STARS_LINE.fullmatch(lines[mark])
    return {
        "title": " ".join(head),
        "genres": genres,
        "rating": rated["rating"] if rated else "",
        "plot": " ".join(below[:first]),
        **found,
    }


_REC_LABEL = re.compile(r"(?:Directors?|Stars?|Creators?|Writers?):")


def _after(lines: list[str], labels: tuple[str, ...]) -> str:
    for place, line in enumerate(lines):
        if line.startswith(labels):
            return line if not line.endswith(":") else words(lines[place + 1 : place + 2])
    return ""


# Official sites


def sites(lines: list[str]) -> list[dict[str, str]]:
    """Names of sites parted by bars; their addresses are lost in a dump."""
    labels = (part.strip() for part in without_controls(words(lines)).split("|"))
    return [{"label": label} for label in labels if label and not label.startswith("See more")]
