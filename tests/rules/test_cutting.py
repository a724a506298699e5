"""What is cut out of a page's source, and what stays."""

from __future__ import annotations

import pytest

from filmspider.rules.cutting import Span, cut

ROWS = (Span(b"<td x", b"</td"),)
TWO = (Span(b"<i", b" "), Span(b"<b", b" "))
EITHER = (Span(b"<b", b"</", other_starts=(b"<u", b"<i")),)


@pytest.mark.parametrize(
    ("source", "dropped", "rest"),
    [
        (b"<tr><td x>1</td><td>2</td></tr><td x>3</td>", ROWS, b"<tr></td><td>2</td></tr></td>"),
        (b"<tr><td>1</td>", ROWS, b"<tr><td>1</td>"),
        (b"<tr><td x>1<tr>", ROWS, b"<tr><td x>1<tr>"),
        (b"one<i>1 two<b>2 three", TWO, b"one two three"),
        (b"one<b>2 two<i>1 three", TWO, b"one two three"),
        (b"one<i><b>1 two", TWO, b"one two"),
        (b"one<u>1<b>2<i>3</ two", EITHER, b"one</ two"),
        (b"one<i>3</ two", EITHER, b"one</ two"),
        (b"one<p>3</ two", EITHER, b"one<p>3</ two"),
    ],
    ids=[
        "rows",
        "none",
        "unclosed",
        "in order",
        "out of order",
        "one in the other",
        "the first of several",
        "the last of several",
        "none of several",
    ],
)
def test_dropped_spans_are_left_out(source: bytes, dropped: tuple[Span, ...], rest: bytes) -> None:
    assert cut(source, (), dropped) == rest


def test_the_kept_spans_are_joined() -> None:
    kept = (Span(b"<head", b"</head"), Span(b"<main", b"<aside"))
    assert cut(b"<html><head>h</head><nav>n</nav><main>m<aside>a", kept, ()) == b"<head>h<main>m"


@pytest.mark.parametrize("source", [b"<main>m<aside><head>h</head>", b"<head>h</head><main>m", b""])
def test_a_source_that_lacks_a_kept_span_is_returned_whole(source: bytes) -> None:
    kept = (Span(b"<head", b"</head"), Span(b"<main", b"<aside"))
    assert cut(source, kept, (Span(b"m", b"<"),)) == source


def test_no_more_is_dropped_than_a_span_reaches() -> None:
    near = Span(b"<i", b"</i", reach=20)
    source = b"<i>1</i>" + b"." * 30 + b"<i>2</i>"
    assert cut(source, (), (near,)) == b"</i>" + b"." * 30 + b"<i>2</i>"
    assert cut(b"<i>" + b"." * 30 + b"</i>", (), (near,)) == b"<i>" + b"." * 30 + b"</i>"
