r"""Files that have the columns of IMDb's public ones, so that what reads those reads these.

A title whose page names no id is left out, as is a person without one. Of several captures of a title the last one
counts. What the pages do not say is ``\N``.
"""

from __future__ import annotations

import gzip
import io
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any

import msgspec

from filmspider.exports.base import latest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from filmspider.datasets import Dataset, Record

    Rows = Iterable[Sequence[Any]]

_NULL = r"\N"
_SEPARATOR = "\x02"
"""Parts the values of a list in ``title.akas``."""
_TO_SPACES = str.maketrans("\t\n\r", "   ")
_AKA_TYPES = {
    "alternative title": "alternative",
    "dvd title": "dvd",
    "festival title": "festival",
    "imdb display title": "imdbDisplay",
    "original title": "original",
    "tv title": "tv",
    "video title": "video",
    "working title": "working",
}
_SELVES = ("self", "himself", "herself", "themselves")


def write(dataset: Dataset, path: Path) -> None:
    """Write the files to a new folder."""
    path.mkdir()
    with ExitStack() as stack:
        files = {name: _open(stack, path / f"{name}.tsv.gz") for name in FILES}
        for name, (columns, _) in FILES.items():
            files[name].write("\t".join(columns) + "\n")
        for record in latest(dataset.records()):
            for name, (_, rows) in FILES.items():
                files[name].writelines(map(_line, rows(record)))


def _open(stack: ExitStack, path: Path) -> IO[str]:
    """Open a file whose bytes do not depend on its name and the time."""
    raw = stack.enter_context(path.open("wb"))
    packed = stack.enter_context(gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0))
    return stack.enter_context(io.TextIOWrapper(packed, encoding="utf-8", newline="\n"))


def _line(row: Sequence[Any]) -> str:
    return "\t".join(_NULL if value is None else str(value).translate(_TO_SPACES) for value in row) + "\n"


def _basics(record: Record) -> Rows:
    genres = record["genres"]
    yield (
        record["imdb_id"],
        _camel(record["title_type"]),
        record["title"],
        record["original_title"] or record["title"],
        int("Adult" in genres) if genres else None,
        record["year"],
        record["end_year"],
        record["runtime_minutes"],
        ",".join(genres) or None,
    )


def _ratings(record: Record) -> Rows:
    if record["rating"] is not None and record["rating_count"] is not None:
        yield record["imdb_id"], record["rating"], record["rating_count"]


def _crew(record: Record) -> Rows:
    yield record["imdb_id"], *(",".join(_ids(record[name])) or None for name in ("directors", "writers"))


def _principals(record: Record) -> Rows:
    people: list[tuple[str, str | None, dict[str, Any]]]
    people = [(_category(person), None, person) for person in record["cast"]]
    people += [("director", _job(person), person) for person in record["directors"]]
    people += [("writer", _job(person), person) for person in record["writers"]]
    people += [("writer", "created by", person) for person in record["creators"]]
    with_id = [each for each in people if each[2]["imdb_id"]]
    for ordering, (category, job, person) in enumerate(with_id, 1):
        characters = person.get("characters")
        shown = msgspec.json.encode(characters).decode() if characters else None
        yield record["imdb_id"], ordering, person["imdb_id"], category, job, shown


def _akas(record: Record) -> Rows:
    """Yield the original title, where the page states one, and the others."""
    others = [(aka["title"], aka["country"], aka["notes"]) for aka in record["akas"]]
    original = [(record["original_title"], None, ["original title"])] if record["original_title"] else []
    for ordering, (title, region, notes) in enumerate(original + others, 1):
        types = [_AKA_TYPES[note] for note in notes if note in _AKA_TYPES]
        attributes = [note for note in notes if note not in _AKA_TYPES]
        lists = (_SEPARATOR.join(values) or None for values in (types, attributes))
        yield record["imdb_id"], ordering, title, region, None, *lists, int("original" in types)


def _camel(name: str) -> str:
    """Return a type of title in IMDb's words.

    >>> _camel("tv_mini_series")
    'tvMiniSeries'
    """
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _category(person: dict[str, Any]) -> str:
    """Return the category of somebody in the cast; the pages do not say who is an actress."""
    if "archive footage" in person["notes"]:
        return "archive_footage"
    own = any(character.casefold().startswith(_SELVES) for character in person["characters"])
    return "self" if own else "actor"


def _job(person: dict[str, Any]) -> str | None:
    return ", ".join(person["notes"]) or None


def _ids(people: list[dict[str, Any]]) -> list[str]:
    return [person["imdb_id"] for person in people if person["imdb_id"]]


FILES: dict[str, tuple[tuple[str, ...], Callable[[Record], Rows]]] = {
    "title.akas": (
        ("titleId", "ordering", "title", "region", "language", "types", "attributes", "isOriginalTitle"),
        _akas,
    ),
    "title.basics": (
        (
            "tconst",
            "titleType",
            "primaryTitle",
            "originalTitle",
            "isAdult",
            "startYear",
            "endYear",
            "runtimeMinutes",
            "genres",
        ),
        _basics,
    ),
    "title.crew": (("tconst", "directors", "writers"), _crew),
    "title.principals": (("tconst", "ordering", "nconst", "category", "job", "characters"), _principals),
    "title.ratings": (("tconst", "averageRating", "numVotes"), _ratings),
}
"""The columns of each file, and what gives its rows."""
