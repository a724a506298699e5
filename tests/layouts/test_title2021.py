from __future__ import annotations

import gzip
import json
import re

import pytest

from filmspider.items import Rejection, Title
from filmspider.layouts import detect
from filmspider.layouts.reference2025 import REFERENCE_2025
from filmspider.layouts.title2021 import TITLE_2021
from filmspider.pages import Page
from filmspider.parsing import parse_page

LAYOUTS = (TITLE_2021, REFERENCE_2025)


def page(above=None, main=None, *, path="/title/[tconst]", shown="", **props):
    title = {"id": "tt9000001", "titleText": {"text": "Slack Water"}}
    content = {"aboveTheFoldData": title | (above or {}), "mainColumnData": main or {}, **props}
    script = json.dumps({"props": {"pageProps": content}, "page": path})
    return Page(body=f'<html>{shown}<script id="__NEXT_DATA__">{script}</script></html>'.encode())


def record(*args, **kwargs):
    title = parse_page(page(*args, **kwargs))
    assert isinstance(title, Title), title
    return title


def gunzipped(path):
    return gzip.decompress(path.read_bytes())


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_detect_takes_its_own_fixtures_only(fixtures, layout):
    taken = {
        path.parent.parent.name for path in fixtures.glob("*/*/page.*") if layout.detect(Page(body=path.read_bytes()))
    }
    assert taken == {layout.name}


def test_detect_takes_its_own_corpus_pages_only(corpus):
    for path in sorted((corpus / "pages").glob("*.html.gz")):
        found = detect(Page(body=gunzipped(path)))
        assert (found is TITLE_2021) == path.name.startswith(("D1_", "D2_")), path.name
        assert found is not REFERENCE_2025, path.name


def test_corpus_pages_are_read_without_a_problem(corpus):
    for path in sorted((corpus / "pages").glob("D[12]_*.html.gz")):
        title = parse_page(Page(body=gunzipped(path)))
        assert isinstance(title, Title), path.name
        assert title.problems == [], path.name


def test_script_data_of_the_corpus_is_read_as_reference_pages(corpus):
    for path in sorted((corpus / "scriptdata").glob("*.json.gz")):
        body = b'<html><script id="__NEXT_DATA__" type="application/json">' + gunzipped(path) + b"</script></html>"
        title = parse_page(Page(body=body))
        assert isinstance(title, Title), path.name
        assert (title.imdb_id, title.source.layout, title.problems) == (path.name[10:-8], "reference2025", [])


@pytest.mark.parametrize("path", ["/title/[tconst]/ratings", "/chart/top", "/name/[nconst]"])
def test_other_pages_of_the_site_are_not_taken(path):
    rejection = parse_page(page(path=path))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "unknown_layout"


def test_canonical_id_goes_before_the_requested_one():
    assert record({"meta": {"canonicalId": "tt9000002"}}, tconst="tt9000001").imdb_id == "tt9000002"


def test_page_about_two_titles_is_rejected():
    linked = '<script type="application/ld+json">{"@type":"Movie","url":"/title/tt9000002/","name":"Fog"}</script>'
    rejection = parse_page(page({"meta": {"canonicalId": "tt9000001"}}, shown=linked))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "id_mismatch"


def test_script_and_linked_data_that_disagree_conflict():
    linked = (
        '<script type="application/ld+json">{"@type":"Movie","url":"/title/tt9000001/","name":"Slack Water",'
        '"aggregateRating":{"ratingValue":6.1,"ratingCount":71}}</script>'
    )
    title = record({"ratingsSummary": {"aggregateRating": 7.1, "voteCount": 71}}, shown=linked)
    assert (title.rating, title.rating_count) == (7.1, 71)
    assert title.field_status["rating"] == "conflict"


@pytest.mark.parametrize(
    ("direction", "difference", "change"), [("UP", 4, 4), ("DOWN", 1078, -1078), ("FLAT", 0, 0), (None, 3, None)]
)
def test_popularity(direction, difference, change):
    rank = {"currentRank": 5, "rankChange": {"changeDirection": direction, "difference": difference}}
    title = record({"meterRanking": rank})
    assert (title.popularity_rank, title.popularity_change) == (5, change)


def test_rank_that_the_page_does_not_show_is_named_by_the_script():
    ranking = {"topRanking": {"text": {"value": "Top Rated"}, "rank": 5594}}
    assert [(place.chart, place.rank) for place in record(main={"ratingsSummary": ranking}).chart_ranks] == [
        ("Top Rated", 5594)
    ]


def test_empty_parts_state_nothing():
    title = record(
        {"series": None, "releaseYear": None, "certificate": {"rating": None}, "primaryImage": None},
        {"releaseDate": {"day": None, "month": None, "year": None}, "cast": {"edges": []}, "quotes": {"edges": []}},
    )
    assert (title.episode, title.year, title.certificates, title.release_dates, title.quotes) == (
        None,
        None,
        [],
        [],
        [],
    )
    assert title.problems == []


@pytest.mark.parametrize("strange", [5, True, {"text": "Fog"}, [["Fog"]]])
def test_value_of_another_type_costs_its_own_field_only(strange):
    title = record({"originalTitleText": {"text": strange}, "releaseYear": {"year": 2008}})
    assert (title.title, title.year, title.original_title) == ("Slack Water", 2008, None)
    assert title.field_status["original_title"] == "unparsed"


