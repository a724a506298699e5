"""A few examples of each kind, read from the files of a run."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

EACH = 4
"""Examples of a kind."""
_NO_PROBLEMS = b'"problems":[]}'

Examples = dict[str, tuple[int, list[dict[str, Any]]]]
"""For each kind how many there are, and the first of them; the most frequent kind first."""


class _Problem(msgspec.Struct):
    code: str
    field: str | None
    detail: str


class _Source(msgspec.Struct):
    uri: str | None


class _Row(msgspec.Struct):
    imdb_id: str | None
    title: str
    source: _Source
    problems: list[_Problem]


def rejections(folder: Path, counts: Mapping[str, int]) -> Examples:
    """Return the rejections by reason."""
    with (folder / "rejected.jsonl").open("rb") as lines:
        rows = map(msgspec.json.Decoder(dict[str, Any]).decode, lines)
        return _examples(counts, ((row["reason"], row) for row in rows))


def problems(folder: Path, counts: Mapping[str, int]) -> Examples:
    """Return the problems by code."""
    with (folder / "titles.jsonl").open("rb") as lines:
        return _examples(counts, _problems(lines))


def changed(folder: Path, counts: Mapping[str, Any] | None) -> Examples:
    """Return the changes by field, and the titles that are ``new`` or ``gone``."""
    if counts is None:
        return {}
    kinds = {kind: counts[kind] for kind in ("new", "gone") if counts[kind]} | counts["fields"]
    with (folder / "changes.jsonl").open("rb") as lines:
        rows = map(msgspec.json.Decoder(dict[str, Any]).decode, lines)
        return _examples(kinds, ((row["field"] or row["change"], row) for row in rows))


def _problems(lines: Iterable[bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    decode = msgspec.json.Decoder(_Row).decode
    for line in lines:
        if not line.rstrip().endswith(_NO_PROBLEMS):
            row = decode(line)
            about = {"imdb_id": row.imdb_id, "title": row.title, "uri": row.source.uri}
            yield from ((each.code, {"field": each.field, "detail": each.detail} | about) for each in row.problems)


def _examples(counts: Mapping[str, int], rows: Iterable[tuple[str, dict[str, Any]]]) -> Examples:
    """Read *rows* until there are examples enough of everything counted."""
    wanted = {kind: min(count, EACH) for kind, count in counts.items()}
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for kind, row in rows:
        if len(found[kind]) < EACH:
            found[kind].append(row)
            if all(len(found[each]) >= number for each, number in wanted.items()):
                break
    return {kind: (count, found[kind]) for kind, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))}
