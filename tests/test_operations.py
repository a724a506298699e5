"""What is told about a run to those who were not there: log, metrics, hook."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from scrapy.settings import Settings

from filmspider.exceptions import MissingExtraError, OutputError, UnknownArgumentError
from filmspider.logs import OneLine, one_line_an_event
from filmspider.metrics import check_metrics, write_metrics
from filmspider.notifying import check_command, notify
from filmspider.verdict import RunResult


@pytest.fixture
def result(tmp_path):
    def make(**changed):
        counts = {
            "pages": 12,
            "records": 7,
            "duplicates": 2,
            "passed_over": 0,
            "resumed": 0,
            "carried": 0,
            "remote_blocked": 0,
        }
        state = {"rejected": {"empty": 3}, "layouts": {"text": 7}, "failures": 0, "seconds": 2.5, "finished": True}
        files = {f"{name}_path": tmp_path / name for name in ("titles", "rejected", "run")}
        return RunResult(**counts | state | files | {"interrupted": False} | changed)

    return make


def logged(message, *arguments, error=None, **extra):
    record = logging.makeLogRecord(
        {"name": "a.b", "levelname": "INFO", "msg": message, "args": arguments, "created": 0, "exc_info": error} | extra
    )
    return OneLine().format(record)


def test_event_has_one_line_and_an_id():
    assert logged("a\nb\n\n%s", "c", event="host_left") == "1970-01-01T00:00:00Z INFO host_left a.b a | b | c"
    first, second = (logged("%d pages", number).split()[2] for number in (1, 2))
    assert first == second != logged("%d titles", 1).split()[2]


def test_traceback_is_in_the_line():
    try:
        1 / 0  # noqa: B018 - it is to be logged
    except ZeroDivisionError:
        line = logged("oh", error=sys.exc_info())
    assert "\n" not in line
    assert line.endswith("ZeroDivisionError: division by zero")


def test_log_file(tmp_path):
    settings = Settings({"LOG_FILE": str(tmp_path / "log"), "LOG_LEVEL": "INFO"})
    with one_line_an_event(settings):
        logging.getLogger("filmspider.test").info("é")
        logging.getLogger("filmspider.test").debug("no")
    logging.getLogger("filmspider.test").warning("no")
    assert (tmp_path / "log").read_text(encoding="utf-8").splitlines()[0].endswith("filmspider.test é")
    assert len((tmp_path / "log").read_text(encoding="utf-8").splitlines()) == 1


def test_metrics(result, tmp_path):
    write_metrics(result(remote_blocked=1), tmp_path / "run.prom")
    families = text_string_to_metric_families((tmp_path / "run.prom").read_text())
    found = {(each.name, *each.labels.values()): each.value for family in families for each in family.samples}
    assert found["filmspider_run_pages",] == 12
    assert found["filmspider_run_rejected", "empty"] == 3
    assert found["filmspider_run_exit_code",] == 3
    assert (found["filmspider_run_verdict", "blocked"], found["filmspider_run_verdict", "well"]) == (1, 0)
    assert found["filmspider_run_ended_timestamp_seconds",] > 1_700_000_000
    assert [path.name for path in tmp_path.iterdir()] == ["run.prom"]


def test_metrics_that_fail_are_logged(result, tmp_path, caplog):
    (tmp_path / "run.prom").mkdir()
    write_metrics(result(), tmp_path / "run.prom")
    assert "metrics not written" in caplog.text
    assert [path.name for path in tmp_path.iterdir()] == ["run.prom"]


def test_metrics_that_cannot_be_written(tmp_path, monkeypatch):
    check_metrics(None)
    with pytest.raises(OutputError):
        check_metrics(tmp_path / "nonesuch" / "run.prom")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"filmspider\[metrics\]"):
        check_metrics(tmp_path / "run.prom")


def test_hook_is_told_what_is_not_well(result, tmp_path):
    (tmp_path / "run").write_text('{"verdict": "errors"}')
    command = f"tee {tmp_path}/told"
    notify(result(), command)
    assert not (tmp_path / "told").exists()
    notify(result(failures=1), command)
    assert (tmp_path / "told").read_text() == '{"verdict": "errors"}'


def test_hook_is_not_told_of_an_earlier_run(result, tmp_path):
    (tmp_path / "run").write_text('{"verdict": "well"}')
    notify(result(finished=False, told=False), f"tee {tmp_path}/told")
    assert json.loads((tmp_path / "told").read_text()) == {"verdict": "errors", "exit_code": 2}


@pytest.mark.parametrize("command", ["false", "/nonesuch/command"])
def test_hook_that_fails_is_logged(result, caplog, command):
    notify(result(failures=1, told=False), command)
    assert "notifying failed" in caplog.text


@pytest.mark.parametrize("command", ["nonesuch-command x", "", "'"])
def test_hook_is_looked_for_beforehand(command):
    with pytest.raises(UnknownArgumentError):
        check_command(command)


def test_hook_has_no_shell(result, tmp_path):
    notify(result(failures=1, told=False), f"echo x > {tmp_path}/told")
    assert not Path(tmp_path / "told").exists()
