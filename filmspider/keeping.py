"""Which captures of a title make the dataset: the latest, all, or the latest with its gaps filled from older ones."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from filmspider.index import Row

    Payload = Callable[[Row], bytes]

Keep = Literal["latest", "all", "merged"]

_EMPTY = (b"null", b"[]")
_NEVER_FILLED = {"source", "field_status", "problems"}
_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_encode = msgspec.json.Encoder().encode


class Kept(NamedTuple):
    """A line of the dataset: the page it is from, older ones that may fill its gaps, and those that are left out."""

    row: Row
    older: list[Row]
    dropped: list[Row]


def kept(rows: Iterable[Row], keep: Keep) -> Iterator[Kept]:
    """Yield what is kept of *rows*, which come as :func:`best_first` says."""
    same_title = attrgetter("key")
    same_capture = attrgetter("key", "captured_at", "sha256")
    for _, group in groupby(rows, same_capture if keep == "all" else same_title):
        first, *others = group
        if keep == "merged":
            captures = [list(same) for _, same in groupby([first, *others], same_capture)]
            yield Kept(first, [same[0] for same in captures[1:]], [row for same in captures for row in same[1:]])
        else:
            yield Kept(first, [], others)


def best_first(keep: Keep) -> bool:
    """Return whether the captures of a title are wanted best first, not in the order of capture."""
    return keep != "all"


def line(each: Kept, payload: Payload) -> bytes:
    """Return a line of the dataset; *payload* gives the record of a row."""
    record = payload(each.row)
    if not each.older:
        return record
    fields = _decode(record)
    filled = _fill(fields, (_decode(payload(row)) for row in each.older))
    if not filled:
        return record
    status = msgspec.json.decode(fields["field_status"]) | {
        name: "merged" for source in filled for name in source["fields"]
    }
    source = msgspec.json.decode(fields["source"]) | {"merged": filled}
    return _encode(fields | {"field_status": status, "source": source})


def stamped(payload: bytes, row: Row) -> bytes:
    """Return the outcome in *payload*, that of another page with the same content, as the one of *row*."""
    fields = _decode(payload)
    if "source" not in fields:
        return _encode(fields | {"uri": row.uri})
    capture = {"uri": row.uri, "captured_at": row.captured_at or None, "captured_from": row.captured_from}
    return _encode(fields | {"source": msgspec.json.decode(fields["source"]) | capture})


def left_out(each: Kept) -> Iterator[bytes]:
    """Yield, for each page that gives no line of its own, what it is a duplicate of."""
    for row in sorted([*each.older, *each.dropped], key=attrgetter("captured_at", "sha256", "uri")):
        yield _encode(
            {
                "title": each.row.key,
                "uri": row.uri or None,
                "captured_at": row.captured_at or None,
                "sha256": row.sha256,
                "why": "same_bytes" if row.sha256 == each.row.sha256 else "older_capture",
                "kept": each.row.uri or None,
            }
        )


def _fill(fields: dict[str, msgspec.Raw], older: Iterable[dict[str, msgspec.Raw]]) -> list[dict[str, Any]]:
    """Fill what is empty in *fields*; return from which captures, the newest first."""
    missing = {name for name, value in fields.items() if bytes(value) in _EMPTY} - _NEVER_FILLED
    filled = []
    for other in older:
        if not missing:
            break
        found = [name for name in fields if name in missing and bytes(other[name]) not in _EMPTY]
        if found:
            fields.update({name: other[name] for name in found})
            missing.difference_update(found)
            source = msgspec.json.decode(other["source"])
            about = {name: source[name] for name in ("uri", "layout", "captured_at", "captured_from", "sha256")}
            filled.append({"fields": found, **about})
    return filled
