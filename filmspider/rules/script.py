"""Places on a page that carries its data in a script: no document is built for it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from filmspider import decoding, jsontext
from filmspider.rules.markup import markup_texts
from filmspider.rules.scriptfinders import finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.pages import Page
    from filmspider.rules.base import Place, Raw
    from filmspider.rules.scriptfinders import JsonFinder

_SCRIPT = b"__NEXT_DATA__"
_ROUTE = b'"/title/['
_LONGEST_ROUTE = 100
_FIGURE = re.compile(r"\d")
_SHOWN = 4_000
"""Bytes within which a displayed part that we read ends."""


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


def route(page: Page) -> str | None:
    """Return the route by which the site made a title's page, without ``/title/[``; it stands at the script's end."""
    start = page.body.rfind(_ROUTE)
    if start < 0 or page.body.rfind(_SCRIPT, 0, start) < 0:
        return None
    start += len(_ROUTE)
    end = page.body.find(b'"', start, start + _LONGEST_ROUTE)
    return page.body[start:end].decode("ascii", "replace") if end >= 0 else None


def script_span(body: bytes) -> tuple[int, int]:
    """Return where the content of the script starts and ends; both are 0 where there is none."""
    mark = body.rfind(_SCRIPT + b'"')
    start = body.find(b">", mark if mark >= 0 else body.rfind(_SCRIPT)) + 1
    end = body.find(b"<", start)
    while end >= 0 and not body.startswith(b"</script", end):
        end = body.find(b"<", end + 1)
    return (start, end) if start and end >= 0 else (0, 0)


def _decoded(page: Page, start: int, end: int) -> _Props:
    try:
        return _DECODER.decode(memoryview(page.body)[start:end]).props
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _mended(decoding.to_utf8(page.body[start:], page.charset).decode())


def _mended(text: str) -> _Props:
    """Read the script of a page saved anew: a tag inside a text may look like its end, so it ends where its braces do."""
    try:
        data, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
        return msgspec.convert(data, _Script).props
    except (ValueError, RecursionError, msgspec.ValidationError):
        return _Props()


class ScriptView:
    """One page's script data: ``above`` (the fold), ``main`` (the column under it) and ``ld``, its linked data."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._start, end = script_span(page.body)
        props = _decoded(page, self._start, end)
        above, main = props.pageProps.aboveTheFoldData, props.pageProps.mainColumnData
        if main is None:
            above, main = _queried(props)
        self.data = {"above": above, "main": main, "ld": self._linked_data()}

    def _linked_data(self) -> Any:
        """Return the first JSON-LD block, which is the title's; looking for others would cost more than all else."""
        mark = self.page.body.find(b"application/ld+json", 0, self._start)
        start = self.page.body.find(b">", mark) + 1
        end = self.page.body.find(b"</script", start, self._start)
        if mark < 0 or end < 0:
            return None
        return jsontext.loads(decoding.to_utf8(self.page.body[start:end], self.page.charset))

    def shown(self, mark: bytes, end: bytes) -> str:
        """Return the last displayed part from the tag that *mark* stands in up to *end*; empty where there is none."""
        body = self.page.body
        start = body.find(b">", body.rfind(mark, 0, self._start)) + 1
        stop = body.find(end, start, start + _SHOWN)
        return decoding.to_utf8(body[start:stop], self.page.charset).decode() if 0 < start < stop else ""


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


class Script:
    """What a finder, or the path it stands for, gives in the page's data."""

    __slots__ = ("find",)

    def __init__(self, place: str | JsonFinder) -> None:
        self.find = finder(place)

    def __repr__(self) -> str:
        return f"Script({self.find!r})"

    def __call__(self, view: ScriptView) -> Raw:
        return self.find(view.data)


class Shown:
    """The displayed texts with a figure in them, from the tag that *mark* stands in up to *end*, joined by a space.

    It is for words that the script lacks, and only looked for where the script has something at *when*: a search in
    vain goes through the whole page.
    """

    __slots__ = ("end", "mark", "when")

    def __init__(self, mark: str, end: str, when: str | JsonFinder) -> None:
        self.mark = mark.encode()
        self.end = end.encode()
        self.when = finder(when)

    def __repr__(self) -> str:
        return f"Shown({self.mark.decode()!r})"

    def __call__(self, view: ScriptView) -> str | None:
        shown = view.shown(self.mark, self.end) if self.when(view.data) else ""
        return " ".join(filter(_FIGURE.search, markup_texts(shown))) or None


class With:
    """The one mapping that *place* gives, parts of it replaced by what another place says of them; several stay."""

    __slots__ = ("others", "place")

    def __init__(self, place: Place, **others: Place) -> None:
        self.place = place
        self.others = others

    def __repr__(self) -> str:
        return f"With({self.place!r}, {', '.join(f'{name}={other!r}' for name, other in self.others.items())})"

    def __call__(self, view: ScriptView) -> Raw:
        mappings = self.place(view)
        if len(mappings) != 1:
            return mappings
        return [mappings[0] | {name: raw for name, other in self.others.items() if (raw := other(view))}]
