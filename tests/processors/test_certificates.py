"""Certificates of boards and the reasons of one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Certificate
from filmspider.processors import Unparsed
from filmspider.processors.certificates import certificate, mpaa


@pytest.mark.parametrize(
    ("raw", "rating", "country", "notes"),
    [
        ("PG-13", "PG-13", None, []),
        ("Not Rated", "Not Rated", None, []),
        ("TV-PG", "TV-PG", None, []),
        ("Unrated", "Unrated", None, []),
        ("15 | See all certifications »", "15", None, []),
        ("Finland:K-16 (1989) (cut)", "K-16", "FI", ["1989", "cut"]),
        ("USA:Approved (certificate #9800)", "Approved", "US", ["certificate #9800"]),
        ("USA:PG-13 (No. 34447)", "PG-13", "US", ["No. 34447"]),
        ("Canada:R (Nova Scotia/Ontario) (original rating)", "R", "CA", ["Nova Scotia/Ontario", "original rating"]),
        ("Malaysia:(Banned) (original rating) (1994)", "(Banned)", "MY", ["original rating", "1994"]),
        ("Singapore:R(A) (original rating)", "R(A)", "SG", ["original rating"]),
        ("Germany:12 (w)", "12", "DE", ["w"]),
        ("Germany:o.Al.", "o.Al.", "DE", []),
        ("West Germany:16 (nf)", "16", "DE", ["nf"]),
        ("Australia:PG::(most episodes)", "PG", "AU", ["most episodes"]),
        ("United States:TV-14", "TV-14", "US", []),
        ("Portugal:M/12", "M/12", "PT", []),
    ],
)
def test_certificate(raw, rating, country, notes):
    assert certificate(raw) == Certificate(rating=rating, country=country, notes=notes)


@pytest.mark.parametrize("raw", ["", " ", "See all certifications »", "| See all certifications »"])
def test_an_empty_label_is_no_certificate(raw):
    assert certificate(raw) is None


@pytest.mark.parametrize("raw", ["Narnia:15", "Finland:", "for " + "very " * 9 + "long words"])
def test_what_is_no_certificate_is_unparsed(raw):
    assert certificate(raw) == Unparsed(raw)


def test_a_certificate_in_parts():
    raw = {"rating": "14A", "country": "Canada", "notes": "(Manitoba)", "reason": "for violence"}
    assert certificate(raw) == Certificate(rating="14A", country="CA", notes=["Manitoba"], reason="for violence")
    assert certificate({"rating": "14A"}) == Certificate(rating="14A")
    assert certificate({"rating": "R", "notes": ["original rating"]}) == Certificate(
        rating="R", notes=["original rating"]
    )
    assert certificate({"rating": None, "country": ""}) is None
    assert certificate({"rating": "", "country": "Canada"}) == Unparsed("Canada")
    assert certificate({"rating": "15", "country": "Narnia"}) == Unparsed("Narnia:15")


@pytest.mark.parametrize(
    ("raw", "rating", "reason", "notes"),
    [
        ("Rated R for sci-fi violence and brief language", "R", "for sci-fi violence and brief language", []),
        ("Rated R for language and prison violence.", "R", "for language and prison violence", []),
        (
            "Rated R for language and prison violence (certificate 33087) | See all certifications »",
            "R",
            "for language and prison violence",
            ["certificate 33087"],
        ),
        ("Rated PG-13 on appeal for thematic elements", "PG-13", "on appeal for thematic elements", []),
        ("Rated NC-17", "NC-17", None, []),
    ],
)
def test_mpaa(raw, rating, reason, notes):
    expected = Certificate(rating=rating, country="US", notes=notes, reason=reason)
    assert mpaa(raw) == expected
    assert certificate(raw) == expected


def test_what_does_not_begin_with_a_rating_is_unparsed():
    assert mpaa("Overrated R") == Unparsed("Overrated R")
    assert mpaa("Rated Excellent") == Unparsed("Rated Excellent")
    assert mpaa("See all certifications »") is None


_TEXTS = st.text("USA:R ()|»1Rated") | st.text(st.characters())


@given(_TEXTS, _TEXTS, _TEXTS)
def test_no_text_raises(rating, country, notes):
    expected = Certificate | Unparsed | None
    assert isinstance(certificate(rating), expected)
    assert isinstance(mpaa(rating), expected)
    assert isinstance(certificate({"rating": rating, "country": country, "notes": notes, "reason": notes}), expected)
