from __future__ import annotations

import pyarrow.parquet as pq


def test_export_says_what_it_wrote(run, dataset_folder, tmp_path):
    path = tmp_path / "titles.sqlite"
    done = run("export", dataset_folder, "--to", "sqlite", "-o", path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [str(path), str(tmp_path / "titles.metadata.json")]


def test_partitioned(run, dataset_folder, tmp_path):
    arguments = ("--to", "parquet", "--partition-by", "title_type", "-o", tmp_path / "by_type")
    assert run("export", dataset_folder, *arguments).exit_code == 0
    assert pq.read_table(tmp_path / "by_type").num_rows == len(
        (dataset_folder / "titles.jsonl").read_bytes().splitlines()
    )


def test_set_up_errors(run, dataset_folder, tmp_path):
    for arguments, message in (
        ((tmp_path, "--to", "csv", "-o", tmp_path / "x"), "no dataset in"),
        ((dataset_folder, "--to", "xlsx", "-o", tmp_path / "x"), "no format xlsx"),
        ((dataset_folder, "--to", "csv", "--partition-by", "year", "-o", tmp_path / "x"), "csv cannot be partitioned"),
        ((dataset_folder, "--to", "tsv"), "Missing option '--output' / '-o'"),
    ):
        done = run("export", *arguments)
        assert (done.exit_code, done.stdout) == (1, "")
        assert message in done.stderr
    assert list(tmp_path.iterdir()) == []
