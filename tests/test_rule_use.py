from __future__ import annotations

from filmspider.layouts import LAYOUTS
from filmspider.pages import Page
from filmspider.rule_use import RuleUses
from filmspider.sources import open_sources
from filmspider.tracing import trace


def counted(*pages):
    uses = RuleUses()
    for page in pages:
        uses.add(trace(page))
    return list(uses)


def test_every_rule_of_the_layouts_met_is_counted(fixtures):
    pages = [page for page in open_sources([str(fixtures / "title2015")]) if isinstance(page, Page)]
    found = counted(*pages)
    (layout,) = (layout for layout in LAYOUTS if layout.name == "title2015")
    assert {use.layout for use in found} == {"title2015"}
    assert {use.key for use in found} == {rule.key for rule in layout.rules}
    assert {use.pages for use in found} == {len(pages)}
    assert max(use.values for use in found) == len(pages)
    assert [use.values for use in found] == sorted((use.values for use in found), reverse=True)


def test_a_rule_that_is_passed_over_counts_too(fixtures):
    page = Page((fixtures / "title2015" / "feature-film-2018" / "page.html").read_bytes())
    titles = [use for use in counted(page) if use.field == "title"]
    assert [use.values for use in titles] == [1, 1]


def test_rejected_pages_do_not_count():
    assert counted(Page(b"<html><body>nothing</body></html>"), Page(b"")) == []
