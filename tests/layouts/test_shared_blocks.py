"""Blocks of the title pages of 2010 to 2021 that other titles show otherwise than the fixtures."""

from __future__ import annotations

import re

import pytest
from fixture_pages import FIXTURES, Fixture, record_of
from variations import changed, record

from filmspider.parsing import parse_page

FILMS = ["title2010/feature-film-2014", "title2015/feature-film-2016", "title2015/feature-film-2018"]
ABOUT_THE_READING = ("field_status", "problems")
AUTHOR = re.compile(rb'<a href="/user/ur\d+/\?ref_=tt_urv"\n><span[^>]*>(.+?)</span></a>')
VOTES = re.compile(rb"[\d,]+ of [\d,]+ people found this review helpful\.(?:&nbsp;)?")


@pytest.mark.parametrize("film", FILMS)
def test_a_review_that_nobody_has_voted_on_is_read_without_a_problem(film):
    page = Fixture(FIXTURES / film).page
    body, count = VOTES.subn(b"", page.body)
    before, after = record_of(parse_page(page)), record(page, body)
    assert count == 1
    assert changed(before, after) == {"featured_review"}
    assert after["featured_review"].items() <= before["featured_review"].items()
    assert before["featured_review"].keys() - after["featured_review"].keys() == {"helpful_votes", "total_votes"}
    assert [after.get(key) for key in ABOUT_THE_READING] == [before.get(key) for key in ABOUT_THE_READING]


@pytest.mark.parametrize("film", FILMS)
def test_the_link_to_all_reviews_is_not_the_author(film):
    page = Fixture(FIXTURES / film).page
    body, count = AUTHOR.subn(rb"\1", page.body)
    before, after = record_of(parse_page(page)), record(page, body)
    assert count == 1
    assert changed(before, after) == {"featured_review"}
    assert "author" not in after["featured_review"]
