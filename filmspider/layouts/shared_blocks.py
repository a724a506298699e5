"""The blocks that the title pages of 2010 to 2021 have in common, from the credits down to the recommendations."""

from __future__ import annotations

import re

from filmspider.rules.base import Rule
from filmspider.rules.contents import own_content, own_text
from filmspider.rules.cutting import IN_ROWS, Span
from filmspider.rules.finders import Each, Joined, Lines, Link, Linked, One, Text, Texts
from filmspider.rules.html import In, Labelled, LabelledAreas, Rows, Section
from filmspider.rules.refining import Only
from filmspider.rules.rows import CastRows, RecommendationRows
from filmspider.rules.sourcerows import CAST, RECOMMENDATIONS

BLOCK_SECTIONS = {
    "head": Section("/html/head"),
    "ranks": Section("id('titleAwardsRanks')"),
    "recommendations": Section("id('title_recs')", rows=RECOMMENDATIONS),
    "cast": Section("id('titleCast')", rows=CAST),
    "storyline": Section("id('titleStoryLine')", label="h4"),
    "details": Section("id('titleDetails')", label="h4"),
    "trivia": Section("id('titleDidYouKnow')"),
    "faq": Section("id('titleFAQ')"),
    "review": Section("id('titleUserReviewsTeaser')"),
}

BLOCK_DROPPED = (
    Span(b'<div class="rec_slide"', b'<div class="rec_overviews"'),
    Span(b'<div class="rec_poster"', b'<div class="rec_details"', IN_ROWS),
    Span(b'<span class="rating-bg"', b"&nbsp;</div>", IN_ROWS),
    Span(b'<td class="primary_photo">', b"</td>", IN_ROWS),
)

_LINKS = Texts("a")
_PERSON = ".//a[contains(@href,'/name/nm')]"

PEOPLE_RULES = (
    Rule("directors", Labelled("summary", "Director:", "Directors:", finder=Linked(_PERSON))),
    Rule("writers", Labelled("summary", "Writer:", "Writers:", finder=Linked(_PERSON))),
    Rule("creators", Labelled("summary", "Creator:", "Creators:", finder=Linked(_PERSON))),
    Rule("stars", Labelled("summary", "Star:", "Stars:", finder=Linked(_PERSON))),
)

AWARDS_RULES = (Rule("awards", In("ranks", Joined("span[@class='awards-blurb' or @itemprop='awards']"))),)

CERTIFICATE_RULES = (
    Rule("certificates", Labelled("storyline", "Certificate:", finder=own_content)),
    Rule("certificates", Labelled("storyline", "Motion Picture Rating (MPAA)", finder=own_content)),
)

STORY_RULES = (
    Rule("storyline", In("storyline", Lines("div[contains(@class,'canwrap') and not(contains(@class,'see-more'))]/p"))),
    Rule(
        "keywords",
        Labelled(
            "storyline", "Plot Keywords:", finder=Texts("a[contains(@href,'/keyword/') or contains(@href,'keywords=')]")
        ),
    ),
    Rule("taglines", Labelled("storyline", "Taglines:", finder=own_content)),
    Rule("genres", Labelled("storyline", "Genres:", finder=_LINKS)),
)

CAST_RULES = (
    Rule("cast", Rows("cast", CastRows("table/tr[td[3]] | table/tbody/tr[td[3]]"))),
    Rule("cast_complete", In("cast", Text(".//td[@class='castlist_label']"))),
)

DETAILS_RULES = (
    Rule("release_dates", Labelled("details", "Release Date:", finder=own_content)),
    Rule("runtimes", Labelled("details", "Runtime:", finder=own_content)),
    Rule("countries", Labelled("details", "Country:", finder=_LINKS)),
    Rule("languages", Labelled("details", "Language:", finder=_LINKS)),
    Rule("akas", Labelled("details", "Also Known As:", finder=own_content)),
    Rule("filming_locations", Labelled("details", "Filming Locations:", finder=_LINKS)),
    Rule("official_sites", Labelled("details", "Official Sites:", finder=Each("a", label=own_text, url=Link("@href")))),
    Rule(
        "production_companies",
        Labelled("details", "Production Co:", finder=Linked(".//a[contains(@href,'/company/')]")),
    ),
    Rule("budget", Labelled("details", "Budget:", finder=own_content)),
    Rule("opening_weekends", LabelledAreas("details", r"Opening Weekend(?: (?P<area>.+))?:", finder=own_content)),
    Rule(
        "grosses", LabelledAreas("details", r"(?:Gross|Cumulative)(?: (?P<area>.+?))?(?: Gross)?:", finder=own_content)
    ),
    Rule("colors", Labelled("details", "Color:", finder=own_content)),
    Rule("sound_mixes", Labelled("details", "Sound Mix:", finder=own_content)),
    Rule("aspect_ratio", Labelled("details", "Aspect Ratio:", finder=own_content)),
)

DID_YOU_KNOW_RULES = (
    Rule("trivia", In("trivia", Lines("div[@id='trivia']"))),
    Rule("goofs", In("trivia", Lines("div[@id='goofs']"))),
    Rule("quotes", In("trivia", Lines("div[@id='quotes']"))),
    Rule("crazy_credits", In("trivia", Lines("div[@id='crazyCredits']"))),
    Rule("connections", In("trivia", Lines("div[@id='connections']"))),
    Rule("soundtracks", In("trivia", Each("div[@id='soundtracks']", title=Lines(".")))),
    Rule("faqs", In("faq", Each("div[@class='faq']/div[b]", question=Text("a")))),
)

REVIEW_RULES = (
    Rule(
        "featured_review",
        In(
            "review",
            One(
                "div[@class='user-comments']",
                title=Text("(. | span)/strong"),
                author=Text("(. | span)/div[@class='comment-meta']/a[span or following-sibling::a]"),
                date=Only(re.compile(r"^[^|]+"), Text("(. | span)/div[@class='comment-meta']/text()[contains(.,'|')]")),
                rating=Text(".//div[@class='tinystarbar']/@title | .//meta[@itemprop='ratingValue']/@content"),
                text=Lines("(. | span)/div[p]/p"),
                votes=Only(re.compile(r".*\d.*"), Text("div[@class='yn']")),
            ),
        ),
    ),
)

RECOMMENDATION_RULES = (
    Rule(
        "recommendations",
        Rows(
            "recommendations",
            RecommendationRows("*/div[@class='rec_details']/div[@class='rec-info']"),
        ),
    ),
)
