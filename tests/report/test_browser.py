"""The report in a real browser: nothing overflows, every word can be read, nothing is complained of."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path

import pytest

from filmspider.report import write_report

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--virtual-time-budget=5000",
]


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def chromium():
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium to look at the report with: apt-get install chromium")
    return found


@pytest.fixture
def site(tmp_path, run):
    shutil.copytree(run, tmp_path, dirs_exist_ok=True)
    manifest = tmp_path / "run.json"
    manifest.write_text(json.dumps(with_every_share(json.loads(manifest.read_bytes()))))
    write_report(tmp_path)
    shutil.copy(Path(__file__).with_name("probe.html"), tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def with_every_share(manifest):
    """Return a manifest whose coverage has every colour that a cell can have."""
    shares = cycle(range(101))
    layouts = dict.fromkeys(manifest["layouts"], 100)
    coverage = {name: {field: next(shares) for field in manifest["coverage"][name]} for name in layouts}
    return manifest | {"layouts": layouts, "coverage": coverage}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_report(chromium, site, tmp_path, dark):
    scheme = ["--force-dark-mode"] if dark else []
    command = [chromium, *QUIET, *scheme, f"--user-data-dir={tmp_path}/profile", "--dump-dom", f"{site}/probe.html"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = json.loads(html.unescape(re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL).group(1)))
    assert [(look["width"], look["overflow"], look["dark"]) for look in found] == [("375", 0, dark), ("1280", 0, dark)]
    for look in found:
        assert look["faint"] == []
        assert look["words"] > 500
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
