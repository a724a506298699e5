from __future__ import annotations

from lxml import html

from filmspider.rules.rows import CastRows, RecommendationRows


def test_rows_of_damaged_tables_are_read_or_passed_over():
    table = html.fromstring(
        "<table><tr><td class=character>alone</td></tr><tr><td class=ellipsis></td><td>B</td></tr>"
        "<tr><td><a href='/name/nm0000001/'>A</a></td><td class=ellipsis>...</td><td>B</td></tr></table>"
    )
    assert CastRows("tr")(table) == [
        {"id": "", "name": "", "role": "B"},
        {"id": "/name/nm0000001/", "name": "A", "role": "B"},
    ]


def test_the_cell_of_dots_is_known_by_what_it_holds():
    table = html.fromstring(
        "<table><tr><td><img></td><td><a href='/name/nm0000001/'>A</a></td><td> ... </td><td>B</td></tr>"
        "<tr><td><a href='/name/nm0000002/'>C</a></td><td>D</td></tr></table>"
    )
    assert CastRows("tr")(table) == [
        {"id": "/name/nm0000001/", "name": "A", "role": "B"},
        {"id": "/name/nm0000002/", "name": "C", "role": "D"},
    ]


def test_a_recommendation_that_is_not_closed_takes_nothing_of_the_next_one():
    row = '<div class="rec-info"><div><div class="rec-title"><a href="/title/tt{0}/">{0}</a></div>{1}'
    first, second = row.format(1, ""), row.format(2, '<div class="rec-outline">two</div>')
    found = RecommendationRows("div")(html.fromstring(f'<div><div class="rec_overviews">{first}{second}'))
    assert found == [{"id": "/title/tt1/", "title": "1", "year": None}]
