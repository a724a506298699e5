from __future__ import annotations

import pytest

from filmspider.layouts.text_extras import questions, review, soundtrack


def test_soundtrack_credits_are_whole():
    piece = soundtrack(["Morales", "(uncredited)", "Written by", "Emilio Kauderer", "(as E. K.)", "Courtesy of X"])
    assert piece["lines"] == ["(uncredited)", "Written by Emilio Kauderer (as E. K.)", "Courtesy of X"]


def test_questions():
    assert questions(["Q:", "What is Zion?", "Q: Who calls?", "See more »"]) == [
        {"question": "What is Zion?"},
        {"question": "Who calls?"},
    ]


BYLINES = [
    ("14 March 2010 | by howard.schumannSee all my reviews", "howard.schumann"),
    (
        "27 April 2000 | by Jon Knight (kereej@yahoo.com) (Sacramento) – See all my reviews",
        "Jon Knight (kereej@yahoo.com)",
    ),
    ("19 August 2007 | by (victor7754@hotmail.com) – See all my reviews", "(victor7754@hotmail.com)"),
    ("14 February 2001 | by (Chicago) – See all my reviews", ""),
    ("6 November 2001 | by Susan (srella) (Hollywood, CA) – See all my reviews", "Susan (srella)"),
]


@pytest.mark.parametrize(("line", "author"), BYLINES)
def test_review_author(line, author):
    found = review(["A title", line, "", "The text."])
    assert found is not None
    assert (found["author"], found["title"], found["text"]) == (author, "A title", "The text.")


def test_sentences_run_together_by_lost_line_breaks_are_parted():
    found = review(["T", "1 May 2001 | by X", "It rains.It pours.9/10"])
    assert found is not None
    assert found["text"] == "It rains. It pours. 9/10"
