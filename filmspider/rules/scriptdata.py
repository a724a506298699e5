"""The script that a page carries its data in: found from the end of the page, and only its useful parts decoded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypedDict

import msgspec
from msgspec import field

from filmspider import decoding, jsontext
from filmspider.pages import NEXT_DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from filmspider.pages import Page


_QUOTED = NEXT_DATA + b'"'
_QUERIES = ("urqlState", Any, None)


def decoder(above: Any, main: Any) -> msgspec.json.Decoder[Any]:
    """Return what decodes both parts of the script as these types.

    Everything else, mostly translations, is passed over and costs next to nothing.
    """
    parts = [("aboveTheFoldData", above, None), ("mainColumnData", main, None)]  # the site's names
    page_props = msgspec.defstruct("PageProps", [("tconst", Any, None), *parts, _QUERIES])
    props = msgspec.defstruct("Props", [("pageProps", page_props, field(default_factory=page_props)), _QUERIES])
    return msgspec.json.Decoder(msgspec.defstruct("Script", [("props", props, field(default_factory=props))]))


WHOLE: Final = decoder(Any, Any)
"""Decodes all of both parts."""


def decoder_of(reads: Iterable[tuple[str, ...]]) -> msgspec.json.Decoder[Any]:
    """Return what decodes nothing but what *reads* names in ``above`` and ``main``."""
    tree: _Tree = {}
    for names in reads:
        node = tree
        for name in names:
            node = node.setdefault(name, {})
        node[_EVERYTHING] = {}
    return decoder(_type(tree["above"]), _type(tree["main"]))


_Tree: TypeAlias = "dict[str, _Tree]"
_EVERYTHING = ""


def _type(tree: _Tree) -> Any:
    """Return the type of an object, or a list of them, that keeps only these names."""
    if _EVERYTHING in tree:
        return Any
    parts: Any = TypedDict("parts", {name: _type(inner) for name, inner in tree.items()}, total=False)  # type: ignore[misc]
    return parts | list[parts] | None


def script_span(page: Page) -> tuple[int, int]:
    """Return where the content of the script starts and ends; both are 0 where there is none."""
    body = page.body
    quoted = body.rfind(_QUOTED, 0, page.script_at + len(_QUOTED))
    start = body.find(b">", quoted if quoted >= 0 else page.script_at) + 1
    end = body.find(b"<", start)
    while end >= 0 and not body.startswith(b"</script", end):
        end = body.find(b"<", end + 1)
    return (start, end) if start and end >= 0 else (0, 0)


def _decoded(page: Page, start: int, end: int, needed: msgspec.json.Decoder[Any]) -> Any:
    last = page.body.rfind(b"</script")  # a page saved anew may hold such a tag in a text
    for stop, parts in ((end, needed), (end, WHOLE), (last, WHOLE)):  # of shapes that were never seen all is decoded
        try:
            return parts.decode(memoryview(page.body)[start:stop]).props
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    return _mended(decoding.to_utf8(page.body[start:], page.charset).decode())


def _mended(text: str) -> Any:
    """Read what is no valid JSON as it stands, up to its last brace."""
    try:
        data, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
        return msgspec.convert(jsontext.writable(data), WHOLE.type).props
    except (ValueError, RecursionError, msgspec.ValidationError):
        return WHOLE.decode(b"{}").props


def title_parts(page: Page, start: int, end: int, needed: msgspec.json.Decoder[Any]) -> tuple[Any, Any]:
    """Return what the script from *start* to *end* says of the title: the top of the page and the column under it.

    Where it can be, only what is *needed* is decoded.
    """
    props = _decoded(page, start, end, needed)
    parts = props.pageProps.aboveTheFoldData, props.pageProps.mainColumnData
    return _queried(props) if parts[1] is None else parts


def _queried(props: Any) -> tuple[Any, Any]:
    """Return both parts from the answers to the page's queries, of which some are about other titles."""
    above = main = None
    for title in _titles(props.pageProps.urqlState or props.urqlState):
        if title.get("id") == (props.pageProps.tconst or title.get("id")):
            above = above or (title if "principalCredits" in title else None)
            main = main or (title if "wins" in title else None)
    return above, main


def _titles(queries: Any) -> Iterator[dict[str, Any]]:
    for query in queries.values() if isinstance(queries, dict) else ():
        data = query.get("data") if isinstance(query, dict) else None
        answer = jsontext.loads(data.encode()) if isinstance(data, str) else data
        title = answer.get("title") if isinstance(answer, dict) else None
        if isinstance(title, dict):
            yield title
