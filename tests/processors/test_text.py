"""Text: folding, control links at the end, cut texts, quotes, notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.processors import Noted
from filmspider.processors.text import (
    fold,
    from_json,
    paragraphs,
    plain,
    prose,
    sentence,
    story,
    trailing_notes,
    without_controls,
)

CONTROLS = [
    "See more »",
    "See more",
    "See full summary »",
    "| Edit",
    "See all certifications »",
    "| See all certifications »",
    "Add content advisory…",
    "See more awards »",
    "See more » | Full synopsis »",
    "More at IMDbPro »",
    "Read all",
    "»",
    "|",
    "\xa0»",
]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  a\n\tb\xa0c ", "a b c"),
        ("8½", "8½"),
        ("e\u0301te\u0301", "été"),
        ("WALL·E", "WALL·E"),
        ("broken \ud83d half", "broken \ufffd half"),
        ("", ""),
    ],
)
def test_fold(raw, expected):
    assert fold(raw) == expected


@given(st.text(st.characters()))
def test_folded_text_is_utf8_and_folding_again_changes_nothing(text):
    folded = fold(text)
    assert folded.encode().decode() == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(("raw", "expected"), [(" a ", "a"), ("\n\xa0", None), ("", None)])
def test_plain(raw, expected):
    assert plain(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("one\r\n\r\n\r\n  two ", "one\n\ntwo"),
        ("\n \n", None),
    ],
)
def test_paragraphs(raw, expected):
    assert paragraphs(raw) == expected


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("text", ["13 wins & 12 nominations.", "Seoul", "And moreover", "[Australian Poster]", "R"])
def test_controls_at_the_end_go(text, control):
    assert without_controls(fold(f"{text} {control}")) == text


@pytest.mark.parametrize(
    "text", ["Moreover, Seoul", "See more of it here", "They oversee more", "Nothing to see more", "»a"]
)
def test_the_same_words_elsewhere_stay(text):
    assert without_controls(text) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Paula finds the body... \nSee more » | Full synopsis »", "Paula finds the body…"),
        (
            "All signs point that way, but her body is no ... See full summary »",
            "All signs point that way, but her body is no…",
        ),
        ("the end […]", "the end…"),
        ("the end…", "the end…"),
        ("of a man. [...]", "of a man.…"),
    ],
)
def test_a_cut_plot_is_noted(raw, expected):
    assert prose(raw) == Noted(expected, "truncated", fold(raw))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("A whole plot. See full summary »", "A whole plot."),
        ("One zero...two.", "One zero...two."),
        ("", None),
        ("See full summary »", None),
    ],
)
def test_a_whole_plot_is_plain(raw, expected):
    assert prose(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("One.\n\nTwo ...", "One.\n\nTwo ..."),
        (f"{'The tide. ' * 98}It turns...", f"{'The tide. ' * 98}It turns..."),
        (f"{'The tide. ' * 90}It turns ...", f"{'The tide. ' * 90}It turns ..."),
        (f"{'The tide. ' * 120}It turns ...", f"{'The tide. ' * 120}It turns ..."),
        ("", None),
        ("Add synopsis", None),
    ],
)
def test_a_whole_storyline_is_plain(raw, expected):
    assert story(raw) == expected


def test_a_cut_storyline_is_noted():
    text = f"One.\n\n{'The tide. ' * 98}It turns"
    assert story(f"{text} ...") == Noted(f"{text}…", "truncated", f"{text} ...")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Where The Truth Lies ... See more »", "Where The Truth Lies ..."),
        ("Wish granted! (DVD re-release) See more »", "Wish granted! (DVD re-release)"),
        (
            "Le sang versé ne sèche jamais (Spilt blood doesn't dry)",
            "Le sang versé ne sèche jamais (Spilt blood doesn't dry)",
        ),
        ("  ", None),
    ],
)
def test_sentence(raw, expected):
    assert sentence(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Schindler&#x27;s List", "Schindler's List"),
        ("Thelma &amp; Louise", "Thelma & Louise"),
        ("Schindler&amp;#x27;s List", "Schindler's List"),
        ("Thelma &amp;amp; Louise", "Thelma & Louise"),
        ("AT&T", "AT&T"),
        ("&nbsp;", None),
    ],
)
def test_from_json(raw, expected):
    assert from_json(raw) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("K-16 (1989) (cut)", ("K-16", ["1989", "cut"])),
        ("(500) Days", ("(500) Days", [])),
        ("(Banned) (1994)", ("", ["Banned", "1994"])),
        ("a (b (c) d)", ("a", ["b (c) d"])),
        ("a (b", ("a (b", [])),
        ("a b)", ("a b)", [])),
        ("a () (c)", ("a", ["c"])),
        ("(a) b (c)", ("(a) b", ["c"])),
    ],
)
def test_trailing_notes(text, expected):
    assert trailing_notes(text) == expected


@given(st.text("ab ()»|.…See morE\n") | st.text())
def test_no_text_raises(text):
    for processor in (plain, paragraphs, prose, sentence, from_json, without_controls, trailing_notes):
        processor(text)
