"""What the pages that carry their data in a script have in common: the title page and the reference page."""

from __future__ import annotations

import re

from filmspider.rules.base import Rule
from filmspider.rules.ownids import Canonical
from filmspider.rules.refining import Only
from filmspider.rules.script import Script
from filmspider.rules.scriptfinders import Always, Each, Either, Markup, Parts, Pieces, Strings, Texts, Value
from filmspider.rules.scriptlines import Date, Dialogue

PAGE_IDS = (Canonical(), Script(Either("above.meta.canonicalId", "above.id", "main.id")), Script("ld.url"))

PERSON: Parts = {"id": "name.id", "name": "name.nameText.text"}
EPISODES = Pieces(
    "{episodeCredits.total} episodes", ", {episodeCredits.yearRange.year}", "-{episodeCredits.yearRange.endYear}"
)
_NAMED_NOTES = Pieces("{text}", " ({attributes.text})")
_STAGE = "productionStatus.currentProductionStage"
TOP_RANKING = "ratingsSummary.topRanking"
_RANK_CHANGE = "meterRanking.rankChange[changeDirection"
_TRAILER = "primaryVideos.edges.node[contentType.id=amzn1.imdb.video.contenttype.trailer]"


def _both(path: str) -> Either:
    """What stands at *path* in either part of the script; which part holds it has changed over the years."""
    return Either(f"above.{path}", f"main.{path}")


def _episode(part: str) -> Each:
    return Each(
        f"{part}.series",
        series="series.id",
        title="series.titleText.text",
        number=Either(
            Pieces("S{episodeNumber.seasonNumber} ", "E{episodeNumber.episodeNumber}"),
            Pieces(
                "S{displayableEpisodeNumber.displayableSeason.season} ",
                "E{displayableEpisodeNumber.episodeNumber.text}",
            ),
        ),
    )


_HEADING = (
    Rule("title", Script(Either(Each("above.titleText", alone="text"), Each("main.titleText", alone="text")))),
    Rule("original_title", Script(_both("originalTitleText.text"))),
    Rule("title_type", Script(_both("titleType.id"))),
    Rule("year", Script(Either(Strings("above.releaseYear.year"), Strings("main.releaseYear.year")))),
    Rule("end_year", Script(Pieces("{above.releaseYear.year}-", "{above.releaseYear.endYear}"))),
    Rule("production_status", Script(Either(_both(f"{_STAGE}.id"), _both(f"{_STAGE}.text")))),
    Rule("episode", Script(Either(_episode("above"), _episode("main")))),
)

_RATINGS = (
    Rule("rating", Script(_both("ratingsSummary.aggregateRating"))),
    Rule("rating", Script("ld.aggregateRating.ratingValue")),
    Rule("rating_count", Script(_both("ratingsSummary.voteCount"))),
    Rule("rating_count", Script("ld.aggregateRating.ratingCount")),
    Rule("user_review_count", Script(_both("reviews.total"))),
    Rule("critic_review_count", Script(_both("criticReviewsTotal.total"))),
    Rule("metascore", Script(_both("metacritic.metascore.score"))),
    Rule("popularity_rank", Script(_both("meterRanking.currentRank"))),
    *(
        Rule("popularity_change", Script(Pieces(f"{sign}{{{part}.{_RANK_CHANGE}={direction}].difference}}")))
        for part in ("above", "main")
        for sign, direction in (("+", "UP"), ("-", "DOWN"))
    ),
    Rule("popularity_change", Script(_both(f"{_RANK_CHANGE}=FLAT].difference"))),
    Rule(
        "chart_ranks",
        Script(
            Either(
                *(
                    Pieces(f"{{{part}.{TOP_RANKING}.text.value}}", f" #{{{part}.{TOP_RANKING}.rank}}")
                    for part in ("main", "above")
                )
            )
        ),
        fallback=True,
    ),
    Rule("certificates", Script(_both("certificate.rating"))),
    Rule("certificates", Script(Only(re.compile(r"^Rated .+"), Value("main.certificate.ratingReason")))),
    Rule("certificates", Script("ld.contentRating"), fallback=True),
)

_STORY = (
    Rule("plot", Script(_both("plot.plotText.plainText"))),
    Rule("plot", Script("ld.description"), fallback=True),
    Rule("storyline", Script(Markup("main.summaries.edges.0.node.plotText.plaidHtml"))),
    Rule("keywords", Script(Either("above.keywords.edges.node.text", "main.storylineKeywords.edges.node.text"))),
    Rule("keywords", Script("ld.keywords"), fallback=True),
    Rule("taglines", Script("main.taglines.edges.node.text")),
    Rule("genres", Script(Either(_both("genres.genres.text"), _both("titleGenres.genres.genre.text"), "ld.genre"))),
)

