"""The user review, questions and quotes that a page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from filmspider.items import Faq, Review
from filmspider.processors.dates import partial_date
from filmspider.processors.numbers import helpfulness
from filmspider.processors.outcome import Noted, Unparsed
from filmspider.processors.text import fold, is_cut_at, paragraphs, plain, sentence, shortened, without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

_STARS = re.compile(r"(?P<stars>\d{1,2})(?:\.0)?(?: ?/ ?10)?", re.ASCII)
_MOST_STARS = 10
_CUT_ENDS = ("[...]", "[…]", "…")  # plain dots are the speaker's own
_CUT_QUOTE = range(450, 550)  # pages of 2010 to 2020 show about 500 characters


def review(raw: Mapping[str, Any]) -> Review | Noted | Unparsed | None:
    """Read a review: ``title``, ``author``, ``date``, ``rating``, ``text`` and ``votes``.

    A part that is not understood is left out and noted as ``unparsed``.

    >>> read = review({"author": "SdrolionGM", "date": "3 March 2001", "rating": "10/10", "votes": "16 of 21"})
    >>> read.date, read.rating, read.helpful_votes
    ('2001-03-03', 10, 16)
    """
    title, author, text, date, stars, votes = (
        str(raw.get(key) or "") for key in ("title", "author", "text", "date", "rating", "votes")
    )
    read = {"date": partial_date(fold(date)), "rating": _stars(fold(stars)), "votes": helpfulness(fold(votes))}
    unread = [f"{key}: {value.raw}" for key, value in read.items() if isinstance(value, Unparsed)]
    parts: dict[str, Any] = {key: None if isinstance(value, Unparsed) else value for key, value in read.items()}
    parts["helpful_votes"], parts["total_votes"] = parts.pop("votes") or (None, None)
    parts |= {"title": plain(title), "author": plain(author), "text": _text(text)}
    if all(value is None for value in parts.values()):
        return Unparsed("; ".join(unread)) if unread else None
    found = Review.model_validate(parts)
    return Noted(found, "unparsed", "; ".join(unread)) if unread else found


def _text(raw: str) -> str | None:
    text = paragraphs(raw)
    return without_controls(text) or None if text else None


def _stars(text: str) -> int | Unparsed | None:
    """Read stars; 0 is how the oldest structured blocks say that there are none."""
    stars = _STARS.fullmatch(text)
    if stars is None:
        return Unparsed(text) if text else None
    count = int(stars["stars"])
    return Unparsed(text) if count > _MOST_STARS else count or None


def faq(raw: Mapping[str, Any]) -> Faq | Unparsed | None:
    """Read a ``question`` and, where the page holds it, its ``answer``.

    >>> faq({"question": "What is Zion?", "answer": ""})
    Faq(question='What is Zion?', answer=None)
    """
    question, answer = sentence(raw.get("question") or ""), _text(raw.get("answer") or "")
    if question is None:
        return Unparsed(answer) if answer else None
    return Faq(question=question, answer=answer)


def quote(raw: str) -> str | Noted | None:
    """Read a quote; one that ends in ``[...]`` was cut by the page, a long one also in a speech.

    >>> quote("Morpheus believes he is the one. [...] See more »").value
    'Morpheus believes he is the one.…'
    """
    folded = fold(raw)
    text = without_controls(folded)
    is_cut = text.endswith(_CUT_ENDS) or is_cut_at(_CUT_QUOTE, text)
    return shortened(text, folded) if is_cut else text or None
