"""The project as an egg on a real scrapyd, which is installed for this test where there is a package index."""

from __future__ import annotations

import json
import os
import shutil
import site
import socket
import subprocess
import sys
import time
import venv
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

PROJECT = Path(__file__).resolve().parents[1]
NEEDED = ["scrapyd>=1.6", "scrapyd-client>=2.0.3", "setuptools>=77,<81"]
MARK = "+from.the.egg"


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """Give an environment with what scrapyd needs and, behind it, what this one has."""
    folder = tmp_path_factory.mktemp("scrapyd") / "venv"
    venv.create(folder)
    made = folder / "bin" / "python"
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "behind.pth").write_text("\n".join(site.getsitepackages()))
    install = [sys.executable, "-m", "pip", "--python", str(made), "install", "--quiet", *NEEDED]
    done = subprocess.run(install, text=True, capture_output=True, check=False, timeout=300)
    if done.returncode:
        pytest.skip(f"scrapyd cannot be installed here: {(done.stderr.strip().splitlines() or ['pip failed'])[-1]}")
    return made


@pytest.fixture
def project(tmp_path):
    """Copy the project, with a version by which its egg is known."""
    copy = tmp_path / "project"
    copy.mkdir()
    shutil.copytree(PROJECT / "filmspider", copy / "filmspider", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("scrapy.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, copy)
    init = copy / "filmspider" / "__init__.py"
    init.write_text(init.read_text().replace('__version__ = "', f'__version__ = "9.9{MARK}.'))
    return copy


@pytest.fixture
def server(python, tmp_path):
    """Start scrapyd on a free port of the loopback interface."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path / "scrapyd"
    folder.mkdir()
    (folder / "scrapyd.conf").write_text(
        f"[scrapyd]\nbind_address = 127.0.0.1\nhttp_port = {port}\npoll_interval = 0.2\nmax_proc = 1\n"
        "eggs_dir = eggs\nlogs_dir = logs\ndbs_dir = dbs\n"
    )
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([python.parent / "scrapyd"], cwd=folder, stdout=log, stderr=log, env=environment())
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(20)


def environment():
    hidden = {"PYTHONPATH", "SCRAPY_SETTINGS_MODULE", "SCRAPY_PROJECT"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


def ask(address, **data):
    with urlopen(address, urlencode(data).encode() if data else None, timeout=120) as answer:  # noqa: S310 - on loopback
        return json.load(answer)


def until(condition, seconds=90):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if found := condition():
                return found
        except URLError:
            pass
        time.sleep(0.2)
    raise AssertionError("it did not come to pass")


def test_egg_is_deployed_scheduled_and_writes_a_dataset(python, project, server, tmp_path):
    config = project / "scrapy.cfg"
    config.write_text(config.read_text().replace("http://127.0.0.1:6800/", server))
    until(lambda: ask(f"{server}daemonstatus.json")["status"] == "ok")
    deploy = subprocess.run(
        [python.parent / "scrapyd-deploy"], cwd=project, text=True, capture_output=True, check=False, env=environment()
    )
    assert deploy.returncode == 0, deploy.stderr
    assert ask(f"{server}listspiders.json?project=filmspider")["spiders"] == ["titles"]
    fixtures = PROJECT / "fixtures" / "title2015"
    job = ask(
        f"{server}schedule.json", project="filmspider", spider="titles", sources=fixtures, output=tmp_path / "output"
    )["jobid"]
    until(lambda: [each["id"] for each in ask(f"{server}listjobs.json?project=filmspider")["finished"]] == [job])
    log = (tmp_path / "scrapyd" / "logs" / "filmspider" / "titles" / f"{job}.log").read_text()
    run = json.loads((tmp_path / "output" / "run.json").read_text())
    assert run["verdict"] == "well", log
    assert MARK in run["versions"]["filmspider"]
    titles = [json.loads(line) for line in (tmp_path / "output" / "titles.jsonl").read_text().splitlines()]
    assert len(titles) == run["records"] == len(list(fixtures.iterdir()))
