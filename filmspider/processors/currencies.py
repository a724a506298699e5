"""Currencies: which codes there are, and which signs stand for which."""

from __future__ import annotations

from typing import Final

from babel import Locale

_NO_MONEY: Final = frozenset({"XXX", "XTS", "XAG", "XAU", "XPD", "XPT", "XDR", "XSU", "XUA"})
"""Codes of metals, units of account, tests and "no currency"."""

CODES: Final = frozenset(Locale("en").currencies) - _NO_MONEY
"""Every ISO 4217 code of money, those of retired currencies included."""

# Babel's English signs are the ones that English pages use; XXX among them is the sign of no currency.
SYMBOLS: Final[dict[str, str]] = {
    " ".join(symbol.split()): code
    for code, symbol in Locale("en").currency_symbols.items()
    if code in CODES and symbol != code
} | {
    "US$": "USD",
    "$US": "USD",
    "$ US": "USD",
    "$CA": "CAD",
    "$ CA": "CAD",
    "AU$": "AUD",
    "$AU": "AUD",
    "$ AU": "AUD",
    "S$": "SGD",
    "SG$": "SGD",
    "JP¥": "JPY",
    "\N{FULLWIDTH YEN SIGN}": "JPY",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "฿": "THB",
    "₦": "NGN",
    "₡": "CRC",
    "₲": "PYG",
    "₸": "KZT",
    "₮": "MNT",
    "₭": "LAK",
    "₾": "GEL",
    "₼": "AZN",
    "₵": "GHS",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "DM": "DEM",
}
"""Codes by sign. ``$`` alone is USD, as on the site; ``kr``, ``C$`` and ``Rs`` stand for several and are not here."""
