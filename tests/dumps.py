"""Makes plain-text dumps of HTML pages, four of each, for scoring: ``python tests/dumps.py FOLDER PAGE…``.

Each converter gets a folder of its own below FOLDER; a dump is called like its page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import html_text
import inscriptis
from bs4 import BeautifulSoup

from filmspider.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable

CONVERTERS: dict[str, Callable[[str], str]] = {
    "html_text": html_text.extract_text,
    "inscriptis": inscriptis.get_text,
    "beautifulsoup": lambda html: BeautifulSoup(html, "lxml").get_text(),
    "beautifulsoup_lines": lambda html: BeautifulSoup(html, "lxml").get_text("\n", strip=True),
}


def main(folder: Path, pages: list[Path]) -> None:
    for name, convert in CONVERTERS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for path in pages:
            text = convert(Page.unpack(path.read_bytes()).text)
            stem = path.name.removesuffix(".gz").removesuffix(".html")
            (folder / name / f"{stem}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
