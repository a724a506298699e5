"""The title page since June 2021: its data stands in a script, which is read instead of the displayed page."""

from __future__ import annotations

from filmspider.layouts.shared_script import EPISODES, PAGE_IDS, PERSON, SHARED_RULES, TOP_RANKING
from filmspider.rules import Layout, Rule
from filmspider.rules.script import Script, Shown, With, script_view
from filmspider.rules.scriptfinders import Each, Either, First, Markup, Parts, Pieces, Strings
from filmspider.rules.scriptlines import AwardsLine, Votes

_ROUTES = frozenset({"id]", "tconst]"})
_CREDIT: Parts = {**PERSON, "notes": "attributes.text"}
_NEW_CREDIT: Parts = {**PERSON, "notes": "creditedRoles.edges.node.attributes.text"}
_SHOWN_CAST = 18
"""Most rows of the cast that the page shows; its script held two more until 2022."""


_CONCEPT = "amzn1.imdb.concept.name_credit_"


def _people(column: str, category: str, groupings: str, concept: str) -> Script:
    """People of one kind: of the top of the page, of the column under it; the others are the names of late 2025.

    The name of a grouping is in the language that the page is displayed in, its id is not.
    """
    return Script(
        Either(
            Each(f"main.{column}.credits", **_CREDIT),
            Each(f"above.principalCredits[category.id={category}].credits", **_CREDIT),
            *(
                Each(f"{part}[{condition}].credits", **_NEW_CREDIT)
                for condition in (f"grouping.text={groupings}", f"grouping.groupingId={_CONCEPT}{concept}")
                for part in ("main.crewV2", "above.principalCreditsV2")
            ),
        )
    )


_PEOPLE = (
    Rule(
        "directors",
        _people("directors", "director", "Director|Directors", "category.ace5cb4c-8708-4238-9542-04641e7c8171"),
    ),
    Rule("writers", _people("writers", "writer", "Writer|Writers", "category.c84ecaff-add5-4f2e-81db-102a41881fe3")),
    Rule("creators", _people("creators", "creator", "Creator|Creators", "group.85198717-6c2d-481e-93a5-47858774bcce")),
    Rule("stars", _people("stars", "cast", "Star|Stars", "group.7510356e-fde9-438e-b3ad-0099ba6bc8ce")),
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
    Rule(
        "chart_ranks",
        Shown(
            "award_top-rated",
            "</a",
            when=Either(f"main.{TOP_RANKING}.rank", f"above.{TOP_RANKING}.rank"),
            before="award_information",
        ),
    ),
    Rule(
        "awards",
        With(
            Script(Each("main", line=AwardsLine(""))),
            text=Shown("award_information", "</ul", when=AwardsLine("main")),
        ),
    ),
)


def _reviews(part: str) -> Each:
    return Each(
        f"{part}.featuredReviews.edges.node",
        title="summary.originalText",
        author=Either("author.nickName", "author.username.text"),
        date="submissionDate",
        rating=Strings("authorRating"),
        text=Either(Markup("text.originalText.plaidHtml"), "text.originalText.plainText"),
        votes=Votes("helpfulness"),
    )


_REVIEW = With(
    Script(Either(_reviews("main"), _reviews("above"))),
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

_RULES = (
    *_SHOWN,
    *SHARED_RULES,
    *_PEOPLE,
    Rule("featured_review", _REVIEW),
    Rule("recommendations", _RECOMMENDATIONS),
)

TITLE_2021 = Layout(
    name="title2021",
    media="html",
    seen="2021-06 to 2025",
    detect=lambda page: page.script_route in _ROUTES,
    view=script_view((*PAGE_IDS, *(rule.place for rule in _RULES))),
    rules=_RULES,
    page_ids=PAGE_IDS,
)
