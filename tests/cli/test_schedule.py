from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from filmspider.exceptions import UnknownArgumentError
from filmspider.scheduling import Schedule

CRAWL = ["titles.list", "--remote", "--runs", "nightly"]
START = "import sys; from filmspider.cli import app; sys.argv[0] = 'filmspider'; app()"
ODD = ["a b.list", "100%", "$HOME", 'say "x"', "it's", "back\\slash", "--runs", "é"]


def test_both_are_printed(run):
    done = run("schedule", "--at", "4:05", "--", *CRAWL)
    assert done.exit_code == 0
    for part in (
        "# filmspider-nightly.service",
        "# filmspider-nightly.timer",
        "OnCalendar=*-*-* 04:05:00",
        "\n5 4 * * * cd ",
    ):
        assert part in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--", "titles.list", "--remote"], "say --runs DIR"),
        (["--", *CRAWL, "--nonesuch"], "No such option: --nonesuch"),
        (["--at", "25:00", "--", *CRAWL], "use HH:MM"),
        (["--name", "a b", "--", *CRAWL], "name=a b"),
    ],
)
def test_what_would_fail_at_night_fails_now(run, arguments, message):
    done = run("schedule", *arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    assert message in done.stderr


def test_files_are_written(run, tmp_path, monkeypatch):
    monkeypatch.setenv("FILMSPIDER_CONTACT_URL", "https://example.org/who")
    done = run("schedule", "--into", tmp_path / "user", "--name", "films", "--", *CRAWL)
    assert "systemctl --user enable --now filmspider-films.timer" in done.stdout
    service = (tmp_path / "user" / "filmspider-films.service").read_text()
    assert "ExecStart=/usr/bin/env FILMSPIDER_CONTACT_URL=https://example.org/who /" in service
    assert f"WorkingDirectory={Path.cwd()}" in service


def test_cron_line_means_what_was_said(tmp_path):
    plan = Schedule("x", "3:15", tmp_path, ["printf", r"%s\n", *ODD])
    line = plan.cron()
    assert line.startswith("15 3 * * * ")
    assert "%" not in line.replace(r"\%", ""), "cron would cut the line there"
    command = line.split(maxsplit=5)[5].replace(r"\%", "%")
    done = subprocess.run(["/bin/sh", "-c", command], text=True, capture_output=True, check=True)
    assert done.stdout.splitlines() == [*ODD, "--quiet"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze here")
def test_units_are_sound(tmp_path):
    plan = Schedule("x", "3:15", tmp_path, ["/bin/echo", *ODD])
    for name, text in plan.units().items():
        (tmp_path / name).write_text(text)
    command = ["systemd-analyze", "verify", "--user", *map(str, tmp_path.iterdir())]
    done = subprocess.run(command, text=True, capture_output=True, check=False, env={"XDG_RUNTIME_DIR": str(tmp_path)})
    said = [line for line in done.stderr.splitlines() if "filmspider-x" in line or str(tmp_path) in line]
    assert said == []


def test_line_breaks_cannot_be_scheduled(tmp_path):
    with pytest.raises(UnknownArgumentError, match="line breaks"):
        Schedule("x", "3:15", tmp_path, ["a\nb"])


def test_command_is_a_whole_one(run):
    line = run("schedule", "--only", "cron", "--", *CRAWL).stdout
    words = shlex.split(line)
    assert words[words.index("&&") + 2 :] == ["crawl", *CRAWL, "--quiet"]
    assert Path(words[words.index("&&") + 1]).is_absolute()


@pytest.mark.parametrize("word", ["--into", "--only cron"])
def test_nightly_page_works_as_it_is_written(tmp_path, word):
    page = (Path(__file__).resolve().parents[2] / "docs" / "nightly.md").read_text(encoding="utf-8")
    line = next(line for line in page.splitlines() if "filmspider schedule" in line and word in line)
    command = re.search(r"filmspider (schedule [^|)]*)", line)[1].replace("~", str(tmp_path))
    (tmp_path / "titles.list").write_text("tt0111161\n")
    program = [sys.executable, "-W", "error", "-c", START, *shlex.split(command)]
    done = subprocess.run(program, text=True, capture_output=True, check=True, cwd=tmp_path)
    assert f"cd {tmp_path} &&" in done.stdout or (tmp_path / ".config/systemd/user/filmspider-nightly.timer").exists()
