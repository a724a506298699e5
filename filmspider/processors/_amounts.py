"""An amount of money at the start of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from filmspider.processors._figures import FIGURE, scaled_figure, whole_figure
from filmspider.processors._shared import unread
from filmspider.processors.currencies import CODES, SYMBOLS
from filmspider.processors.text import fold

if TYPE_CHECKING:
    from filmspider.processors.outcome import Unparsed

_CURRENCY: Final = "|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True)) + "|[A-Z]{3}"
_BEFORE: Final = re.compile(rf"(?P<currency>{_CURRENCY}) ?{FIGURE} ?")
_AFTER: Final = re.compile(rf"{FIGURE} ?(?P<currency>{_CURRENCY})(?![^\W_]) ?")


class Amount(NamedTuple):
    """An amount of money and the text after it."""

    amount: int
    """In whole units of the currency; cents are cut."""
    currency: str
    """ISO 4217 code, never guessed."""
    rest: str
    """What follows the amount."""
    rounded: bool
    """Whether the amount is scaled by a letter or word: ``$12.3M``."""


def amount_of(text: str) -> Amount | Unparsed | None:
    """Read the amount that *text* begins with; a figure without a currency is not understood.

    >>> amount_of("$63,000,000 (estimated)")
    Amount(amount=63000000, currency='USD', rest='(estimated)', rounded=False)
    >>> amount_of("GBP16,460")[:2], amount_of("63.000.000 €")[:2], amount_of("$12.3M")[:2]
    ((16460, 'GBP'), (63000000, 'EUR'), (12300000, 'USD'))
    >>> amount_of("63,000,000")
    Unparsed(raw='63,000,000')
    """
    return leading_amount(fold(text)) or unread(text)


def leading_amount(text: str) -> Amount | None:
    """Return the amount that folded *text* begins with, ``None`` where there is none to be sure of."""
    found = _BEFORE.match(text) or _AFTER.match(text)
    if not found:
        return None
    currency = SYMBOLS.get(found["currency"], found["currency"])
    amount = scaled_figure(found) if found["scale"] else whole_figure(found)
    if amount is None or currency not in CODES:
        return None
    return Amount(amount, currency, text[found.end() :], bool(found["scale"]))
