import re

import pytest

from filmspider.processors.currencies import CODES, SYMBOLS


@pytest.mark.parametrize(
    "code", ["USD", "EUR", "GBP", "JPY", "KRW", "INR", "FRF", "DEM", "ITL", "ESP", "SUR", "YUM", "ATS"]
)
def test_codes_hold_current_and_retired_currencies(code):
    assert code in CODES


@pytest.mark.parametrize("code", ["XXX", "XTS", "XAU", "ABC"])
def test_codes_hold_nothing_else(code):
    assert code not in CODES


def test_every_sign_stands_for_a_currency():
    assert set(SYMBOLS.values()) <= CODES


def test_no_sign_looks_like_a_code():
    assert not [symbol for symbol in SYMBOLS if re.fullmatch("[A-Z]{3}", symbol)]


@pytest.mark.parametrize(("symbol", "code"), [("$", "USD"), ("£", "GBP"), ("¥", "JPY"), ("₩", "KRW"), ("CA$", "CAD")])
def test_signs(symbol, code):
    assert SYMBOLS[symbol] == code


@pytest.mark.parametrize("symbol", ["kr", "Rs", "C$"])
def test_signs_of_several_currencies_are_left_out(symbol):
    assert symbol not in SYMBOLS
