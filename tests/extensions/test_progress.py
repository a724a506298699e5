from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from rich.console import Console
from scrapy.settings import Settings

from filmspider.extensions.progress import Progress, is_quiet


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"LOG_LEVEL": "INFO"}, False),
        ({"LOG_LEVEL": "DEBUG"}, False),
        ({"LOG_LEVEL": "WARNING"}, True),
        ({"LOG_LEVEL": "INFO", "LOG_ENABLED": False}, True),
        ({"LOG_LEVEL": "INFO", "LOG_FILE": "run.log"}, True),
    ],
)
def test_bar_is_shown_only_where_the_log_is_quiet(settings, expected):
    assert is_quiet(Settings(settings)) is expected


def test_bar_shows_pages():
    folder = SimpleNamespace(output=SimpleNamespace(pages=42))
    shown = io.StringIO()
    crawler = SimpleNamespace(get_extension=lambda _: folder)
    progress = Progress(crawler, Console(file=shown, force_terminal=True, width=60))
    progress.engine_started()
    progress.done()
    progress.engine_stopped()
    assert "42 pages" in shown.getvalue()
