from __future__ import annotations

import pytest

from filmspider.datasets import Dataset
from filmspider.items import Title
from filmspider.quality.impossible import impossible

SOURCE = {"uri": None, "layout": "x", "media": "html", "sha256": "0" * 64, "extractor": "1"}
GROSS = {"amount": 5, "currency": "USD"}


def title(**fields):
    captured = fields.pop("captured_at", None)
    return Title.model_validate({"title": "x", "source": {**SOURCE, "captured_at": captured}} | fields)


def test_the_fixtures_are_possible(dataset_folder):
    for record in Dataset(dataset_folder).titles():
        assert list(impossible(record)) == [], record.source.uri


@pytest.mark.parametrize(
    ("fields", "finding"),
    [
        ({"episode": {"season": 1}}, ("episode", "of a movie")),
        ({"end_year": 2015, "title_type": "video"}, ("end_year", "of a video")),
        ({"seasons": [1]}, ("seasons", "of a movie")),
        ({"runtime_minutes": 5}, ("runtime_minutes", "5, but the first of runtimes is None")),
        (
            {"rating": 5, "field_status": {"rating": "not_on_layout"}},
            ("rating", "not on the layout, but holds something"),
        ),
        (
            {
                "awards": {
                    "highlight": {"event": "Oscar", "outcome": "won", "count": 4},
                    "wins": 3,
                    "total": True,
                    "text": "x",
                }
            },
            ("awards", "4 of Oscar, 3 in total"),
        ),
        (
            {"grosses": [GROSS | {"as_of": "2019"}], "captured_at": "2018-02-07T10:00:00Z"},
            ("grosses", "2019, but the page was saved on 2018-02-07"),
        ),
        (
            {"featured_review": {"date": "2018-02-08"}, "captured_at": "2018-02-07"},
            ("featured_review", "2018-02-08, but the page was saved on 2018-02-07"),
        ),
    ],
)
def test_what_cannot_be(fields, finding):
    assert list(impossible(title(**fields))) == [finding]


@pytest.mark.parametrize(
    "fields",
    [
        {"episode": {"season": 1}, "title_type": "tv_episode"},
        {"end_year": 2015, "seasons": [1], "episode_total": 3, "title_type": "tv_mini_series"},
        {"grosses": [GROSS | {"as_of": "2018"}], "captured_at": "2018-02-07"},
        {"featured_review": {"date": "2018-02-08"}},
        {"awards": {"highlight": {"event": "Oscar", "outcome": "won", "count": 4}, "wins": 3, "text": "x"}},
    ],
)
def test_what_can(fields):
    assert list(impossible(title(**fields))) == []
