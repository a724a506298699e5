from __future__ import annotations

from lxml import html

from filmspider.rules.rows import CastRows


def test_rows_of_damaged_tables_are_read_or_passed_over():
    table = html.fromstring(
        "<table><tr><td class=character>alone</td></tr><tr><td class=ellipsis></td><td>B</td></tr>"
        "<tr><td><a href='/name/nm0000001/'>A</a></td><td class=ellipsis>...</td><td>B</td></tr></table>"
    )
    assert CastRows("tr")(table) == [
        {"id": "", "name": "", "role": "B"},
        {"id": "/name/nm0000001/", "name": "A", "role": "B"},
    ]
