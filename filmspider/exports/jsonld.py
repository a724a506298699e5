"""JSON-LD: each title as what schema.org calls it, in one document whose context needs no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from filmspider.exports.base import latest

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.datasets import Dataset, Record

    Node = dict[str, Any]

_CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "image": {"@type": "@id"}}
_SITE = "https://www.imdb.com"
_TYPES = {
    "tv_series": "TVSeries",
    "tv_mini_series": "TVSeries",
    "tv_episode": "TVEpisode",
    "video_game": "VideoGame",
    "music_video": "MusicVideoObject",
    "podcast_series": "PodcastSeries",
    "podcast_episode": "PodcastEpisode",
}
"""All others are a ``Movie``."""


def write(dataset: Dataset, path: Path) -> None:
    """Write the titles that have an id, each the last capture of it, to a document with one of them a line."""
    with path.open("wb") as file:
        file.write(b'{"@context":' + msgspec.json.encode(_CONTEXT) + b',"@graph":[')
        separator = b"\n"
        for record in latest(dataset.records()):
            file.write(separator + msgspec.json.encode(node(record)))
            separator = b",\n"
        file.write(b"\n]}\n")


def node(record: Record) -> Node:
    """Return what schema.org has words for; a property that the page does not state is left out."""
    address = _address("title", record["imdb_id"])
    return _stated(
        {
            "@type": _TYPES.get(record["title_type"], "Movie"),
            "@id": address,
            "url": address,
            **_about(record),
            **_people(record),
            **_received(record),
            **_in_series(record),
        }
    )


def _about(record: Record) -> Node:
    release = min((each["date"] for each in record["release_dates"]), default=None)
    trailer = record["trailer"] or {}
    return {
        "name": record["title"],
        "alternateName": [record["original_title"], *(aka["title"] for aka in record["akas"])],
        "datePublished": record["date_published"] or release,
        "creativeWorkStatus": record["production_status"],
        "duration": _duration(record["runtime_minutes"], "M"),
        "genre": record["genres"],
        "keywords": record["keywords"],
        "contentRating": list(dict.fromkeys(each["rating"] for each in record["certificates"])),
        "abstract": record["plot"],
        "description": record["storyline"],
        "countryOfOrigin": [_named("Country", each, identifier=each["code"]) for each in record["countries"]],
        "inLanguage": [each["code"] for each in record["languages"]],
        "productionCompany": [_linked("Organization", "company", each) for each in record["production_companies"]],
        "image": record["poster_url"],
        "trailer": _stated(
            {
                "@type": "VideoObject",
                "url": trailer.get("url"),
                "duration": _duration(trailer.get("duration_seconds"), "S"),
            }
        ),
    }


def _people(record: Record) -> Node:
    return {
        "director": [_person(each) for each in record["directors"]],
        "author": [_person(each) for each in record["writers"]],
        "creator": [_person(each) for each in record["creators"]],
        "actor": [_role(each) for each in record["cast"]],
    }


def _received(record: Record) -> Node:
    return {
        "award": (record["awards"] or {}).get("text"),
        "aggregateRating": _rating(record),
    }


def _rating(record: Record) -> Node | None:
    if record["rating"] is None:
        return None
    return _stated(
        {
            "@type": "AggregateRating",
            "ratingValue": record["rating"],
            "bestRating": 10,
            "worstRating": 1,
            "ratingCount": record["rating_count"],
            "reviewCount": record["user_review_count"],
        }
    )


def _in_series(record: Record) -> Node:
    episode = record["episode"] or {}
    series = {"name": episode.get("series_title"), "imdb_id": episode.get("series_id")}
    return {
        "startDate": str(record["year"]) if record["title_type"].endswith("series") and record["year"] else None,
        "endDate": str(record["end_year"]) if record["end_year"] else None,
        "numberOfEpisodes": record["episode_total"],
        "episodeNumber": episode.get("episode"),
        "partOfSeason": _stated({"@type": "TVSeason", "seasonNumber": episode.get("season")}),
        "partOfSeries": _linked("TVSeries", "title", series),
    }


def _role(member: Node) -> Node:
    """Return somebody in the cast, as a role where the page names the character."""
    person = _person(member)
    if not member["characters"]:
        return person
    return {"@type": "PerformanceRole", "actor": person, "characterName": member["characters"]}


def _person(entry: Node) -> Node:
    return _linked("Person", "name", entry)


def _linked(kind: str, room: str, entry: Node) -> Node:
    """Return something that has a page of its own on the site."""
    address = _address(room, entry["imdb_id"]) if entry["imdb_id"] else None
    return _stated({"@type": kind, "@id": address, "url": address, "name": entry["name"]})


def _named(kind: str, entry: Node, **others: Any) -> Node:
    return _stated({"@type": kind, "name": entry["name"], **others})


def _address(room: str, imdb_id: str) -> str:
    return f"{_SITE}/{room}/{imdb_id}/"


def _duration(number: int | None, unit: str) -> str | None:
    """Return a duration in ISO 8601.

    >>> _duration(118, "M"), _duration(None, "S")
    ('PT118M', None)
    """
    return None if number is None else f"PT{number}{unit}"


def _stated(properties: Node) -> Node:
    """Return *properties* without those that say nothing; nothing where only the type is left."""
    lists = {name: list(filter(None, value)) for name, value in properties.items() if isinstance(value, list)}
    stated = {
        name: value for name, value in (properties | lists).items() if value is not None and value not in ([], {})
    }
    return stated if set(stated) - {"@type"} else {}
