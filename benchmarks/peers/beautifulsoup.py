"""Title pages of a WARC through BeautifulSoup on lxml, in a plain loop: every field is looked for from the root.

    python beautifulsoup.py pages.warc.gz records.jsonl

It knows the title page of 2010 to 2021, as most scripts know the layout of one time.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from fastwarc import ArchiveIterator, WarcRecordType

if TYPE_CHECKING:
    from bs4 import Tag

FOUND: dict[str, tuple[str, dict[str, Any]]] = {
    "page_title": ("title", {}),
    "title": ("h1", {}),
    "json_ld": ("script", {"type": "application/ld+json"}),
    "imdb_id": ("meta", {"property": "pageId"}),
    "og_title": ("meta", {"property": "og:title"}),
    "og_type": ("meta", {"property": "og:type"}),
    "og_image": ("meta", {"property": "og:image"}),
    "description": ("meta", {"name": "description"}),
    "url": ("link", {"rel": "canonical"}),
    "year": ("span", {"id": "titleYear"}),
    "original_title": ("div", {"class": "originalTitle"}),
    "subtext": ("div", {"class": "subtext"}),
    "infobar": ("div", {"class": "infobar"}),
    "duration": ("time", {"itemprop": "duration"}),
    "rating": ("span", {"itemprop": "ratingValue"}),
    "rating_count": ("span", {"itemprop": "ratingCount"}),
    "best_rating": ("span", {"itemprop": "bestRating"}),
    "review_count": ("span", {"itemprop": "reviewCount"}),
    "content_rating": ("span", {"itemprop": "contentRating"}),
    "metascore": ("div", {"class": "metacriticScore"}),
    "popularity": ("div", {"class": "titleReviewBarSubItem"}),
    "poster": ("div", {"class": "poster"}),
    "trailer": ("div", {"class": "slate"}),
    "summary": ("div", {"class": "summary_text"}),
    "awards": ("span", {"class": "awards-blurb"}),
    "trivia": ("div", {"id": "trivia"}),
    "goofs": ("div", {"id": "goofs"}),
    "quotes": ("div", {"id": "quotes"}),
    "soundtracks": ("div", {"id": "soundtracks"}),
    "connections": ("div", {"id": "connections"}),
    "user_review": ("div", {"class": "user-comments"}),
}
SELECTED = {
    "genres": "a[href*=genre]",
    "directors": "h4:-soup-contains('Director') ~ a",
    "writers": "h4:-soup-contains('Writer') ~ a",
    "stars": "h4:-soup-contains('Star') ~ a",
    "cast_names": "table.cast_list td:nth-of-type(2) a",
    "characters": "table.cast_list td.character",
    "storyline": "#titleStoryLine div.canwrap p span",
    "keywords": "#titleStoryLine a[href*=keyword] span",
    "top_rank": "#titleAwardsRanks a[href*=chart]",
    "recommended_titles": "div.rec-title a b",
    "seasons": "div.seasons-and-year-nav a[href*=season]",
    "episodes": "div.bp_description span.bp_sub_heading",
}
DETAILS = {
    "taglines": "Tagline",
    "mpaa_reason": "MPAA",
    "official_sites": "Official Sites",
    "countries": "Country",
    "languages": "Language",
    "release_date": "Release Date",
    "also_known_as": "Also Known As",
    "locations": "Filming Locations",
    "budget": "Budget",
    "opening": "Opening Weekend",
    "gross": "Gross USA",
    "gross_worldwide": "Cumulative Worldwide",
    "companies": "Production Co",
    "runtime": "Runtime",
    "sound_mix": "Sound Mix",
    "color": "Color",
    "aspect_ratio": "Aspect Ratio",
}


def record(page: bytes) -> dict[str, Any]:
    """Return the fields that the page holds."""
    soup = BeautifulSoup(page, "lxml")
    fields: dict[str, Any] = {
        field: value(tag) for field, (name, attributes) in FOUND.items() if (tag := soup.find(name, attributes))
    }
    for field, query in SELECTED.items():
        fields[field] = [tag.get_text(strip=True) for tag in soup.select(query)]
    for field, label in DETAILS.items():
        if heading := soup.find("h4", string=lambda text, label=label: bool(text) and label in text):
            fields[field] = heading.parent.get_text(" ", strip=True) if heading.parent else None
    return {field: found for field, found in fields.items() if found}


def value(tag: Tag) -> Any:
    """Return what a tag says, in an attribute or in its text."""
    return tag.get("content") or tag.get("href") or tag.get_text(strip=True)


def main(archive: str, output: str) -> None:
    """Write a line for each page of *archive*."""
    with open(archive, "rb") as stream, open(output, "w", encoding="utf-8") as lines:  # noqa: PTH123 - as in a script
        pages = (each.reader.read() for each in ArchiveIterator(stream, record_types=WarcRecordType.response))
        lines.writelines(json.dumps(record(page)) + "\n" for page in pages)


if __name__ == "__main__":
    main(*sys.argv[1:])
