"""The user review, questions and quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Faq, Review
from filmspider.processors import Noted, Unparsed
from filmspider.processors.reviews import faq, quote, review

WHOLE = {
    "title": "Stunning ",
    "author": "\nseamas",
    "date": "11 January 1999",
    "rating": "10/10",
    "text": "One\nline.\n\nAnother...",
    "votes": "936 of 1,754 people found this review helpful.",
}
READ = Review(
    title="Stunning",
    author="seamas",
    date="1999-01-11",
    rating=10,
    text="One line.\n\nAnother...",
    helpful_votes=936,
    total_votes=1754,
)


def test_review():
    assert review(WHOLE) == READ


@pytest.mark.parametrize(
    ("raw", "rating"),
    [("10/10", 10), ("8", 8), (8, 8), ("8.0", 8), ("9 / 10", 9), ("0", None), (0, None), ("", None), (None, None)],
)
def test_stars(raw, rating):
    assert review(WHOLE | {"rating": raw}).rating == rating


@pytest.mark.parametrize(
    ("key", "raw", "lost"),
    [
        ("date", "long ago", {"date": None}),
        ("rating", "11/10", {"rating": None}),
        ("rating", "many", {"rating": None}),
        ("votes", "some of them", {"helpful_votes": None, "total_votes": None}),
    ],
)
def test_a_bad_part_costs_the_part_only(key, raw, lost):
    assert review(WHOLE | {key: raw}) == Noted(READ.model_copy(update=lost), "unparsed", f"{key}: {raw}")


def test_no_review():
    assert review({"title": " ", "text": None}) is None
    assert review({"rating": "0"}) is None
    assert review({"rating": "many"}) == Unparsed("rating: many")


def test_faq():
    assert faq({"question": "What is Zion? See more »"}) == Faq(question="What is Zion?")
    assert faq({"question": "What is Zion?", "answer": "A city."}) == Faq(question="What is Zion?", answer="A city.")
    assert faq({"question": "", "answer": ""}) is None
    assert faq({"question": "", "answer": "A city."}) == Unparsed("A city.")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Neo: Whoa. See more »", "Neo: Whoa."),
        ("Narrator: Of demons... See more »", "Narrator: Of demons..."),
        ("Vera: And then ... See more »", "Vera: And then ..."),
        (f"Vera: {'The tide. ' * 48}It blends... See more »", f"Vera: {'The tide. ' * 48}It blends..."),
        ("", None),
    ],
)
def test_quote(raw, expected):
    assert quote(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("The one. [...] See more »", "The one.…"),
        ("when he ... [...]", "when he…"),
        (f"Vera: {'The tide. ' * 48}It blends ... See more »", f"Vera: {'The tide. ' * 48}It blends…"),
    ],
)
def test_a_cut_quote_is_noted(raw, expected):
    assert quote(raw) == Noted(expected, "truncated", raw)


_TEXTS = st.text("1/0 of2.\n[]…") | st.text(st.characters())


@given(_TEXTS, _TEXTS, _TEXTS)
def test_no_text_raises(one, two, three):
    raw = {"title": one, "author": two, "date": three, "rating": one, "text": two, "votes": three}
    assert isinstance(review(raw), Review | Noted | Unparsed | None)
    assert isinstance(faq({"question": one, "answer": two}), Faq | Unparsed | None)
    assert isinstance(quote(one), str | Noted | None)
