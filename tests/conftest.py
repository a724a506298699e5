"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

from filmspider.output import Output
from filmspider.pages import Page
from filmspider.parsing import parse_page

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
    output = Output(folder, keep="latest", fingerprint="")
    for path in sorted(fixtures.glob("*/*/page.*")):
        output.add(parse_page(Page.unpack(path.read_bytes(), uri=path.relative_to(fixtures).as_posix())))
    output.publish()
    output.close()
    return folder
