"""Pages whose labelled blocks are doubled, in another order, or gone: what is left of them says what it said."""

from __future__ import annotations

from copy import deepcopy

import pytest
from fixture_pages import fixtures
from lxml import html
from variations import changed, record

LAYOUTS = ("tn15", "combined", "title2010", "title2015", "reference2017")
LABELS = "//h4/.. | //h5/.. | //tr[td[contains(@class,'label')]]"
FIXTURES = [
    pytest.param(fixture, id=f"{layout}-{fixture.folder.name}") for layout in LAYOUTS for fixture in fixtures(layout)
]


def parsed(fixture):
    return html.document_fromstring(fixture.page.body, parser=html.HTMLParser(encoding=fixture.page.charset))


def blocks(root):
    """The blocks that hold one label and little else."""
    return [block for block in root.xpath(LABELS) if len(block.xpath(".//h4 | .//h5 | .//td[2]")) == 1]


def read(fixture, root):
    return record(fixture.page, html.tostring(root, doctype="<!DOCTYPE html>"))


def rearranged(fixture, rearrange):
    """Each block's label, with the record before and after *rearrange* has changed the page at that block."""
    before = read(fixture, parsed(fixture))
    for at in range(len(blocks(parsed(fixture)))):
        root = parsed(fixture)
        block = blocks(root)[at]
        rearrange(block)
        yield before, read(fixture, root)


def double(block):
    block.addnext(deepcopy(block))


def swap(block):
    """Exchange a block with the one after it."""
    others = blocks(block.getroottree().getroot())
    after = next((other for other in block.itersiblings() if other in others), None)
    if after is not None:
        place = block.makeelement("br")
        after.addprevious(place)
        block.addprevious(after)
        place.addprevious(block)
        place.drop_tag()


def remove(block):
    block.drop_tree()


def unordered(record):
    """Several blocks of one kind stand in the page's order."""
    return {name: sorted(map(str, value)) if isinstance(value, list) else value for name, value in record.items()}


@pytest.mark.parametrize("fixture", FIXTURES)
def test_what_stands_twice_is_said_once(fixture):
    for before, after in rearranged(fixture, double):
        assert changed(before, after) == set()


@pytest.mark.parametrize("fixture", FIXTURES)
def test_the_order_of_blocks_says_nothing(fixture):
    for before, after in rearranged(fixture, swap):
        assert changed(unordered(before), unordered(after)) == set()


@pytest.mark.parametrize("fixture", FIXTURES)
def test_without_a_block_nothing_new_is_said(fixture):
    for before, after in rearranged(fixture, remove):
        fields = changed(before, after) - {"title_type"}
        assert {name for name in fields if name in after and not fixture.is_said(name, after[name])} == set()
        assert [problem for problem in after.get("problems", ()) if problem not in before.get("problems", ())] == []
