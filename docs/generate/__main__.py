"""Write the generated pages into the folder of the site."""

from __future__ import annotations

from pathlib import Path

from generate import PAGES

for name, page in PAGES.items():
    (Path(__file__).parent.parent / name).write_text(page(), encoding="utf-8")
