"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from filmspider.checks import checked
from filmspider.items import Title
from filmspider.keys import title_key
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.publishing import publish

# How long an example takes says more of the machine than of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real saved pages, which is not part of the project."""
    folder = Path(os.environ.get("FILMSPIDER_CORPUS", PROJECT.parent / "shared" / "corpus"))
    if not (folder / "pages").is_dir():
        pytest.skip(f"no corpus of real pages in {folder}; set FILMSPIDER_CORPUS to its folder")
    return folder


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of hand-written pages."""
    return PROJECT / "fixtures"


@pytest.fixture(scope="session")
def dataset_folder(fixtures, tmp_path_factory) -> Path:
    """The folder of a run over the hand-written pages, which no test changes."""
    folder = tmp_path_factory.mktemp("run")
    pages = (
        Page.unpack(path.read_bytes(), uri=path.relative_to(fixtures).as_posix())
        for path in sorted(fixtures.glob("*/*/page.*"))
    )
    found = [checked(item) for item in map(parse_page, pages) if isinstance(item, Title)]
    found.sort(key=lambda item: (item.source.captured_at or "", item.source.sha256))
    titles = {title_key(item.imdb_id, item.title, item.year, item.title_type): item for item in found}
    publish(folder / "titles.jsonl", (titles[key].model_dump_json().encode() for key in sorted(titles)))
    return folder
