"""The script that a page carries its data in: found from the end of the page, and only its useful parts decoded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from filmspider import decoding, jsontext
from filmspider.pages import NEXT_DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.pages import Page


class _PageProps(msgspec.Struct):
    """What is read of the script. Everything else, mostly translations, is passed over and costs next to nothing."""

    tconst: Any = None
    aboveTheFoldData: Any = None  # noqa: N815 - the site's names
    mainColumnData: Any = None  # noqa: N815
    urqlState: Any = None  # noqa: N815


class _Props(msgspec.Struct):
    pageProps: _PageProps = msgspec.field(default_factory=_PageProps)  # noqa: N815
    urqlState: Any = None  # noqa: N815


class _Script(msgspec.Struct):
    props: _Props = msgspec.field(default_factory=_Props)


_DECODER = msgspec.json.Decoder(_Script)


def script_span(body: bytes) -> tuple[int, int]:
    """Return where the content of the script starts and ends; both are 0 where there is none."""
    mark = body.rfind(NEXT_DATA + b'"')
    start = body.find(b">", mark if mark >= 0 else body.rfind(NEXT_DATA)) + 1
    end = body.find(b"<", start)
    while end >= 0 and not body.startswith(b"</script", end):
        end = body.find(b"<", end + 1)
    return (start, end) if start and end >= 0 else (0, 0)


def _decoded(page: Page, start: int, end: int) -> _Props:
    for stop in (end, page.body.rfind(b"</script")):  # a page saved anew may hold such a tag in a text
        try:
            return _DECODER.decode(memoryview(page.body)[start:stop]).props
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    return _mended(decoding.to_utf8(page.body[start:], page.charset).decode())


def _mended(text: str) -> _Props:
    """Read what is no valid JSON as it stands, up to its last brace."""
    try:
        data, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
        return msgspec.convert(jsontext.writable(data), _Script).props
    except (ValueError, RecursionError, msgspec.ValidationError):
        return _Props()


def title_parts(page: Page, start: int, end: int) -> tuple[Any, Any]:
    """Return what the script from *start* to *end* says of the title: the top of the page and the column under it."""
    props = _decoded(page, start, end)
    parts = props.pageProps.aboveTheFoldData, props.pageProps.mainColumnData
    return _queried(props) if parts[1] is None else parts


def _queried(props: _Props) -> tuple[Any, Any]:
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
