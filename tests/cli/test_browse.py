"""``filmspider browse`` starts a real Datasette, which is asked over HTTP on loopback."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from filmspider.browsing import fresh_database
from filmspider.datasets import Dataset
from filmspider.exports.sqlite import metadata_path

START = "import sys; from filmspider.cli import app; sys.argv[0] = 'filmspider'; app()"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@pytest.fixture(scope="module")
def folder(dataset_folder, tmp_path_factory):
    return shutil.copytree(dataset_folder, tmp_path_factory.mktemp("browse") / "run")


@pytest.fixture(scope="module")
def ask(folder):
    """Ask the server for a page, and return what it answers."""
    command = [sys.executable, "-c", START, "browse", str(folder), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ)
    address = next(found[0] for line in server.stdout if (found := ADDRESS.search(line)))

    def get(path):
        with urlopen(f"{address}/{path}", timeout=30) as answer:  # noqa: S310 - loopback
            return answer.read().decode()

    yield get
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=30)
    assert server.returncode in (0, -signal.SIGINT)


def rows(ask, query):
    return json.loads(ask(f"titles/{query}"))


def test_rows_and_values(ask, folder):
    records = list(Dataset(folder).records())
    assert json.loads(ask("titles/titles.json?_size=1"))["filtered_table_rows_count"] == len(records)
    (film,) = rows(ask, "titles.json?_shape=array&imdb_id=tt9000001")
    assert (film["title"], film["rating"], film["budget_amount"]) == ("The Salt Lantern", 7.6, 18000000)


def test_search(ask):
    found = rows(ask, "titles.json?_shape=array&_search=lanterne")
    assert {film["original_title"] for film in found} == {"La lanterne de sel"}


def test_columns_are_described(ask):
    assert "Mean user rating, of 10." in ask("titles/titles")
    assert "The field of the record that lists the person." in ask("titles/credits")


def test_links_between_tables(ask):
    page = ask("titles/credits?_size=5")
    assert re.search(r'href="/titles/titles/\d+"', page)
    assert re.search(r'href="/titles/people/nm\d+"', page)


def test_the_database_is_made_again_only_for_a_newer_dataset(folder):
    dataset = Dataset(folder)
    path = fresh_database(dataset)
    made = path.stat().st_mtime_ns
    assert fresh_database(dataset).stat().st_mtime_ns == made
    os.utime(dataset.titles_path, ns=(made + 10**9, made + 10**9))
    assert fresh_database(dataset).stat().st_ino != 0
    assert path.stat().st_mtime_ns != made


def test_a_database_without_its_description_is_made_again(folder):
    described = metadata_path(fresh_database(Dataset(folder)))
    described.unlink()
    fresh_database(Dataset(folder))
    assert described.is_file()
