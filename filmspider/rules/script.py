"""Places on a page that carries its data in a script: no document is built for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider import decoding, jsontext
from filmspider.rules.markup import markup_texts
from filmspider.rules.scriptdata import script_span, title_parts
from filmspider.rules.scriptfinders import finder

if TYPE_CHECKING:
    from filmspider.pages import Page
    from filmspider.rules.base import Place, Raw
    from filmspider.rules.scriptfinders import JsonFinder

_FIGURE = re.compile(r"\d")
_SHOWN = 4_000
"""Bytes within which a displayed part that we read ends."""


class ScriptView:
    """One page's script data: ``above`` (the fold), ``main`` (the column under it) and ``ld``, its linked data."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._start, end = script_span(page.body)
        above, main = title_parts(page, self._start, end)
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
        if mappings is None or len(mappings) != 1:
            return mappings
        return [mappings[0] | {name: raw for name, other in self.others.items() if (raw := other(view))}]