def test_clip_is_no_trailer():
    clip = {"id": "vi90000001", "contentType": {"id": "amzn1.imdb.video.contenttype.clip"}}
    assert record({"primaryVideos": {"edges": [{"node": clip}]}}).trailer is None


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_rule_can_be_shown(layout):
    assert all(str(rule).startswith(rule.field) and " at 0x" not in str(rule) for rule in layout.rules)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_halves_of_characters_cost_no_record(fixtures, layout):
    for path in sorted(fixtures.glob(f"{layout.name}/*/page.html")):
        body = re.sub(rb'(\\?"(?:text|plainText)\\?": ?\\?")', rb"\1\\ud83d ", path.read_bytes())
        title = parse_page(Page(body=body))
        assert isinstance(title, Title), path
        assert "\ufffd" in title.model_dump_json(), path


CATEGORY, GROUP = "amzn1.imdb.concept.name_credit_category", "amzn1.imdb.concept.name_credit_group"


@pytest.mark.parametrize(
    ("field", "label", "concept"),
    [
        ("directors", "Regie", f"{CATEGORY}.ace5cb4c-8708-4238-9542-04641e7c8171"),
        ("writers", "Drehbuch", f"{CATEGORY}.c84ecaff-add5-4f2e-81db-102a41881fe3"),
        ("stars", "Hauptbesetzung", f"{GROUP}.7510356e-fde9-438e-b3ad-0099ba6bc8ce"),
    ],
)
def test_groupings_of_pages_in_other_languages_are_told_by_their_ids(field, label, concept):
    credit = {"name": {"id": "nm9000001", "nameText": {"text": "Ada Ferry"}}}
    others = {"grouping": {"groupingId": f"{GROUP}.0", "text": "Andere"}, "credits": [{"name": {"id": "nm9000009"}}]}
    named = {"grouping": {"groupingId": concept, "text": label}, "credits": [credit]}
    found = getattr(record({"principalCreditsV2": [others, named]}), field)
    assert [(person.imdb_id, person.name) for person in found] == [("nm9000001", "Ada Ferry")]


@pytest.mark.parametrize("part", ["above", "main"])
@pytest.mark.parametrize(
    "number",
    [
        {"episodeNumber": {"seasonNumber": 3, "episodeNumber": 12}},
        {"displayableEpisodeNumber": {"displayableSeason": {"season": "3"}, "episodeNumber": {"text": "12"}}},
    ],
)
def test_an_episode_by_either_name_in_either_part(part, number):
    series = {"series": {"series": {"id": "tt9000002", "titleText": {"text": "Ferry"}}, **number}}
    episode = record(**{part: series}).episode
    assert (episode.series_id, episode.series_title, episode.season, episode.episode) == ("tt9000002", "Ferry", 3, 12)


def test_the_featured_review_may_stand_at_the_top():
    review = {"summary": {"originalText": "Wet"}, "author": {"nickName": "pier"}, "authorRating": 7}
    found = record({"featuredReviews": {"edges": [{"node": review}]}}).featured_review
    assert (found.title, found.author, found.rating) == ("Wet", "pier", 7)


def test_an_awards_line_in_another_language_takes_the_figures_of_the_script():
    shown = '<li data-testid="award_information"><a>Für 7 Oscars nominiert</a><ul><li>21 Gewinne</li></ul></li>'
    award = {"wins": 0, "nominations": 7, "award": {"text": "Oscar"}}
    main = {"wins": {"total": 21}, "nominationsExcludeWins": {"total": 42}, "prestigiousAwardSummary": award}
    found = record(main=main, shown=shown)
    assert (found.awards.wins, found.awards.nominations, found.awards.highlight.count) == (21, 42, 7)
    assert found.awards.text == "Für 7 Oscars nominiert 21 Gewinne"
    assert found.problems == []


def test_reference_pages_of_the_corpus_give_the_whole_list_of_the_cast(corpus):
    counts = {}
    for path in sorted((corpus / "scriptdata").glob("*.json.gz")):
        title = parse_page(Page(body=b'<html><script id="__NEXT_DATA__">' + gunzipped(path) + b"</script></html>"))
        counts[title.imdb_id] = len(title.cast)
    assert counts == {"tt0111161": 74, "tt0133093": 41, "tt1520211": 50}


@pytest.mark.parametrize("part", ["above", "main"])
def test_what_either_part_may_hold(part):
    ranking = {"topRanking": {"rank": 12, "text": {"value": "Top rated movie"}}}
    found = record(**{part: {"ratingsSummary": ranking, "runtime": {"seconds": 5460}}})
    assert [(place.chart, place.rank) for place in found.chart_ranks] == [("Top rated movie", 12)]
    assert found.runtime_minutes == 91


@pytest.mark.parametrize(
    ("stage", "text", "status"),
    [
        ("released", "Veröffentlicht", None),
        ("pre_production", "Vorproduktion", "pre-production"),
        ("filming", "Dreharbeiten", "filming"),
        ("script", "Script", "script"),
        (None, "Filming", "filming"),
        (None, "Released", None),
    ],
)
def test_the_state_of_production_in_another_language(stage, text, status):
    found = record({"productionStatus": {"currentProductionStage": {"id": stage, "text": text}}})
    assert (found.production_status, found.problems) == (status, [])
