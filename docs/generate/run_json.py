"""The page ``run-json.md``: the keys of a run's manifest, as a run writes them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from filmspider import runs, verdict
from generate.markdown import attribute_docs, code, made_from, table

_PAGE = Path(__file__).parents[2] / "fixtures" / "title2015" / "feature-film-2018" / "page.html"
_MEANINGS = {
    "verdict": "The worst that can be said of the run: see [exit codes](exit-codes.md).",
    "exit_code": "The exit code that goes with it.",
    "versions": "Of filmspider, the record's schema, Scrapy, lxml and Python.",
    "sources": "The sources as they were named.",
    "keep": "`latest`, `all` or `merged`.",
    "update": "Whether earlier runs into the folder were carried on.",
    "workers": "Processes that read archived pages; with 0 the run itself did.",
    "remote": "Whether bare title ids were fetched.",
    "match": "Which records of archives were read, by their address.",
    "discover": "Addresses of sitemaps and lists that titles were taken from.",
    "archive": "Folder in which the answers were kept; null where they were not.",
    "settings": "[Settings](settings.md) given for this run alone, without secrets.",
    "started_at": "When the run began, in UTC.",
    "finished_at": "When it ended, in UTC.",
    "records": "Lines of `titles.jsonl`.",
    "duplicates": "Pages whose bytes, or whose title, another page has: the lines of `duplicates.jsonl`.",
    "layouts": "Records by page layout.",
    "coverage": "For each layout, how many records hold each field.",
    "problems": "Problems in records, by code.",
    "timings": "Seconds that reading pages, publishing the dataset and comparing it with the one before took.",
    "read": "What this run itself read, page by page: rejections by reason and, for each layout and kind of title, how "
    "many pages there were (`pages`), held each field (`held`), had words for a field that were not understood "
    "(`unparsed`), and gave a value by each rule (`rules`). [Drift](drift.md) is found by these.",
    "compared_with": "When the runs that this one was held against were: see [drift](drift.md).",
    "drift": "What its pages hold less of than theirs.",
    "changes": "Since the dataset that stood there before: titles that are new, gone or changed, and changes by field. "
    "Null where there was none.",
}
_INTRODUCTION = f"""\
# run.json

{made_from("a run, which wrote these keys,")}

`run.json` stands beside the dataset and says what was run, with what, and what came of it. It is written last: a
dataset that has no `run.json` as young as itself is from a run that was killed between the two.
"""
_END = """\
`pages` + `carried` = `records` + `duplicates` + `passed_over` + all that were `rejected`, or `balanced` is false.

Scrapy's own statistics are not in it. `scrapy crawl titles … -s STATS_DUMP=True` logs them at the end of the run; for
pages that were fetched, `downloader/…`, `retry/…` and `robotstxt/…` say what was asked and how it was answered.
"""


def run_json_page() -> str:
    """Return the page in Markdown."""
    meanings = attribute_docs(verdict, "RunResult") | _MEANINGS
    rows = ([code(key), _kind(value), meanings[key]] for key, value in _manifest().items())
    return f"{_INTRODUCTION}\n{table(['key', 'value', 'meaning'], rows)}\n\n{_END}"


def _manifest() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        quiet = {"LOG_LEVEL": "ERROR", "TWISTED_REACTOR_ENABLED": False}
        result = runs.crawl([str(_PAGE)], Path(folder), workers=0, settings=quiet)
        manifest: dict[str, Any] = json.loads(result.run_path.read_bytes())
    return manifest


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "number"
        case str():
            return "text"
        case list():
            return "list"
    return "object"
