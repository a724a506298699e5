from __future__ import annotations

import time
from email.utils import formatdate

import pytest
from scrapy.http import Response

from filmspider.middlewares.waiting import wait_asked_for


def asked(value, status=429):
    return wait_asked_for(Response("http://a.example/", status=status, headers={"Retry-After": value}))


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 7 ", 7),
        ("999999999999999999999", 999999999),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Wednesday", None),
        ("-1", None),
        ("1.5", None),
        ("", None),
        ("²", None),
    ],
)
def test_seconds(value, seconds):
    assert asked(value) == seconds


def test_date():
    assert 98 < asked(formatdate(time.time() + 100, usegmt=True)) <= 100
    assert 98 < asked(formatdate(time.time() + 100)) <= 100, "a date without a zone is in UTC"


def test_only_an_answer_that_says_not_now_is_waited_for():
    assert asked("100", status=200) is None
    assert asked("100", status=503) == 100
    assert wait_asked_for(Response("http://a.example/", status=429)) is None
