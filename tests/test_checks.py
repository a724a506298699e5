from __future__ import annotations

import pytest

from filmspider.checks import checked
from filmspider.items import Title

SOURCE = {"layout": "title2015", "media": "html", "sha256": "0" * 64, "extractor": "1"}


def found(**fields):
    title = checked(Title.model_validate({"title": "x", "source": SOURCE} | fields))
    assert {problem.code for problem in title.problems} <= {"implausible"}
    return [(problem.field, problem.detail) for problem in title.problems]


def gross(amount, area="US", currency="USD"):
    return {"amount": amount, "area": area, "currency": currency}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"grosses": [gross(5)], "opening_weekends": [gross(9)]}, [("grosses", "5 USD in US below 9 USD in US")]),
        ({"grosses": [gross(5), gross(9)], "opening_weekends": [gross(9)]}, []),
        ({"grosses": [gross(5)], "opening_weekends": [gross(9, "GB")]}, []),
        ({"grosses": [gross(5)], "opening_weekends": [gross(9, currency="GBP")]}, []),
        ({"grosses": [gross(5, None)], "opening_weekends": [gross(9, None)]}, []),
        ({"grosses": [gross(5), gross(4, "001")]}, [("grosses", "4 USD in 001 below 5 USD in US")]),
        (
            {"grosses": [gross(4, "001")], "opening_weekends": [gross(5)]},
            [("grosses", "4 USD in 001 below 5 USD in US")],
        ),
        ({"grosses": [gross(5), gross(6, "001")]}, []),
        ({"rating": 7.7, "rating_count": 3234}, []),
        ({"rating": 7.7}, [("rating", "7.7 without votes")]),
        ({"rating": 7.7, "rating_count": 0}, [("rating", "7.7 without votes")]),
        ({"rating": 7.7, "field_status": {"rating_count": "unparsed"}}, []),
        ({"rating": 0.5, "rating_count": 5}, [("rating", "0.5 is below 1")]),
        ({"featured_review": {"helpful_votes": 21, "total_votes": 16}}, [("featured_review", "21 of 16 votes")]),
        ({"featured_review": {"helpful_votes": 16, "total_votes": 21}}, []),
        ({"year": 2010, "end_year": 2009}, [("end_year", "2009 before 2010")]),
        ({"year": 2010, "release_dates": [{"date": "2007-09"}]}, [("release_dates", "2007 before 2010")]),
        ({"year": 2010, "release_dates": [{"date": "2008"}, {"date": "2020-01-01"}]}, []),
    ],
)
def test_figures_that_cannot_be(fields, expected):
    assert found(**fields) == expected


def test_earlier_problems_stay():
    problem = {"code": "rounded", "field": "rating_count", "detail": "11.4K"}
    title = Title.model_validate({"title": "x", "source": SOURCE, "rating": 7.7, "problems": [problem]})
    assert [each.code for each in checked(title).problems] == ["rounded", "implausible"]
