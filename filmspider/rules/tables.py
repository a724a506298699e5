"""Pages that keep their facts in tables: a label in each row's first cell, and rows of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.processors.text import fold
from filmspider.rules.finders import _Finder, own_content, own_text, text_content
from filmspider.rules.html import HtmlView

if TYPE_CHECKING:
    from filmspider.rules.base import Raw
    from filmspider.rules.finders import Element


class TableView(HtmlView):
    """A page whose labels stand in the first cell of a row; the block that a label heads is the cell beside it."""

    def labelled(self, name: str) -> dict[str, list[Element]]:
        """Return the section's second cells by the text of the first ones, folded."""
        if name not in self._labels:
            blocks: dict[str, list[Element]] = {}
            section = self.section(name)
            for row in () if section is None else section.iter("tr"):
                if len(row) > 1:
                    blocks.setdefault(fold(text_content(row[0])), []).append(row[1])
            self._labels[name] = blocks
        return self._labels[name]


class CastRows(_Finder):
    """One mapping for every matching row of a cast list, whose cells are a picture, the name, dots and the role.

    There may be hundreds, so that nothing is looked for but these cells; paths would take three times as long.
    """

    __slots__ = ()

    def __call__(self, element: Element) -> list[dict[str, Raw]]:
        """Return ``id``, ``name`` and ``role`` of each row."""
        return [_cast_member(row) for row in self.find(element)]


def _cast_member(row: Element) -> dict[str, Raw]:
    cells = list(row)
    name = cells[0] if cells[0].get("class") == "itemprop" else cells[min(1, len(cells) - 2)]
    link = next(name.iterchildren("a"), name)
    inner = link[0] if len(link) == 1 and not (link.text or "").strip() else link
    return {"id": link.get("href", ""), "name": own_text(inner), "role": own_content(cells[-1])}
