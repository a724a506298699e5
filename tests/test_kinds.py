from __future__ import annotations

import pytest

from filmspider.kinds import classify
from filmspider.pages import Page


def page(address: str, title: str = "Die Hard (1988) - IMDb") -> bytes:
    return f'<html><head><title>{title}</title><link rel="canonical" href="{address}"></head><body>'.encode()


@pytest.mark.parametrize(
    "address",
    [
        "http://www.imdb.com/title/tt0095016/",
        "https://www.imdb.com/title/tt10027990",
        "http://www.imdb.com/title/tt0095016/combined",
        "http://www.imdb.com/title/tt0095016/reference",
        "http://www.imdb.com/title/tt0330508/?fr=c2M9MXxsbT01MDB8",
        "http://web.archive.org/web/20100125/http://www.imdb.com/title/tt0330508/",
    ],
)
def test_title_pages_pass(address):
    assert classify(Page(body=page(address))) is None


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("http://www.imdb.com/title/tt0095016/fullcredits", "fullcredits"),
        ("http://www.imdb.com/title/tt0095016/releaseinfo?ref_=tt", "releaseinfo"),
        ("https://www.imdb.com/title/tt0111161/ratings/", "ratings"),
        ("https://www.imdb.com/name/nm0000019/", "person"),
        ("http://www.imdb.com/find", "search"),
        ("https://www.imdb.com/chart/top/", "chart"),
        ("https://www.imdb.com/list/ls025849840/", "list"),
        ("https://www.imdb.com/company/co0026840/", "company"),
    ],
)
def test_other_pages_say_what_they_are(address, detail):
    rejection = classify(Page(body=page(address)))
    assert (rejection.reason, rejection.detail) == ("other_page", detail)


def test_the_captured_address_counts_where_the_page_gives_none():
    rejection = classify(Page(body=b"<html><body>", address="https://www.imdb.com/name/nm0000019/bio"))
    assert (rejection.reason, rejection.detail) == ("other_page", "person")


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"body": b"", "status": 202}, "blocked"),
        ({"body": b"", "status": 200}, "empty"),
        ({"body": b" \n\x00 "}, "empty"),
        ({"body": b"no", "status": 403}, "blocked"),
        ({"body": b"slow down", "status": 429}, "blocked"),
        ({"body": b"gone", "status": 404}, "other_page"),
        ({"body": b"oops", "status": 503}, "other_page"),
        ({"body": b"<html><script>window.gokuProps = {}</script>"}, "blocked"),
        ({"body": b"<html><form>type the CAPTCHA</form>"}, "blocked"),
        ({"body": b"<html><title>Access Denied</title>"}, "blocked"),
        ({"body": b"<html><title>404 Error - IMDb</title>"}, "other_page"),
    ],
)
def test_answers_that_are_no_page(known, reason):
    assert classify(Page(**known)).reason == reason


def test_a_long_page_may_speak_of_captchas():
    body = page("http://www.imdb.com/title/tt0095016/") + b"<script>captcha</script>" + b"<p>x</p>" * 10_000
    assert classify(Page(body=body)) is None


def test_corpus_pages_that_are_no_titles_are_rejected(corpus):
    for path in sorted((corpus / "pages").glob("not-a-title*")):
        rejection = classify(Page.unpack(path.read_bytes()))
        assert rejection is not None, path.name
        assert rejection.reason == "other_page", path.name


def test_no_title_page_of_the_corpus_is_rejected(corpus):
    titles = [path for path in sorted((corpus / "pages").glob("*.gz")) if not path.name.startswith("not-a-title")]
    assert [path.name for path in titles if classify(Page.unpack(path.read_bytes()))] == []


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("http://www.imdb.com/title/tt0095016/fullcredits", "fullcredits"),
        ("http://www.imdb.com/name/nm0000246/", "person"),
    ],
)
def test_the_address_of_a_text_is_looked_at_too(address, detail):
    rejection = classify(Page(body=b"Die Hard (1988)\nFull Cast & Crew", address=address))
    assert rejection is not None
    assert (rejection.reason, rejection.detail) == ("other_page", detail)


@pytest.mark.parametrize("address", ["http://www.imdb.com/title/tt0095016/", "/data/dump.txt", None])
def test_the_text_of_a_title_page_passes(address):
    assert classify(Page(body=b"Die Hard (1988)\nStoryline", address=address)) is None
