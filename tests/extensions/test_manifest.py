from __future__ import annotations

from scrapy.settings import Settings

from filmspider.coverage import Coverage
from filmspider.extensions.manifest import Rejections, given_settings
from filmspider.items import Title


def line(**fields):
    source = {"layout": "title2015", "media": "html", "sha256": "0" * 64, "extractor": "1"}
    return Title.model_validate({"title": "x", "source": source} | fields).model_dump_json().encode()


def test_coverage():
    problem = {"code": "rounded", "field": "rating_count", "detail": "11.4K"}
    coverage = Coverage([line(year=1999, genres=["Drama"]), line(year=2000, problems=[problem, problem])])
    held = {name: count for name, count in coverage.fields()["title2015"].items() if count}
    assert held == {"title": 2, "title_type": 2, "year": 2, "genres": 1}
    assert coverage.records == 2
    assert coverage.problems == {"rounded": 2}


def test_zero_and_false_are_held():
    held = Coverage([line(rating_count=0, cast_complete=False)]).fields()["title2015"]
    assert (held["rating_count"], held["cast_complete"]) == (1, 1)


def test_rejections():
    rejections = Rejections(
        [
            b'{"reason":"blocked","detail":null,"uri":"http://localhost/","sha256":null}',
            b'{"reason":"blocked","detail":null,"uri":"captcha.html","sha256":null}',
            b'{"reason":"empty","detail":null,"uri":null,"sha256":null}',
        ]
    )
    assert rejections.reasons == {"blocked": 2, "empty": 1}
    assert rejections.remote_blocked == 1


def test_secrets_are_not_written_down():
    settings = Settings({"LOG_LEVEL": "INFO"})
    settings.setdict({"DOWNLOAD_DELAY": 3, "HTTPAUTH_PASS": "x", "AWS_SECRET_ACCESS_KEY": "x"}, priority="cmdline")
    assert given_settings(settings) == {"DOWNLOAD_DELAY": 3}
