"""The top of a dump without line breaks: title, rating, credits and counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmspider.layouts.text_glued import told_apart
from filmspider.layouts.text_title2021_glued_story import story_lines
from filmspider.processors.titles import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE_TITLE = re.compile(r".{1,250}?\((?:[A-Za-z -]+ ?)?(?:\d{4}[^()]{0,10})?\) - IMDb")
NOTE = re.compile(r"(?<=[a-z])Note: Because this project is categorized as in development[^.]{0,120}\.?")
"""What stands in the place of the record of a title in development, run together with its kind."""
_KIND = (
    r"(?:TV (?:Mini )?Series|TV Movie|TV Special|TV Short|Video Game|Video|Short|Music Video"
    r"|Episode aired [A-Z][a-z]{2} \d{1,2}, \d{4})"
)
_BELOW_TITLE = (
    rf"(?:Original title: (?P<original>.{{1,150}}?))?(?P<kind>{_KIND})?"
    r"(?:(?P<years>\d{4}(?:\u2013(?:\d{4})?)?)\s?(?:(?P=years)\s?)?)?"
    r"(?:(?P<certificate>[A-Z\d].{0,20}?)(?P=certificate)?)??(?P<runtime>(?:[1-9]h)?(?: ?\d{1,2}m)?)IMDb RATING"
)
_RATING = re.compile(r"IMDb RATING(?P<rating>\d{1,2}(?:\.\d)?) ?/ ?10(?P<count>[\d.,]+[KM]?)YOUR RATING(?:Rate)?")
_RANK = re.compile(r"^POPULARITY(?P<rank>\d{1,3},\d{3})(?=\d)")
"""Two figures without a mark between them; where the first has a comma, its end is known."""
_EPISODE = re.compile(r"(S\d+\.E\d+)S\d+E\d+All episodes")
_TRAILER = re.compile(r"Play trailer ?\d{1,2}:\d\d")
_BEFORE_CREDITS = re.compile(r"^(?:POPULARITY[\d,]+)?(?:Top credits)?")
_CREDITS_END = re.compile(r"Top credits|See production|[\d.,]+[KM]?User reviews|Videos\d|Photos\d|Top cast")
_CREDIT = re.compile(r"(Directors?|Creators?|Writers?|Stars?)(?=[^a-z\s])")
_TOP_END = re.compile(r"Videos\d|Photos\d|Top cast|StorylineEdit")
_COUNTS = (
    (re.compile(r"(?<=[a-z])(\d[\d.,]*[KM]?)User reviews?"), "{} User reviews"),
    (re.compile(r"(?<=[a-z])(\d[\d.,]*[KM]?)Critic reviews?"), "{} Critic reviews"),
    (re.compile(r"(?<=[a-z])(\d{1,3})Metascore"), "{} Metascore"),
    (re.compile(r"(Top rated [A-Za-z ]{1,40} #[\d,]{1,9})(?=Won|Nominated|Awards)"), "{}"),
    (re.compile(r"((?:Won|Nominated for) \d+ [A-Z][A-Za-z ]{1,60}?)(?=\d)"), "{}"),
    (re.compile(r"(?<=[a-z])(\d+ (?:wins?(?: & \d+ nominations?)?|nominations?)(?: total)?)"), "{}"),
    (re.compile(r"Episodes(\d+)Browse"), "Episodes {}"),
    (re.compile(r"(?<=[a-z])(\d{1,2} seasons?\d*)See all"), "{}"),
)


def top_lines(text: str) -> Iterator[str]:
    """Yield the lines of the top; nothing below the page's title where its title and rating are not found."""
    page_title = _PAGE_TITLE.match(text)
    if page_title is None:
        return
    yield page_title[0]
    named = heading(page_title[0])
    note = NOTE.search(text)
    if note:
        yield note[0]
    hero = re.search(re.escape(named.title or "") + _BELOW_TITLE, text[page_title.end() :])
    if hero is None:
        return
    if named.series_title:
        yield named.series_title
    original = hero["original"]
    yield from filter(None, (named.title, original and f"Original title: {original}"))
    yield from filter(None, (hero[name] for name in ("kind", "years", "certificate", "runtime")))
    yield from _below(text[page_title.end() + hero.end() - len("IMDb RATING") :])


def _below(text: str) -> Iterator[str]:
    """Yield the rating, the plot, the credits and the counts."""
    ratings = list(_RATING.finditer(text))
    if not ratings:
        return
    yield from ("IMDb RATING", f"{ratings[0]['rating']} / 10", ratings[0]["count"], "YOUR RATING", "Rate")
    after = text[ratings[0].end() :]
    yield from _found(after[:2000])
    if len(ratings) > 1:
        yield from story_lines(text[ratings[0].end() : ratings[1].start()])
        yield "IMDb RATING"
        yield from _credits(_BEFORE_CREDITS.sub("", text[ratings[1].end() :]))
    last = text[ratings[-1].end() :]
    end = _TOP_END.search(last)
    counted = last[: end.start() if end else 0]
    yield from (shape.format(match[1]) for form, shape in _COUNTS for match in form.finditer(counted))


def _found(text: str) -> Iterator[str]:
    rank, episode, trailer = _RANK.search(text), _EPISODE.search(text), _TRAILER.search(text)
    yield from ("POPULARITY", rank["rank"], "0") if rank else ()
    yield from (found for match in (episode and episode[1], trailer and trailer[0]) if (found := match))


def _credits(text: str) -> Iterator[str]:
    """Yield every label with the people under it, where they can be told apart."""
    end = _CREDITS_END.search(text)
    _, *parts = _CREDIT.split(text[: end.start()] if end else "")
    for label, people in zip(parts[::2], parts[1::2], strict=True):
        yield from [label, *told_apart(people)]
