"""The header of the title page of 2010 to 2016: heading, infobar, star box, popularity, and the line of awards."""

from __future__ import annotations

import re

from filmspider.layouts.shared_blocks import AWARDS_RULES, CERTIFICATE_RULES
from filmspider.rules.base import Rule
from filmspider.rules.contents import own_content
from filmspider.rules.finders import Joined, Text, Texts
from filmspider.rules.html import In, Labelled
from filmspider.rules.refining import Alone, Only, Prefixed, Respelled

_PAGE_TITLE = Text("title")
_YEARS = Text("h1/span[not(@class) or @class='nobr']")
_KIND = r"TV(?: [A-Za-z][A-Za-z -]*?)?|V|Video(?: Game)?|VG|Short|Music Video"
_INFOBAR_KIND = re.compile(rf"^[-| ]*({_KIND})(?: [-|].*)?$")
_BRACKETED_KIND = re.compile(rf"\(({_KIND})(?: \d[^()]*)?\)(?: - IMDb)?$")
_STATUS = re.compile(r"categorized as (?:being )?(in[ -][a-z]+|[\w-]+)", re.IGNORECASE)
_AWARDS = re.compile(r"\b(?:Won|Nominated for) .+|\b\d+ (?:win|nomination).+")
_FIGURE = re.compile(r"\d[\d,.]*")

HEADING_RULES = (
    Rule("title", In("summary", Alone(Joined("h1/span[@itemprop='name' and not(@class='title-extra')]")))),
    Rule("title", In("summary", Alone(Joined("h1/text()[normalize-space()]")))),
    Rule("title", In("head", _PAGE_TITLE)),
    Rule("original_title", In("summary", Text("h1/span[@class='title-extra'][contains(.,'original title')]"))),
    Rule("disambiguation", In("summary", Joined("h1/text() | h1/span[not(@class='title-extra')]"))),
    Rule("disambiguation", In("head", _PAGE_TITLE)),
    Rule("title_type", In("infobar", Only(_INFOBAR_KIND, Joined("text()[normalize-space()]")))),
    Rule("title_type", In("summary", Only(_BRACKETED_KIND, _YEARS))),
    Rule("title_type", In("head", Only(_BRACKETED_KIND, _PAGE_TITLE))),
    Rule("year", In("summary", _YEARS)),
    Rule("year", In("head", _PAGE_TITLE)),
    Rule("end_year", In("summary", _YEARS)),
    Rule("end_year", In("head", _PAGE_TITLE)),
    Rule("production_status", Labelled("summary", "Note:", finder=Only(_STATUS, own_content))),
    Rule("production_status", Labelled("summary", "Status:", finder=Only(re.compile(r"^[^|]+"), own_content))),
)

RATING_RULES = (
    Rule("rating", In("starbox", Text(".//span[@itemprop='ratingValue']"))),
    Rule("rating", In("starbox", Only(re.compile(r"^[\d.]+"), Text(".//span[@class='rating-rating']")))),
    Rule("rating_count", In("starbox", Text(".//span[@itemprop='ratingCount']"))),
    Rule("rating_count", In("starbox", Only(_FIGURE, Text(".//a[contains(concat('/',@href),'/ratings')]")))),
    Rule("user_review_count", In("starbox", Text(".//a[contains(@href,'reviews')][contains(.,' user')]"))),
    Rule("critic_review_count", In("starbox", Text(".//a[contains(@href,'externalreviews')]"))),
    Rule("metascore", In("starbox", Text(".//a[contains(@href,'criticreviews')][contains(.,'/100')]"))),
    Rule("popularity_rank", In("prometer", Text(".//a[@id='meterRank']"))),
    Rule(
        "popularity_change",
        In("prometer", Prefixed("-", Text("self::*[contains(@class,'down')]//span[@id='meterChange']"))),
    ),
    Rule(
        "popularity_change",
        In("prometer", Prefixed("+", Text("self::*[contains(@class,'up')]//span[@id='meterChange']"))),
    ),
    Rule("chart_ranks", In("ranks", Texts("a/strong | strong/a"))),
    *AWARDS_RULES,
    Rule("awards", In("ranks", Only(_AWARDS, own_content)), fallback=True),
)

HEADER_CERTIFICATE_RULES = (
    Rule("certificates", In("infobar", Prefixed("USA:", Text(".//span[starts-with(@class,'us_')]/@title")))),
    Rule(
        "certificates",
        In(
            "infobar",
            Prefixed("USA:", Respelled("_", "-", Text(".//img[contains(@src,'/certificates/us/')]/@title"))),
        ),
    ),
    Rule("certificates", In("infobar", Text("span[@itemprop='contentRating'][not(@title)]"))),
    *CERTIFICATE_RULES,
)
