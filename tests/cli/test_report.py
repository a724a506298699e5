from __future__ import annotations

import webbrowser

import pytest

from filmspider import runs


@pytest.fixture(scope="module")
def output(tmp_path_factory, fixtures):
    folder = tmp_path_factory.mktemp("output")
    settings = {"TWISTED_REACTOR_ENABLED": False, "LOG_LEVEL": "WARNING"}
    runs.crawl([str(fixtures / "tn15")], folder, workers=0, settings=settings)
    return folder


def test_report_is_written_into_the_run(run, output):
    done = run("report", output)
    assert (done.exit_code, done.output) == (0, f"{output / 'report.html'}\n")
    assert (output / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_open(run, output, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert run("report", output, "--open").exit_code == 0
    assert opened == [(output / "report.html").as_uri()]


def test_no_run(run, tmp_path):
    done = run("report", tmp_path)
    assert done.exit_code == 1
    assert "holds no run" in done.output


def test_crawl_with_baseline_and_report(start, fixtures, tmp_path):
    command = ("crawl", fixtures / "tn15", "-o", tmp_path, "--baseline", "last", "--report")
    assert start(*command).returncode == 0
    done = start(*command)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 titles new, 0 gone, 0 changed since the dataset before" in done.stdout
    assert done.stdout.endswith(f"{tmp_path / 'report.html'}\n")


def test_baseline_that_is_not_there(start, fixtures, tmp_path):
    done = start("crawl", fixtures / "tn15", "-o", tmp_path / "output", "--baseline", tmp_path / "nonesuch")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"filmspider: no run to compare with: {tmp_path / 'nonesuch'} does not exist\n"
