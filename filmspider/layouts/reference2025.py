"""The reference page since June 2025: like the title page it carries its data in a script, with all credits."""

from __future__ import annotations

from filmspider.layouts.shared_script import EPISODES, PAGE_IDS, PERSON, SHARED_RULES
from filmspider.rules import Layout, Rule
from filmspider.rules.script import Script, script_view
from filmspider.rules.scriptfinders import Each, Joint, Parts, Pieces
from filmspider.rules.scriptlines import AwardsLine

_ROUTES = frozenset({"id]/reference", "tconst]/reference"})
_JOBS: Parts = {**PERSON, "notes": Joint("jobDetails.job.text", "jobDetails.attributes.text")}


def _category(name: str) -> str:
    return f"main.creditCategories[category.id={name}].credits.edges.node"


def _listed(name: str) -> str:
    """Where the page's own list of a category stands: longer than the first ten credits above."""
    return f"main.categories[id={name}].section.items"


_PEOPLE = (
    Rule("directors", Script(Each(_category("director"), **PERSON, notes="jobDetails.attributes.text"))),
    Rule("writers", Script(Each(_category("writer"), **_JOBS))),
    Rule("writers", Script(Each(_listed("writer"), id="id", name="rowTitle", notes="attributes"))),
    Rule("creators", Script(Each("main.principalCredits[category.id=creator].credits", **PERSON))),
    Rule("stars", Script(Each("main.principalCredits[category.id=cast].credits", **PERSON, notes="attributes.text"))),
    Rule(
        "cast",
        Script(
            Each(
                _category("cast"),
                **PERSON,
                notes="attributes.text",
                characters="characters.name",
                episodes=EPISODES,
            )
        ),
    ),
    Rule(
        "cast",
        Script(
            Each(
                _listed("cast"),
                id="id",
                name="rowTitle",
                role="attributes",
                characters="characters",
                episodes=Pieces("{episodicCreditData.episodeCount} episodes", ", {episodicCreditData.tenureText}"),
            )
        ),
    ),
    Rule("cast_complete", Script("main.fullCredits.castSections.0.text.value")),
    Rule("cast_complete", Script("main.credits.completenessStatus.id")),
)

_LISTS = (
    Rule("awards", Script(AwardsLine("main"))),
    Rule(
        "certificates",
        Script(Each("main.certificates.edges.node", rating="rating", country="country.id", notes="attributes.text")),
    ),
    Rule(
        "runtimes",
        Script(Each("main.runtimes.edges.node", seconds="seconds", country="country.id", notes="attributes.text")),
    ),
    Rule(
        "production_companies",
        Script(
            Each(
                "main.companyCreditCategories[category.id=production].companyCredits.edges.node",
                id="company.id",
                name="displayableProperty.value.plainText",
            )
        ),
    ),
)

_RULES = (*_LISTS, *SHARED_RULES, *_PEOPLE)

REFERENCE_2025 = Layout(
    name="reference2025",
    media="html",
    seen="since 2025-06",
    detect=lambda page: page.script_route in _ROUTES,
    view=script_view((*PAGE_IDS, *(rule.place for rule in _RULES))),
    rules=_RULES,
    page_ids=PAGE_IDS,
)