_DETAILS = (
    Rule(
        "release_dates",
        Script(
            Either(Each("main.releaseDate", date=Date(), country="country.id"), Each("above.releaseDate", date=Date()))
        ),
    ),
    Rule("date_published", Script("ld.datePublished")),
    Rule("runtimes", Script(Either(Each("above.runtime", seconds="seconds"), Each("main.runtime", seconds="seconds")))),
    Rule("runtimes", Script("ld.duration")),
    Rule(
        "countries",
        Script(
            Either(
                Each("main.countriesDetails.countries", code="id", name="text"),
                Each("main.countriesOfOrigin.countries", code="id", name="text"),
            )
        ),
    ),
    Rule("languages", Script(Each("main.spokenLanguages.spokenLanguages", code="id", name="text"))),
    Rule("akas", Script(Each("main.akas.edges.node", title="text"))),
    Rule("filming_locations", Script("main.filmingLocations.edges.node.text")),
    Rule(
        "official_sites",
        Script(
            Each(
                "main.detailsExternalLinks.edges.node",
                label="label",
                url="url",
                note=Pieces("({externalLinkRegion.text})"),
            )
        ),
    ),
    Rule(
        "production_companies",
        Script(Each("main.production.edges.node.company", id="id", name="companyText.text")),
    ),
    Rule("colors", Script(Texts("main.technicalSpecifications.colorations.items", _NAMED_NOTES))),
    Rule("sound_mixes", Script(Texts("main.technicalSpecifications.soundMixes.items", _NAMED_NOTES))),
    Rule("aspect_ratio", Script("main.technicalSpecifications.aspectRatios.items.0.aspectRatio")),
)

_DOMESTIC = Always("US & Canada")
_BOX_OFFICE = (
    Rule(
        "budget",
        Script(
            Each("main.productionBudget.budget", amount="amount", currency="currency", estimated=Always(value=True))
        ),
    ),
    Rule(
        "opening_weekends",
        Script(
            Each(
                "main.openingWeekendGross",
                amount="gross.total.amount",
                currency="gross.total.currency",
                area=_DOMESTIC,
                date="weekendEndDate",
            )
        ),
    ),
    Rule("grosses", Script(Each("main.lifetimeGross.total", amount="amount", currency="currency", area=_DOMESTIC))),
    Rule(
        "grosses",
        Script(Each("main.worldwideGross.total", amount="amount", currency="currency", area=Always("Worldwide"))),
    ),
)

_MEDIA = (
    Rule("poster_url", Script(_both("primaryImage.url"))),
    *(
        Rule(
            "trailer",
            Script(Each(f"{part}.{_TRAILER}", video="id", url=Pieces("/video/{id}/"), duration="runtime.value")),
        )
        for part in ("above", "main")
    ),
)

_DID_YOU_KNOW = (
    Rule("trivia", Script(Markup("main.trivia.edges.node.text.plaidHtml"))),
    Rule("goofs", Script(Markup("main.goofs.edges.node.text.plaidHtml"))),
    Rule("quotes", Script(Texts("main.quotes.edges.node", Dialogue("lines")))),
    Rule("crazy_credits", Script(Markup("main.crazyCredits.edges.node.text.plaidHtml"))),
    Rule(
        "connections",
        Script(
            Texts(
                "main.connections.edges.node",
                Pieces(
                    "{category.text}",
                    " {associatedTitle.series.series.titleText.text}:",
                    " {associatedTitle.titleText.text}",
                    " ({associatedTitle.releaseYear.year})",
                ),
            )
        ),
    ),
    Rule("soundtracks", Script(Each("main.soundtrack.edges.node", title="text", lines=Markup("comments.plaidHtml")))),
    Rule("faqs", Script(Each("main.topQuestions.edges.node", "main.faqs.edges.node", question="question.plainText"))),
)

_SERIES = (
    Rule("seasons", Script(Strings("main.episodes.seasons.number"))),
    Rule("seasons", Script(Strings("main.episodes.displayableSeasons.edges.node.season"))),
    Rule("episode_total", Script(Either("main.episodes.episodes.total", "main.episodes.totalEpisodes.total"))),
)

SHARED_RULES = (*_HEADING, *_RATINGS, *_STORY, *_DETAILS, *_BOX_OFFICE, *_MEDIA, *_DID_YOU_KNOW, *_SERIES)
