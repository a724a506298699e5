"""Pages that keep their facts in tables: a label in each row's first cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmspider.processors.text import fold
from filmspider.rules.contents import text_content
from filmspider.rules.html import HtmlView

if TYPE_CHECKING:
    from filmspider.rules.contents import Element


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
