"""Places on a page that carries its data in a script: no document is built for it."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from filmspider import decoding, jsontext
from filmspider.rules.markup import markup_texts
from filmspider.rules.scriptdata import WHOLE, decoder_of, script_span, title_parts
from filmspider.rules.scriptfinders import finder, reads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import msgspec

    from filmspider.pages import Page
    from filmspider.rules.base import Place, Raw
    from filmspider.rules.scriptfinders import JsonFinder

_FIGURE = re.compile(r"\d")
_SHOWN = 4_000
"""Bytes within which a displayed part that we read ends."""


class ScriptView:
    """One page's script data: ``above`` (the fold), ``main`` (the column under it) and ``ld``, its linked data."""

    def __init__(self, page: Page, needed: msgspec.json.Decoder[Any] = WHOLE) -> None:
        self.page = page
        self._start, end = script_span(page)
        above, main = title_parts(page, self._start, end, needed)
        self._marks: dict[bytes, int] = {}
        self.data = {"above": above, "main": main, "ld": self._linked_data()}

    def _linked_data(self) -> Any:
        """Return the first JSON-LD block, which is the title's; looking for others would cost more than all else."""
        mark = self.page.body.find(b"application/ld+json", 0, self._start)
        start = self.page.body.find(b">", mark) + 1
        end = self.page.body.find(b"</script", start, self._start)
        if mark < 0 or end < 0:
            return None
        return jsontext.loads(decoding.to_utf8(self.page.body[start:end], self.page.charset))

    def shown(self, mark: bytes, end: bytes, before: bytes = b"") -> str:
        """Return the last displayed part from the tag that *mark* stands in up to *end*; empty where there is none.

        Where the page displays what *before* marks, it is looked for before that, and not far.
        """
        body = self.page.body
        limit = self._last(before) if before else -1
        place = self._last(mark) if limit < 0 else body.rfind(mark, max(0, limit - _SHOWN), limit)
        start = body.find(b">", place) + 1
        stop = body.find(end, start, start + _SHOWN)
        return decoding.to_utf8(body[start:stop], self.page.charset).decode() if 0 <= place < start < stop else ""

    def _last(self, mark: bytes) -> int:
        """Return where *mark* is displayed last; a page is gone through for each only once."""
        if mark not in self._marks:
            self._marks[mark] = self.page.body.rfind(mark, 0, self._start)
        return self._marks[mark]


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
    vain goes through the whole page, unless the page has it right *before* something else that is displayed.
    """

    __slots__ = ("before", "end", "mark", "when")

    def __init__(self, mark: str, end: str, when: str | JsonFinder, before: str = "") -> None:
        self.mark = mark.encode()
        self.before = before.encode()
        self.end = end.encode()
        self.when = finder(when)

    def __repr__(self) -> str:
        return f"Shown({self.mark.decode()!r})"

    def __call__(self, view: ScriptView) -> str | None:
        shown = view.shown(self.mark, self.end, self.before) if self.when(view.data) else ""
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


def script_view(places: Iterable[Place]) -> Callable[[Page], ScriptView]:
    """Return what prepares a page for *places*: nothing of its script is decoded but what these look at."""
    finders = chain.from_iterable(map(_finders, places))
    return partial(ScriptView, needed=decoder_of(chain.from_iterable(map(reads, finders))))


def _finders(place: Place) -> Iterator[JsonFinder]:
    if isinstance(place, With):
        yield from chain.from_iterable(map(_finders, (place.place, *place.others.values())))
    elif isinstance(place, Script | Shown):
        yield place.find if isinstance(place, Script) else place.when
