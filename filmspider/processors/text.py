"""Text as it stands on a page to text as it stands in the record."""

from __future__ import annotations

import html
import re
import unicodedata

from filmspider.processors.outcome import Noted

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which cannot be written as UTF-8."""
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);", re.IGNORECASE)
_BRACKET = re.compile(r"[()]")

_TAIL = 60  # no control link is longer
_CONTROL = re.compile(
    r"(?:^|(?<=[\s|.!?…\])\"'”]))"  # a link's words never stand in the middle of a word
    r"(?:See (?:more|full|all)(?: [\w -]{1,40})? ?»"
    r"|See (?:more|full summary|all certifications)"
    r"|Read (?:all|more)(?: ?»)?"
    r"|(?:[Ff]ull (?:summary|synopsis)|[Mm]ore|More at IMDbPro) ?»"
    r"|\| ?Edit"
    r"|Add content advisory ?…?(?: ?»)?)$"
    r"|[»|]$",
)
_CONTROL_ENDS = ("»", "|", "See more", "summary", "certifications", "Read all", "Read more", "Edit", "…", "advisory")
_CUT = re.compile(r"(?:\s*(?:\.\.\.|…|\[(?:\.\.\.|…)\]))+$")
_CUT_ENDS = ("...", "…", "[...]", "[…]")
_CUT_STORY = range(950, 1_010)  # pages of 2015 to 2018 show at most 1,000 characters


def fold(text: str) -> str:
    r"""Return *text* in Unicode NFC with every run of white space, non-breaking spaces included, as one space.

    Half a surrogate pair, as a broken script writes it, becomes U+FFFD: it could not be written as UTF-8.

    >>> fold(" Battlefield\xa0Earth\n  (2000) ")
    'Battlefield Earth (2000)'
    """
    folded = " ".join(text.split())
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", folded if _is_writable(folded) else SURROGATE.sub("\ufffd", folded))


def _is_writable(text: str) -> bool:
    """Whether no half of a character stands in *text*; to write it is several times faster than to search it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def plain(raw: str) -> str | None:
    r"""Return *raw* folded, ``None`` where nothing is left.

    >>> plain(" Joon-ho Bong "), plain("\xa0")
    ('Joon-ho Bong', None)
    """
    return fold(raw) or None


def paragraphs(raw: str) -> str | None:
    r"""Return *raw* with every paragraph folded and the paragraphs separated by one empty line.

    >>> paragraphs("Great songs,\n great villain. \n \n9/10")
    'Great songs, great villain.\n\n9/10'
    """
    folded = map(fold, _PARAGRAPH_BREAK.split(raw))
    return "\n\n".join(paragraph for paragraph in folded if paragraph) or None


def without_controls(text: str) -> str:
    """Return folded *text* without the control links at its end; the same words elsewhere stay.

    >>> without_controls("13 wins & 12 nominations. See more awards »")
    '13 wins & 12 nominations.'
    >>> without_controls("Moreover, he wants to see more of Seoul")
    'Moreover, he wants to see more of Seoul'
    """
    while text.endswith(_CONTROL_ENDS):
        control = _CONTROL.search(text, max(0, len(text) - _TAIL))
        if control is None:
            break
        text = text[: control.start()].rstrip()
    return text


def shortened(text: str, raw: str) -> Noted:
    """Return *text*, which the page cuts, ending in one ``…``; the remark ``truncated`` carries *raw*.

    >>> shortened("As you know, when he ... [...]", "As you know").value
    'As you know, when he…'
    """
    dots = _CUT.search(text, max(0, len(text) - _TAIL))
    return Noted((text[: dots.start()] if dots else text) + "…", "truncated", raw)


def is_cut_at(lengths: range, text: str) -> bool:
    """Whether the page cut *text*: it is as long as pages cut one, and its dots are set off by a space.

    >>> [is_cut_at(range(15, 25), text) for text in ("All she wants is ...", "All she wants is...", "And so ...")]
    [True, False, False]
    """
    return len(text) in lengths and text.endswith(" ...")


_PLACEHOLDER = re.compile(
    r"Add (?:a|full) plot\b.*|Add synopsis\b.*|Know what this is about\?.*"
    r"|It looks like we don't have\b.*|Be the first\b.*",
    re.IGNORECASE,
)


def prose(raw: str) -> str | Noted | None:
    """Return a plot or outline; one that ends in dots was cut by the page.

    >>> prose("Paula finds the body... See more »")
    Noted(value='Paula finds the body…', code='truncated', detail='Paula finds the body... See more »')
    >>> prose("Seven years after the apocalypse. See full summary »")
    'Seven years after the apocalypse.'
    >>> prose("Add a Plot »") is None
    True
    """
    folded = fold(raw)
    text = without_controls(folded)
    if _PLACEHOLDER.fullmatch(text):
        return None
    return shortened(text, folded) if text.endswith(_CUT_ENDS) else text or None


def story(raw: str) -> str | Noted | None:
    r"""Return a storyline with its paragraphs kept; ``None`` for the words that stand where there is none.

    A long one may be cut by the page.

    >>> story("It looks like we don't have a synopsis for this title yet.") is None
    True
    """
    text = without_controls(paragraphs(raw) or "")
    if not text or _PLACEHOLDER.match(text):
        return None
    return shortened(text, text) if is_cut_at(_CUT_STORY, text) else text


def sentence(raw: str) -> str | None:
    """Return a tagline, trivia item or goof; dots at its end are its own.

    >>> sentence("Where The Truth Lies ... See more »")
    'Where The Truth Lies ...'
    """
    return without_controls(fold(raw)) or None


def from_json(text: str) -> str | None:
    """Return a string of script data with its entities decoded, also where they were encoded twice, and folded.

    >>> from_json("Schindler&#x27;s List"), from_json("Schindler&amp;#x27;s List")
    ("Schindler's List", "Schindler's List")
    """
    if "&" in text:
        once = html.unescape(text)
        text = html.unescape(once) if "&amp;" in text and _ENTITY.search(once) else once
    return fold(text) or None


def trailing_notes(text: str) -> tuple[str, list[str]]:
    """Split the brackets off the end of folded *text*: what stands before them and what stands in them.

    >>> trailing_notes("K-16 (1989) (cut)")
    ('K-16', ['1989', 'cut'])
    >>> trailing_notes("(500) Days of Summer")
    ('(500) Days of Summer', [])
    """
    if not text.endswith(")"):
        return text, []
    if text.count("(") == text.count(")") == 1:  # as most have
        start = text.index("(")
        note = text[start + 1 : -1].strip()
        return text[:start].rstrip(), [note] if note else []
    notes, end, close, depth = [], len(text), 0, 0
    for mark in reversed(list(_BRACKET.finditer(text))):
        place = mark.start()
        if mark[0] == ")":
            if depth == 0 and text[place + 1 : end].strip():
                break
            close = close if depth else place
            depth += 1
        elif depth == 0:
            break
        else:
            depth -= 1
            if depth == 0:
                notes.append(text[place + 1 : close].strip())
                end = place
    return text[:end].rstrip(), [note for note in reversed(notes) if note]
