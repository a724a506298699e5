"""``docs/library.md`` says what happens."""

from __future__ import annotations

import doctest


def test_code(fixtures, monkeypatch):
    monkeypatch.chdir(fixtures.parent)
    result = doctest.testfile("docs/library.md", module_relative=False)
    assert result.failed == 0
    assert result.attempted > 10
