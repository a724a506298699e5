from __future__ import annotations

import pytest

from filmspider.kinds import classify
from filmspider.pages import Page
from filmspider.parsing import parse_page


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
        "http://us.imdb.com/title/tt0095016/",
        "http://www.imdb.de/title/tt0095016/",
        "http://m.imdb.com/title/tt0095016/",
        "http://akas.imdb.com/title/tt0095016/maindetails",
        "https://www.imdb.com/es-es/title/tt0095016/reference/",
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
        ("https://www.imdb.com/title/tt0095016/user-reviews", "user-reviews"),
        ("https://pro.imdb.com/title/tt0095016/", "pro"),
        ("https://www.boxofficemojo.com/title/tt0095016/", "boxofficemojo"),
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
        ({"body": b"<html><title>503 Service Unavailable</title>"}, "other_page"),
        ({"body": b"<html><title>Internet Archive Wayback Machine</title>"}, "other_page"),
        ({"body": b"<html><title>429 Too Many Requests</title>"}, "blocked"),
        ({"body": b"<html><title>Before you continue</title>"}, "blocked"),
    ],
)
def test_answers_that_are_no_page(known, reason):
    assert classify(Page(**known)).reason == reason


@pytest.mark.parametrize("name", ["Captcha", "Consent", "Access Denied", "Page Not Found", "404 Error", "Error 500"])
@pytest.mark.parametrize("year", ["(2014)", "(TV Movie 2014)", "(????)"])
def test_a_short_page_of_a_film_may_be_called_like_a_wall(name, year):
    assert classify(Page(body=page("http://www.imdb.com/title/tt0095016/", f"{name} {year} - IMDb"))) is None


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


@pytest.mark.parametrize(
    ("kind", "view", "detail"),
    [("name", "main", "name"), ("title", "ratings", "ratings"), ("chart", "top250movie", "chart")],
)
def test_a_page_without_an_address_may_say_what_it_is(kind, view, detail):
    tags = f'<meta property="imdb:pageType" content="{kind}"/><meta content={view} property="imdb:subPageType"/>'
    rejection = classify(Page(body=f"<head>{tags}</head>".encode()))
    assert (rejection.reason, rejection.detail) == ("other_page", detail)


def test_a_page_without_an_address_may_say_that_it_is_a_titles():
    body = b'<head><meta property="pageType" content="title" /><meta property="subpageType" content="main" /></head>'
    assert classify(Page(body=body)) is None


@pytest.mark.parametrize(
    ("body", "address", "reason", "detail"),
    [
        (b'<html><div id="tn15" class="fullcredits">', None, "other_page", "fullcredits"),
        (b"<html><p>", "https://www.imdb.com/", "other_page", "home"),
        (b"<html><p>", "http://www.imdb.com/character/ch0000985/", "other_page", "character"),
        (b"<html><p>", "http://us.imdb.com/Title?0095016", "unknown_layout", None),
        (b"<html><p>", "http://m.imdb.com/title/tt0095016/", "unknown_layout", None),
        (b"<html><p>", "/data/saved.html", "unknown_layout", None),
    ],
)
def test_a_page_in_no_layout_is_named_where_it_can_be(body, address, reason, detail):
    rejection = parse_page(Page(body=body, address=address))
    assert (rejection.reason, rejection.detail) == (reason, detail)


CALENDAR = (
    b'<html><head><title>Movies in Theaters - IMDb</title>%s</head><table class="nm-title-overview-widget-layout">'
)
PERSON = (
    b'<html><head><script type="application/ld+json">{"@type":"Person","name":"Ada Ferry"}</script></head>'
    b'<h1 data-testid="hero__pageTitle">Ada Ferry</h1></html>'
)


@pytest.mark.parametrize(
    ("body", "reason", "detail"),
    [
        (CALENDAR % b"", "unknown_layout", None),
        (
            CALENDAR % b'<link rel="canonical" href="http://www.imdb.com/movies-in-theaters/"/>',
            "other_page",
            "movies-in-theaters",
        ),
        (PERSON, "unknown_layout", None),
    ],
)
def test_what_looks_like_a_titles_page_in_part_gives_no_record(body, reason, detail):
    rejection = parse_page(Page(body=body))
    assert (rejection.reason, rejection.detail) == (reason, detail)
