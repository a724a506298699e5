"""What the reference page of 2017 keeps in labelled tables: story, details, box office and "Did You Know?"."""

from __future__ import annotations

from filmspider.rules.base import Rule
from filmspider.rules.contents import lines, own_text
from filmspider.rules.finders import Each, Lines, Link, One, Texts
from filmspider.rules.html import Labelled, LabelledAreas

_ITEMS = Texts("ul/li[not(a[contains(@href,'/title/tt')])]")

_STORYLINE = (
    Rule("storyline", Labelled("storyline", "Plot Summary", finder=Lines("p"))),
    Rule(
        "keywords",
        Labelled(
            "storyline",
            "Plot Keywords",
            finder=Texts(".//a[contains(@href,'/keyword/') or contains(@href,'keywords=')]"),
        ),
    ),
    Rule("taglines", Labelled("storyline", "Taglines", finder=own_text)),
    Rule("genres", Labelled("storyline", "Genres", finder=_ITEMS)),
    Rule("certificates", Labelled("storyline", "Certification", finder=_ITEMS)),
)

_DETAILS = (
    Rule("runtimes", Labelled("details", "Runtime", finder=_ITEMS)),
    Rule("countries", Labelled("details", "Country", "Countries", finder=Texts(".//a"))),
    Rule("languages", Labelled("details", "Language", "Languages", finder=Texts(".//a"))),
    Rule("akas", Labelled("details", "Also Known As", finder=_ITEMS)),
    Rule(
        "filming_locations",
        Labelled("details", "Filming Locations", finder=Texts(".//a[contains(@href,'locations=')]")),
    ),
    Rule(
        "official_sites",
        Labelled(
            "details",
            "Official Sites",
            finder=Each("ul/li/a[not(contains(@href,'/title/tt'))]", label=own_text, url=Link("@href")),
        ),
    ),
    Rule("colors", Labelled("details", "Color", finder=_ITEMS)),
    Rule("sound_mixes", Labelled("details", "Sound Mix", finder=_ITEMS)),
    Rule("aspect_ratio", Labelled("details", "Aspect Ratio", finder=_ITEMS)),
)

_MONEY = (
    Rule("budget", Labelled("box_office", "Budget", finder=own_text)),
    Rule("opening_weekends", LabelledAreas("box_office", r"Opening Weekend(?: (?P<area>.+))?", finder=own_text)),
    Rule(
        "grosses",
        LabelledAreas("box_office", r"(?:Gross|Cumulative)(?: (?P<area>.+?))?(?: Gross)?", finder=own_text),
    ),
)

_DID_YOU_KNOW = (
    Rule("trivia", Labelled("trivia", "Trivia", finder=lines)),
    Rule("goofs", Labelled("trivia", "Goofs", finder=lines)),
    Rule("quotes", Labelled("trivia", "Quotes", finder=lines)),
    Rule("crazy_credits", Labelled("trivia", "Crazy Credits", finder=lines)),
    Rule("connections", Labelled("trivia", "Movie Connections", finder=lines)),
    Rule("soundtracks", Labelled("trivia", "Soundtracks", finder=One("self::*", title=lines))),
)

TABLE_RULES = (*_STORYLINE, *_DETAILS, *_MONEY, *_DID_YOU_KNOW)
