from __future__ import annotations

FILM = "title2015/feature-film-2018/page.html"


def test_labels_that_no_rule_reads(run, fixtures, tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes((fixtures / FILM).read_bytes().replace(b"</h1>", b"</h1><h4>[b]Smell:</h4> salt and smoke", 1))
    done = run("labels", page)
    assert done.exit_code == 0
    assert done.output.startswith(f"{page}: title2015\n")
    assert "│ [b]Smell: │ h4 │ salt and smoke" in " ".join(done.output.split())
    assert "Country:" not in done.output


def test_page_of_no_known_layout_shows_all(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<html><body><h1>The Salt Lantern</h1><h4>Country:</h4>France</body></html>")
    done = run("labels", page)
    assert done.output.startswith(f"{page}: no known layout\n")
    assert "│ Country: │ h4 │ France" in " ".join(done.output.split())


def test_file_that_is_no_page(run, tmp_path):
    (tmp_path / "torn.html.gz").write_bytes(b"\x1f\x8bnothing")
    done = run("labels", tmp_path / "torn.html.gz")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "undecodable" in done.stderr
