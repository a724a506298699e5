"""JSON-LD as rdflib reads it, which knows nothing of filmspider."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from filmspider.exports import export
from filmspider.exports.jsonld import node

SITE = "https://www.imdb.com"
# rdflib's own JSON-LD reader uses what rdflib itself calls deprecated, so it runs where warnings are no errors.
READ = """
import json, sys
from rdflib import RDF, Graph, Namespace, URIRef
S = Namespace("https://schema.org/")
graph = Graph().parse(sys.argv[1], format="json-ld")
film = URIRef(sys.argv[2])
cast = list(graph.objects(film, S.actor))
print(json.dumps({
    "types": {kind.n3(): len(set(graph.subjects(RDF.type, kind))) for kind in set(graph.objects(None, RDF.type))},
    "name": str(graph.value(film, S.name)),
    "rating": float(graph.value(graph.value(film, S.aggregateRating), S.ratingValue)),
    "directors": [str(graph.value(each, S.name)) for each in graph.objects(film, S.director)],
    "genres": sorted(map(str, graph.objects(film, S.genre))),
    "characters": sorted(str(name) for role in cast for name in graph.objects(role, S.characterName)),
    "image": type(graph.value(film, S.image)).__name__,
}))
"""


@pytest.fixture(scope="module")
def read(dataset, tmp_path_factory):
    path = tmp_path_factory.mktemp("jsonld") / "titles.jsonld"
    export(dataset, "jsonld", path)
    command = [sys.executable, "-c", READ, str(path), f"{SITE}/title/tt9000001/"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_number_of_titles(read, records):
    kinds = ("Movie", "TVSeries", "TVEpisode", "VideoGame", "MusicVideoObject", "PodcastSeries", "PodcastEpisode")
    series = {(record["episode"] or {}).get("series_id") for record in records}
    ids = {record["imdb_id"] for record in records} | series
    assert sum(read["types"].get(f"<https://schema.org/{kind}>", 0) for kind in kinds) == len(ids - {None})


def test_values(read, film):
    assert (read["name"], read["rating"]) == (film["title"], film["rating"])
    assert read["directors"] == [each["name"] for each in film["directors"]]
    assert read["genres"] == sorted(film["genres"])
    assert read["characters"] == sorted(name for each in film["cast"] for name in each["characters"])
    assert read["image"] == "URIRef"


@pytest.mark.parametrize("rating", [0.0, 10.0])
def test_a_rating_is_an_object_whatever_it_is(film, rating):
    assert node(film | {"rating": rating})["aggregateRating"]["ratingValue"] == rating


def test_nothing_is_stated_that_the_page_does_not_state(records):
    bare = min(records, key=lambda record: len(json.dumps(node(record))))
    shown = node(bare)
    assert None not in shown.values()
    assert [] not in shown.values()
    assert {} not in shown.values()


def test_episode(records):
    record = next(each for each in records if (each["episode"] or {}).get("season"))
    shown = node(record)
    assert shown["@type"] == "TVEpisode"
    assert shown["partOfSeries"]["name"] == record["episode"]["series_title"]
    assert shown["partOfSeason"] == {"@type": "TVSeason", "seasonNumber": record["episode"]["season"]}


def test_a_title_a_line(exported, records):
    lines = exported("jsonld").read_text(encoding="utf-8").splitlines()[1:-1]
    nodes = [json.loads(line.removesuffix(",")) for line in lines]
    assert [each["name"] for each in nodes] == [record["title"] for record in records if record["imdb_id"]]
