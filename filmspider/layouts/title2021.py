"""The title page since June 2021: its data stands in a script, which is read instead of the displayed page."""

from __future__ import annotations

from filmspider.layouts.shared_script import EPISODES, PAGE_IDS, PERSON, SHARED_RULES
from filmspider.rules import Layout, Rule
from filmspider.rules.script import Script, ScriptView, Shown, With
from filmspider.rules.scriptfinders import Each, Either, First, Markup, Parts, Pieces, Strings
from filmspider.rules.scriptlines import AwardsLine, Votes

_ROUTES = frozenset({"id]", "tconst]"})
_CREDIT: Parts = {**PERSON, "notes": "attributes.text"}
_NEW_CREDIT: Parts = {**PERSON, "notes": "creditedRoles.edges.node.attributes.text"}
_SHOWN_CAST = 18
"""Most rows of the cast that the page shows; its script held two more until 2022."""


def _people(column: str, category: str, groupings: str) -> Script:
    """People of one kind: of the top of the page, of the column under it; the second two are the names of late 2025."""
    return Script(
        Either(
            Each(f"main.{column}.credits", **_CREDIT),
            Each(f"above.principalCredits[category.id={category}].credits", **_CREDIT),
            Each(f"main.crewV2[grouping.text={groupings}].credits", **_NEW_CREDIT),
            Each(f"above.principalCreditsV2[grouping.text={groupings}].credits", **_NEW_CREDIT),
        )
    )


_PEOPLE = (
    Rule("directors", _people("directors", "director", "Director|Directors")),
    Rule("writers", _people("writers", "writer", "Writer|Writers")),
    Rule("creators", _people("creators", "creator", "Creator|Creators")),
    Rule("stars", _people("stars", "cast", "Star|Stars")),
    Rule(
        "cast",
        Script(
            Either(
                First(
                    _SHOWN_CAST,
                    Each(
                        "main.principalCast.credits",
                        "main.cast.edges.node",
                        **_CREDIT,
                        characters="characters.name",
                        episodes=EPISODES,
                    ),
                ),
                Each(
                    "main.castV2.credits",
                    **_NEW_CREDIT,
                    characters="creditedRoles.edges.node.characters.edges.node.name",
                    episodes=EPISODES,
                ),
            )
        ),
    ),
)

_SHOWN = (
    Rule("chart_ranks", Shown("award_top-rated", "</a", when="main.ratingsSummary.topRanking.rank")),
    Rule(
        "awards",
        With(
            Script(Each("main", line=AwardsLine(""))),
            text=Shown("award_information", "</ul", when=AwardsLine("main")),
        ),
    ),
)

_REVIEW = With(
    Script(
        Each(
            "main.featuredReviews.edges.node",
            title="summary.originalText",
            author=Either("author.nickName", "author.username.text"),
            date="submissionDate",
            rating=Strings("authorRating"),
            text=Either(Markup("text.originalText.plaidHtml"), "text.originalText.plainText"),
            votes=Votes("helpfulness"),
        )
    ),
    date=Shown("review-date", "</li", when="main.featuredReviews.edges"),
)

_RECOMMENDATIONS = Script(
    Each(
        "main.moreLikeThisTitles.edges.node",
        id="id",
        title="titleText.text",
        year=Pieces("({releaseYear.year})"),
        rating="ratingsSummary.aggregateRating",
        genres=Either("titleGenres.genres.genre.text", "titleCardGenres.genres.text", "genres.genres.text"),
    )
)

TITLE_2021 = Layout(
    name="title2021",
    media="html",
    seen="2021-06 to 2025",
    detect=lambda page: page.script_route in _ROUTES,
    view=ScriptView,
    rules=(
        *_SHOWN,
        *SHARED_RULES,
        *_PEOPLE,
        Rule("featured_review", _REVIEW),
        Rule("recommendations", _RECOMMENDATIONS),
    ),
    page_ids=PAGE_IDS,
)
