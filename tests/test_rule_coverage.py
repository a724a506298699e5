"""Every rule of the layouts that read a page or its script gives a value on one of the hand-written pages.

Those that do not yet stand in ``rules_without_fixture.txt``, a layout and the key of a rule a line, which is never to
grow. The layouts of text dumps are left out: what they read is held against the pages by ``test_text_dumps.py``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from filmspider.layouts import LAYOUTS
from filmspider.pages import Page
from filmspider.tracing import hits, trace

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
EXEMPT = Path(__file__).with_name("rules_without_fixture.txt")
READ = [layout for layout in LAYOUTS if layout.media == "html"]


def named(layout: str, key: str) -> str:
    return f"{layout} {key}"


@cache
def hit() -> frozenset[str]:
    found = [trace(Page.unpack(path.read_bytes())) for path in FIXTURES.glob("*/*/page.html")]
    return frozenset(named(each.layout.name, rule.key) for each in found for rule, gives in hits(each) if gives)


def every_rule() -> set[str]:
    return {named(layout.name, rule.key) for layout in READ for rule in layout.rules}


def exempt() -> list[str]:
    return EXEMPT.read_text(encoding="utf-8").splitlines()


def test_every_rule_gives_a_value_on_a_fixture():
    assert sorted(every_rule() - hit() - set(exempt())) == []


def test_rules_without_a_fixture_are_rules_and_have_none():
    assert sorted(rule for rule in exempt() if rule in hit() or rule not in every_rule()) == []


def test_rules_of_a_layout_have_keys_of_their_own():
    assert [layout.name for layout in READ if len({rule.key for rule in layout.rules}) < len(layout.rules)] == []
