from __future__ import annotations

import json

import pytest
from lxml import html
from msgspec.structs import replace

from filmspider.exceptions import MissingExtraError, NoRunError
from filmspider.report import page as report_page
from filmspider.report import write_report
from filmspider.report.charts import trends
from filmspider.run_history import read_runs

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}"


@pytest.fixture(scope="module")
def report(run):
    return html.fromstring(write_report(run).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def manifest(run):
    return json.loads((run / "run.json").read_bytes())


def section(report, name):
    return report.xpath(f"//section[@aria-labelledby='{name}']")[0]


def texts(elements):
    return [" ".join(element.text_content().split()) for element in elements]


def test_verdict_comes_first(report):
    assert texts(report.xpath("(//strong)[1]")) == ["▼ Drift"]
    assert "Exit code 4" in report.xpath("//header")[0].text_content()


def test_figures(report, manifest):
    figures = dict(zip(texts(report.xpath("//dt")), texts(report.xpath("//dd")), strict=True))
    assert figures["pages"] == str(manifest["pages"])
    assert figures["records"] == str(manifest["records"])
    assert figures["rejected"] == str(sum(manifest["rejected"].values()))


def test_drift_names_the_fields(report, manifest):
    named = texts(section(report, "drift").xpath(".//td[1]/code"))
    assert named == [found["name"] for found in manifest["drift"]]
    assert "countries" in named


def test_coverage_of_every_field_and_layout(report, manifest):
    table = section(report, "coverage").xpath(".//table")[0]
    layouts = texts(table.xpath(".//thead/tr/th[position() > 1]/span"))
    assert set(layouts) == set(manifest["layouts"])
    rows = {row[0]: row[1:] for row in (texts(row.xpath("th|td")) for row in table.xpath(".//tbody/tr"))}
    records, held = manifest["layouts"]["title2015"], manifest["coverage"]["title2015"]
    column = layouts.index("title2015")
    assert rows["year"][column] == f"{held['year'] / records:.0%}".rstrip("%")
    assert rows["countries"][column].startswith("▼")
    oldest = manifest["coverage"]["tn15"]["creators"] / manifest["layouts"]["tn15"]
    assert rows["creators"][layouts.index("tn15")] == f"{oldest:.0%}".rstrip("%")
    assert rows["metascore"][layouts.index("tn15")] == "·"


def test_trends_have_a_point_for_each_run(report):
    charts = section(report, "trends").xpath(".//figure")
    titles = texts([chart.xpath("figcaption")[0] for chart in charts])
    assert {"Pages", "Records", "Pages rejected", "Fields a record of title2015"} <= set(titles)
    assert "Records of title2015 with countries" in titles
    for chart in charts:
        assert len(chart.xpath(".//*[@aria-roledescription='point']")) == 2


@pytest.mark.parametrize(
    ("days", "marks"),
    [((20, 21), ["20 Nov", "21 Nov"]), ((20, 21, 22), ["20 Nov", "21 Nov", "22 Nov"]), ((20, 20), ["03:10", "03:11"])],
)
def test_each_of_a_few_runs_has_its_mark(run, days, marks):
    latest = read_runs(run)[-1]
    started = [f"2026-11-{day}T03:1{number}:00+00:00" for number, day in enumerate(days)]
    charts = trends([replace(latest, started_at=time) for time in started])
    pages = next(chart for chart in charts if chart.title == "Pages")
    words = html.fromstring(pages.svg).xpath(".//*[contains(@class, 'role-axis-label')]//text()")
    assert [word for word in words if word.strip() in marks] == marks


def test_changes_rejections_problems(report, manifest):
    for name, counts in (
        ("changes", manifest["changes"]["fields"]),
        ("rejections", manifest["rejected"]),
        ("problems", manifest["problems"]),
    ):
        kinds = section(report, name).xpath(".//summary")
        shown = dict(
            zip(
                texts(kind.xpath("span")[0] for kind in kinds), texts(kind.xpath("b")[0] for kind in kinds), strict=True
            )
        )
        assert counts.items() <= {kind: int(count) for kind, count in shown.items()}.items()
        assert all(each.xpath(".//li") for each in section(report, name).xpath(".//details"))


def test_timings(report, manifest):
    assert texts(section(report, "timings").xpath(".//tbody//th")) == list(manifest["timings"])


def test_words_of_pages_are_no_markup(report, run):
    assert report.xpath("//script | //img | //i[not(@style)] | //@onerror") == []
    assert HOSTILE in report.text_content()
    assert "<i>second" in report.text_content()
    source = (run / "report.html").read_text(encoding="utf-8")
    assert "alert(1)</script>" not in source


def test_nothing_is_loaded(report):
    assert set(report.xpath("//@href | //@src")) == {"data:,"}
    assert not any("url(" in style.text or "@import" in style.text for style in report.xpath("//style"))


def test_same_run_same_report(run):
    assert report_page.page(run) == report_page.page(run)


def test_run_without_records(first_run):
    report = html.fromstring(report_page.page(first_run))
    assert texts(report.xpath("(//strong)[1]")) == ["✕ Nothing written"]
    for words in ("No page gave a record.", "trends begin with the second", "no dataset before"):
        assert words in report.text_content()


def test_folder_without_a_run(tmp_path):
    with pytest.raises(NoRunError, match="holds no run"):
        write_report(tmp_path)


def test_without_the_extra(run, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"filmspider\[report\]"):
        write_report(run)
