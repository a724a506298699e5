"""The guide to adding a layout works as it is written."""

from __future__ import annotations

import re

import pytest

from filmspider import layouts
from filmspider.cli import app
from filmspider.items import Title
from filmspider.labels import labels, unread
from filmspider.layouts import LAYOUTS
from filmspider.pages import Page
from filmspider.parsing import parse_page
from filmspider.tracing import trace


@pytest.fixture(scope="module")
def guide(fixtures):
    return (fixtures.parent / "docs" / "adding-a-layout.md").read_text(encoding="utf-8")


@pytest.fixture
def page(guide):
    return Page(block(guide, "html").encode())


@pytest.fixture
def layout(guide, monkeypatch):
    module = {}
    exec(compile(block(guide, "python"), "pocket2014", "exec"), module)  # noqa: S102 - our own guide
    layout = module["POCKET_2014"]
    monkeypatch.setattr(layouts, "LAYOUTS", (*LAYOUTS, layout))
    return layout


def block(text, language):
    return re.search(rf"```(?:\{{code-block\}} )?{language}\n(?::caption: .*?\n\n)?(.*?)```", text, re.DOTALL).group(1)


def test_before(page):
    assert parse_page(page).reason == "unknown_layout"
    assert [label.text for label in labels(page)] == ["Director", "Running time", "Countries"]


def test_after(page, layout):
    title = parse_page(page)
    assert isinstance(title, Title)
    assert (title.source.layout, title.imdb_id, title.year) == (layout.name, "tt9000001", 2016)
    assert [country.code for country in title.countries] == ["FR", "NO"]
    assert [person.name for person in title.directors] == ["Anton Berle"]
    assert (title.runtime_minutes, title.problems) == (118, [])
    assert unread(trace(page), page) == []


def test_commands_exist(guide, fixtures):
    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    for path in ("docs/adding-a-layout.md", "CONTRIBUTING.md", "README.md"):
        text = (fixtures.parent / path).read_text(encoding="utf-8")
        assert set(re.findall(r"^(?:    |\$ )filmspider (\w+)", text, re.MULTILINE)) <= known
    targets = (fixtures.parent / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^(?:    |\$ )make (\w+)", guide, re.MULTILINE):
        assert f"\n{target}:" in targets


def test_links_lead_somewhere(fixtures):
    project = fixtures.parent
    for path in (project / "README.md", project / "CONTRIBUTING.md", *sorted((project / "docs").glob("*.md"))):
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
        assert [link for link in links if not (path.parent / link).exists()] == []
