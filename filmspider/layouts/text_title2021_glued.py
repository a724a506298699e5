"""A dump since 2021 whose converter set no line breaks: parted at the words that are sure to stand between values."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from filmspider.layouts.text_genres import GENRES
from filmspider.layouts.text_glued import told_apart
from filmspider.layouts.text_title2021_glued_cast import cast_lines
from filmspider.layouts.text_title2021_glued_top import NOTE, top_lines
from filmspider.processors.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARKS = ("IMDb RATING", "DetailsEdit")
_ONE_WORD_COMPANIES = frozenset(
    {
        *("Netflix", "Lionsgate", "Gaumont", "Miramax", "Hulu", "Showtime", "Starz", "Legendary", "Skydance", "Apple"),
        *("Constantin", "Wildside", "Studiocanal", "Canal+", "Mosfilm", "Toho", "Shochiku", "Nikkatsu", "Warner"),
    }
)
_STORY_LABELS = (
    *("Plot summary", "Plot synopsis", "Add synopsis", "Add full plot", "Taglines", "Genres", "Genre"),
    *("Motion Picture Rating (MPAA)", "Motion Picture Rating", "Certificate", "Parents guide"),
)
_TRIVIA_LABELS = (*("Trivia", "Goofs", "Quotes", "Crazy credits", "Alternate versions", "Connections", "Soundtracks"),)
_DETAIL_LABELS = (
    *("Release date", "Countries of origin", "Country of origin", "Official sites", "Official site", "Languages"),
    *("Language", "Also known as", "Filming locations", "Filming location", "Production companies"),
    *("Production company", "Box officeEdit", "Budget", "Gross US & Canada", "Opening weekend US & Canada"),
    *("Gross worldwide", "Technical specsEdit", "Tech specsEdit", "Runtime", "Color", "Sound mix", "Aspect ratio"),
)
_REGIONS = (
    (
        "Storyline",
        re.compile(r"StorylineEdit(.*?)(?=Did you knowEdit|User reviews[\d.,]+|DetailsEdit|$)"),
        _STORY_LABELS,
    ),
    ("Did you know", re.compile(r"Did you knowEdit(.*?)(?=User reviews|FAQ\d|DetailsEdit|$)"), _TRIVIA_LABELS),
    ("Details", re.compile(r"DetailsEdit(.*?)(?=Related news|Contribute to this page|$)"), _DETAIL_LABELS),
)
_FAQ = re.compile(r"FAQ\d+(.*?)(?:DetailsEdit|$)")
_CAST = re.compile(r"Top cast\d*Edit(.*?)(?:All cast & crew|StorylineEdit|$)")
_SENTENCE_ENDS = '.!?")'
_LINK = re.compile(r"See (?:more company credits at|detailed box office info on) IMDbPro")
_QUESTION_END = re.compile(r"(?<=[?.!])(?=[A-Z])")
_STORY_END = re.compile(r"(?<=[.!?)\"'])\s?\u2014|(?<=[.!?])(?=[a-z\d])|(?<=[.!?][\")])(?=[a-z\d])")
_SOUND = re.compile(
    r"Dolby (?:Digital EX|Digital|Surround 7\.1|Surround|Stereo|Atmos|SR)|Dolby|DTS-Stereo|DTS|SDDS|Mono|Stereo|Silent"
    r"|Datasat|Auro 11\.1|IMAX 6-Track|12-Track Digital Sound|Sonics-DDP|Ultra Stereo|70 mm 6-Track|6-Track Stereo"
)
_BREAKS = re.compile(r"\n\s*\n\s*")
"""Line breaks between elements; a single one is in the page's text."""
_SPEECH_END = re.compile(r"(?<=[.!?\]])(?=[A-Z\[])")
_DATE = re.compile(r"(?=[A-Z][a-z]{2} \d{1,2}, \d{4}$)")


def is_glued(text: str) -> bool:
    """Whether a heading has the line "Edit" below it glued to it."""
    return all(mark in text for mark in _MARKS) or NOTE.search(text) is not None


def parted(text: str) -> str:
    """Return *text* with every value that can be told on a line of its own; what cannot is left out."""
    return "\n".join(_lines(fold(_BREAKS.sub("", text))))


def _lines(text: str) -> Iterator[str]:
    yield from top_lines(text)
    cast = _CAST.search(text)
    yield from ["Top cast", *cast_lines(cast[1])] if cast else []
    for heading, region, labels in _REGIONS:
        found = region.search(text)
        yield heading
        yield from _labelled(found[1], labels) if found else []
        if heading == "Did you know" and (faq := _FAQ.search(text)):
            yield from ["FAQ", *_QUESTION_END.split(faq[1])]
    yield "Related news"


def _labelled(text: str, labels: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands before the first label, then every label with its values; each is looked for once, in order."""
    marks = list(_marks(text, labels))
    yield from _story(text[: marks[0][0] if marks else len(text)])
    for (start, label), (end, _) in pairwise([*marks, (len(text), "")]):
        if not label.endswith("Edit"):
            yield label
            yield from _VALUES.get(label, _whole)(_LINK.sub("", text[start + len(label) : end]))


def _marks(text: str, labels: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    at = 0
    for label in labels:
        place = text.find(label, at)
        while place > 1 and text[place - 1].isspace() and text[place - 2] not in _SENTENCE_ENDS:
            place = text.find(label, place + 1)
        after = text[place + len(label) : place + len(label) + 1]
        if place >= 0 and not (after.isspace() or after.islower()):
            yield place, label
            at = place + len(label)


def _story(text: str) -> list[str]:
    story = _STORY_END.split(text)[0].strip()
    return [story] if story else []


def _whole(value: str) -> list[str]:
    return [value]


def _quote(value: str) -> list[str]:
    return [_SPEECH_END.sub(" ", value)]


def _genres(value: str) -> list[str]:
    parts = told_apart(value, words=1)
    return parts if GENRES.issuperset(parts) else []


def _sounds(value: str) -> list[str]:
    found = _SOUND.findall(value)
    return found if "".join(found) == value else []


_single_words: Callable[[str], list[str]] = lambda value: told_apart(value, words=1)  # noqa: E731
_VALUES: dict[str, Callable[[str], list[str]]] = {
    "Genres": _genres,
    "Genre": _genres,
    "Quotes": _quote,
    "Countries of origin": _single_words,
    "Languages": _single_words,
    "Official sites": told_apart,
    "Production companies": lambda value: told_apart(value, known=_ONE_WORD_COMPANIES),
    "Filming locations": told_apart,
    "Sound mix": _sounds,
    "Color": lambda value: [value] if value in {"Color", "Black and White"} else [],
    "Opening weekend US & Canada": _DATE.split,
}
