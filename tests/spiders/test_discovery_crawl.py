from __future__ import annotations

import gzip
import json

import pytest
from spiders.sites import Answer, Site, number_in

from filmspider.exceptions import UnsupportedAddressError

EAGER = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False, "BACKOFF": 0.01}
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'
URLSET = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


@pytest.fixture
def site(page):
    def script(path, _):
        if path in served.lists:
            answer = served.lists[path]
            return answer if isinstance(answer, Answer) else Answer(answer)
        return Answer(page(number_in(path)))

    with Site(script).serve() as served:
        served.lists = {}
        yield served


def sitemap(form, *addresses):
    entry = "<sitemap><loc>{}</loc></sitemap>" if form is INDEX else "<url><loc>{}</loc></url>"
    return form.format("".join(map(entry.format, addresses))).encode()


def test_sitemap_index_to_titles(crawl, site):
    site.lists = {
        "/sitemap.xml": sitemap(INDEX, f"{site.base}/a.xml.gz", f"{site.base}/b.xml", "http://elsewhere.example/c.xml"),
        "/a.xml.gz": gzip.compress(sitemap(URLSET, *map(site.url, range(1, 6)), f"{site.base}/name/nm0000001/")),
        "/b.xml": sitemap(
            URLSET, site.url(5) + "fullcredits", site.url(6), "http://elsewhere.example/title/tt0000007/"
        ),
    }
    result = crawl(discover=[f"{site.base}/sitemap.xml"], settings=EAGER)
    assert (result.verdict, result.pages, result.records, result.balanced) == ("well", 6, 6, True)
    assert sorted(map(number_in, site.paths()))[-6:] == [1, 2, 3, 4, 5, 6]
    assert json.loads(result.run_path.read_text())["discover"] == [f"{site.base}/sitemap.xml"]


def test_list_page_and_limit(crawl, site):
    site.lists = {"/chart": b"<html>" + b"".join(b'<a href="/title/tt%07d/?ref=x">x</a>' % n for n in range(1, 51))}
    result = crawl(discover=f"{site.base}/chart", limit=7, settings=EAGER)
    assert (result.records, result.pages) == (7, 7)
    assert sorted(map(number_in, site.paths())) == [0, 1, 2, 3, 4, 5, 6, 7]


def test_lists_that_name_each_other_are_read_once(crawl, site):
    site.lists = {f"/{n}.xml": sitemap(INDEX, f"{site.base}/0.xml", f"{site.base}/{n + 1}.xml") for n in range(150)}
    result = crawl(discover=[f"{site.base}/0.xml"], settings=EAGER)
    assert len(site.paths()) == len(set(site.paths())) == 100
    assert result.records == 0


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(b"<html>no</html>", 403), ("blocked", "403 Forbidden", 3)),
        (Answer(b"<html>gone</html>", 404), ("other_page", "names no titles", 2)),
        (Answer(b"<html>nothing here</html>"), ("other_page", "names no titles", 2)),
        (Answer(b"<urlset><url><loc>torn"), ("other_page", "names no titles", 2)),
        (Answer(fault="reset"), ("error", "connection failed", 2)),
    ],
)
def test_list_that_names_nothing(crawl, site, answer, expected):
    site.lists = {"/list": answer}
    result = crawl(discover=[f"{site.base}/list"], settings=EAGER)
    (row,) = map(json.loads, result.rejected_path.read_text().splitlines())
    assert (row["reason"], row["detail"], result.exit_code) == expected
    assert (row["uri"], result.pages, result.balanced) == (f"{site.base}/list", 1, True)


def test_list_beside_pages(crawl, site, folder):
    site.lists = {"/list": b'<html><a href="/title/tt0000100/">x</a>'}
    result = crawl(folder(3), site.url(100), discover=[f"{site.base}/list"], settings=EAGER)
    assert (result.records, result.duplicates, result.pages) == (4, 1, 5)
    assert site.paths().count("/title/tt0000100/") == 1


def test_lists_are_not_read_from_files(crawl):
    with pytest.raises(UnsupportedAddressError):
        crawl(discover=["file:///etc/hosts"])
