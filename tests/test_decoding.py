from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.decoding import to_utf8

TEXT = "<title>Amélie – Où est la sortie?</title>"


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (TEXT.encode(), None),
        (TEXT.encode(), "iso-8859-1"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (b'<meta charset="iso-8859-1">' + TEXT.encode("cp1252"), None),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">' + TEXT.encode("cp1252"), None),
        (b"<?xml version='1.0' encoding='cp1252'?>" + TEXT.encode("cp1252"), None),
        (codecs.BOM_UTF8 + TEXT.encode(), "iso-8859-1"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-8"),
    ],
)
def test_text_survives_whatever_the_page_says(body, charset):
    assert to_utf8(body, charset).decode().endswith(TEXT)


def test_stray_bytes_in_a_utf8_page_are_read_as_windows_1252():
    body = b'<meta charset="utf-8">' + "Amélie ".encode() + "Amélie – ".encode("cp1252") + "8½".encode()
    assert to_utf8(body).decode().endswith("Amélie Amélie – 8½")


def test_undeclared_bytes_are_guessed():
    body = ("Побег из Шоушенка. Матрица. Принцесса Мононокэ. Однажды на Диком Западе. " * 5).encode("cp1251")
    assert "Побег из Шоушенка" in to_utf8(body).decode()


NO_CHARSETS = ["no such charset", "a\0b", "hex", "undefined", "idna", "punycode"]


@pytest.mark.parametrize("charset", NO_CHARSETS)
def test_what_is_no_charset_counts_for_nothing(charset):
    assert to_utf8(b'<meta charset="cp1252">caf\xe9', charset).decode().endswith("café")


@given(st.binary(), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "shift_jis", *NO_CHARSETS]))
def test_any_bytes_become_utf8(body, charset):
    to_utf8(body, charset).decode("utf-8")
