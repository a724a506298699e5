"""Pages to measure with: the corpus of real ones where it is present, else the hand-written fixtures."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from filmspider.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("FILMSPIDER_CORPUS", PROJECT.parent / "shared" / "corpus"))
FIXTURES = PROJECT / "fixtures"


def pages_by_group() -> tuple[Path, dict[str, list[Page]]]:
    """Return the folder that the pages are from, and the pages by layout group, unpacked and in memory."""
    if (CORPUS / "index.tsv").is_file():
        return CORPUS, _grouped(_corpus())
    return FIXTURES, _grouped((path.parent.parent.name, path) for path in sorted(FIXTURES.glob("*/*/page.*")))


def _corpus() -> Iterable[tuple[str, Path]]:
    with (CORPUS / "index.tsv").open(encoding="utf-8", newline="") as index:
        for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["layout_group"].partition("_")[0], CORPUS / "pages" / row["file"]
    for path in sorted((CORPUS / "text").glob("*.txt")):
        yield "text", path


def _grouped(paths: Iterable[tuple[str, Path]]) -> dict[str, list[Page]]:
    groups: defaultdict[str, list[Page]] = defaultdict(list)
    for group, path in paths:
        groups[group].append(Page.unpack(path.read_bytes(), uri=path.name))
    return dict(sorted(groups.items()))
