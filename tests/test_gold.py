"""The records of the corpus' gold pages are right: the exact share may not fall below what has been reached."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

GROUPS = dict.fromkeys(("A", "B", "C", "D1", "D2", "combined", "reference", "tn15"), 1.0)
OWN = Path(__file__).parent / "gold"
OWN_GROUPS = GROUPS
TEXT = {"text": 1.0}


def score(corpus, folder, lines, *options):
    records = folder / "records.jsonl"
    records.write_text("".join(lines), encoding="utf-8")
    tool = corpus.parent / "tools" / "score.py"
    if not tool.exists():
        pytest.skip(f"no scoring tool at {tool}")
    run = subprocess.run(
        [sys.executable, str(tool), str(folder), str(records), "--errors", "20", *options],
        capture_output=True,
        text=True,
        check=False,
    )
    return float(re.search(r"; exact ([\d.]+) ", run.stdout).group(1)), run.stdout


def score_group(corpus, tmp_path, gold, group):
    lines = []
    for path in sorted(gold.glob(f"{group}_*.json")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
        page = json.loads(path.read_text(encoding="utf-8"))["_page"]
        title = parse_page(Page.unpack((corpus / "pages" / f"{page}.html.gz").read_bytes(), uri=f"{page}.html.gz"))
        assert isinstance(title, Title), title
        lines.append(title.model_dump_json() + "\n")
    assert lines, f"no gold of {group} in {gold}"
    return score(corpus, tmp_path, lines)


@pytest.mark.parametrize("group", GROUPS)
def test_gold_pages_score_what_they_did(corpus, tmp_path, group):
    exact, report = score_group(corpus, tmp_path, corpus / "gold", group)
    assert exact >= GROUPS[group], report


@pytest.mark.parametrize("group", OWN_GROUPS)
def test_our_own_gold_pages_score_what_they_did(corpus, tmp_path, group):
    exact, report = score_group(corpus, tmp_path, OWN, group)
    assert exact >= OWN_GROUPS[group], report


def test_the_text_dump_scores_what_it_did(corpus, tmp_path):
    lines = []
    for path in sorted((corpus / "text").glob("*.txt")):
        (tmp_path / f"{path.name}.json").write_bytes((corpus / "gold" / f"{path.name}.json").read_bytes())
        title = parse_page(Page.unpack(path.read_bytes(), uri=path.name))
        assert isinstance(title, Title), title
        lines.append(title.model_dump_json() + "\n")
    exact, report = score(corpus, tmp_path, lines)
    assert exact >= TEXT["text"], report
