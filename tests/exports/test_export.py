from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from filmspider.datasets import Dataset
from filmspider.exceptions import DatasetError, ExportError, MissingExtraError, OutputError
from filmspider.exports import FORMATS, export
from filmspider.exports.base import Format, draft
from filmspider.pages import Page
from filmspider.parsing import parse_page

FOLDERS = {"tsv", "datapackage"}
# A limit on the size of files acts as a full disk does.
NO_ROOM = """
import resource, sys
from filmspider.cli import app
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
sys.argv[0] = "filmspider"
app()
"""


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_else_is_left(dataset, tmp_path, name):
    written = export(dataset, name, tmp_path / "new" / "titles")
    assert sorted(written) == sorted((tmp_path / "new").iterdir())


@pytest.mark.parametrize("name", sorted(set(FORMATS) - FOLDERS))
def test_an_earlier_file_is_replaced(dataset, tmp_path, name):
    path = tmp_path / "titles"
    path.write_text("what was here before")
    export(dataset, name, path)
    assert not path.read_bytes().startswith(b"what was here before")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"duckdb"}))
def test_the_same_dataset_gives_the_same_bytes(dataset, tmp_path, name):
    one, other = (export(dataset, name, tmp_path / each)[0] for each in ("one", "other"))
    files = [path.relative_to(one) for path in one.rglob("*")] if one.is_dir() else [Path()]
    assert [(one / file).read_bytes() for file in files] == [(other / file).read_bytes() for file in files]


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_an_earlier_folder_is_not(dataset, tmp_path, name):
    (tmp_path / "titles").mkdir()
    export(dataset, name, tmp_path / "titles")
    with pytest.raises(OutputError, match="holds something"):
        export(dataset, name, tmp_path / "titles")


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_that_fails_leaves_the_earlier_file(dataset, tmp_path, name):
    lines = dataset.titles_path.read_bytes().splitlines(keepends=True)
    (tmp_path / "titles.jsonl").write_bytes(b"".join(lines[:3]) + b'{"imdb_id": 1}\n')
    path = tmp_path / "out"
    if name not in FOLDERS:
        path.write_text("whole")
    with pytest.raises(DatasetError, match=re.escape(f"{tmp_path / 'titles.jsonl'}")):
        export(Dataset(tmp_path), name, path)
    left = {"titles.jsonl"} if name in FOLDERS else {"titles.jsonl", "out"}
    assert {each.name for each in tmp_path.iterdir()} == left
    assert name in FOLDERS or path.read_text() == "whole"


def test_an_empty_dataset(tmp_path):
    (tmp_path / "titles.jsonl").write_bytes(b"")
    for name in FORMATS:
        assert export(Dataset(tmp_path), name, tmp_path / name)[0].exists()


def test_unknown_format(dataset, tmp_path):
    with pytest.raises(ExportError, match="no format xlsx: there are parquet, sqlite"):
        export(dataset, "xlsx", tmp_path / "titles.xlsx")


@pytest.mark.parametrize("name", FORMATS)
def test_figures_that_no_format_holds_never_come_to_it(fixtures, tmp_path, name):
    raw = (fixtures / "title2021" / "feature-film-2022" / "page.html").read_bytes()
    title = parse_page(Page(re.sub(rb'(":\s*)[0-9]{3,}(?=[,}\s])', rb"\g<1>" + b"9" * 25, raw)))
    assert {problem.field for problem in title.problems} >= {"rating_count", "budget", "grosses", "runtimes"}
    (tmp_path / "titles.jsonl").write_text(title.model_dump_json() + "\n", encoding="utf-8")
    assert export(Dataset(tmp_path), name, tmp_path / "titles")[0].exists()


@pytest.mark.parametrize("field", ["cast", "budget", "field_status", "nonesuch"])
def test_fields_that_nothing_can_be_partitioned_by(dataset, tmp_path, field):
    with pytest.raises(ExportError, match=f"cannot partition by {field}"):
        export(dataset, "parquet", tmp_path / "titles", partition_by=field)


def test_only_parquet_is_partitioned(dataset, tmp_path):
    with pytest.raises(ExportError, match="csv cannot be partitioned"):
        export(dataset, "csv", tmp_path / "titles.csv", partition_by="year")


def test_a_package_that_is_missing():
    with pytest.raises(MissingExtraError, match=r"^nonesuch is not installed: pip install 'filmspider\[parquet\]'$"):
        Format("parquet", "", package="nonesuch").load()


def test_a_place_that_cannot_be_written(dataset, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        export(dataset, "csv", tmp_path / "file" / "titles.csv")


@pytest.mark.parametrize("name", FORMATS)
def test_the_dataset_itself_is_not_replaced(dataset, tmp_path, name):
    (tmp_path / "titles.jsonl").write_bytes(dataset.titles_path.read_bytes())
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "titles.jsonl")
    for path in (tmp_path / "titles.jsonl", tmp_path / "link.jsonl"):
        with pytest.raises(ExportError, match="is the dataset itself"):
            export(Dataset(tmp_path), name, path)
    assert (tmp_path / "titles.jsonl").read_bytes() == dataset.titles_path.read_bytes()


@pytest.mark.parametrize(("name", "suffix"), [("csv", ".schema.json"), ("sqlite", ".metadata.json")])
def test_a_description_that_cannot_be_written(dataset, tmp_path, name, suffix):
    (tmp_path / f"titles{suffix}" / "mine").mkdir(parents=True)
    with pytest.raises(OutputError, match=f"titles{suffix} is a folder that holds something"):
        export(dataset, name, tmp_path / "titles")


def test_what_is_neither_a_file_nor_a_folder_is_not_replaced(dataset, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match="pipe is neither a file nor a folder"):
        export(dataset, "csv", tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("path", ["", ".", "..", "/"])
def test_folders_without_a_name_of_their_own(dataset, path):
    with pytest.raises(OutputError, match="is a folder that holds something"):
        export(dataset, "csv", Path(path))


def test_the_folder_that_one_stands_in(dataset, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match=r"cannot write \."):
        export(dataset, "tsv", Path())


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"croissant"}))
def test_a_full_disk(dataset, tmp_path, name):
    path = tmp_path / "titles"
    if name not in FOLDERS:
        path.write_text("whole")
    command = [sys.executable, "-c", NO_ROOM, "export", dataset.titles_path, "--to", name, "-o", path]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"filmspider: cannot write .*\n", done.stderr)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("titles", "whole")] * path.is_file()


def test_a_draft_of_a_killed_export_is_written_over(tmp_path):
    (tmp_path / ".titles.tmp").mkdir()
    with draft(tmp_path / "titles") as unfinished:
        unfinished.write_text("whole")
    assert [path.name for path in tmp_path.iterdir()] == ["titles"]
