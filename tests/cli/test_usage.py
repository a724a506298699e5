from __future__ import annotations

import subprocess
import sys

import pytest

from filmspider import __version__
from filmspider.layouts import LAYOUTS


def test_version(run):
    assert run("--version").output == f"filmspider {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonesuch"], "filmspider: No such command 'nonesuch'."),
        (["crwal"], "Did you mean 'crawl'"),
        (["crawl"], "no sources: name files"),
        (["inspect"], "Missing argument"),
        (["inspect", "--nonesuch", "x"], "No such option: --nonesuch"),
        (["crawl", ".", "--keep", "first"], "'first' is not one of 'latest', 'all'"),
        (["crawl", "tt0111161"], "add --remote"),
    ],
)
def test_usage_and_set_up_errors_are_one_line(run, arguments, message):
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_bare_command_shows_help(run):
    done = run()
    assert done.exit_code == 1
    assert "Usage:" in done.stdout


@pytest.mark.parametrize("command", [(), ("crawl",), ("inspect",)])
def test_help_explains_exit_codes(run, command):
    done = run(*command, "--help")
    assert done.exit_code == 0
    for part in ("Exit codes: 0", "1 usage or set-up", "2 "):
        assert part in " ".join(done.output.split())


def test_layouts_lists_every_layout(run):
    done = run("layouts")
    text = " ".join(done.output.split())
    assert done.exit_code == 0
    for layout in LAYOUTS:
        assert f"{layout.name} │ {layout.media} │ {layout.seen} │ {len(layout.fields)} │" in text


def test_shell_completion(start, monkeypatch):
    for name, value in (
        ("_FILMSPIDER_COMPLETE", "complete_bash"),
        ("COMP_WORDS", "filmspider cr"),
        ("COMP_CWORD", "1"),
    ):
        monkeypatch.setenv(name, value)
    assert start().stdout.split() == ["crawl"]


def test_the_package_is_the_command(tmp_path):
    command = [sys.executable, "-m", "filmspider", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Usage: filmspider [OPTIONS] COMMAND" in done.stdout
