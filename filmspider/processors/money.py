"""Budgets and takings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeVar

from filmspider.items import Budget, Gross, OpeningWeekend
from filmspider.processors._amounts import Amount, amount_of, leading_amount
from filmspider.processors._shared import member, unread, unread_parts, whole
from filmspider.processors._takings import Remarks, remarks_of
from filmspider.processors.currencies import CODES
from filmspider.processors.dates import partial_date
from filmspider.processors.outcome import Noted, Unparsed
from filmspider.processors.places import area_named, country_code
from filmspider.processors.text import fold

__all__ = ["Amount", "amount_of", "budget", "gross", "opening_weekend"]

_Money = TypeVar("_Money", Gross, OpeningWeekend)

_ESTIMATED: Final = frozenset({
    "estimated", "estimate", "estimado", "estimada", "estimación", "estimation", "estimé", "geschätzt", "stimato",
    "stima", "previsto", "estimativa", "beräknat", "uppskattat", "оценка", "оценочно", "приблизительно", "अनुमानित",
})  # fmt: skip


def budget(raw: str | Mapping[str, Any]) -> Budget | Noted | Unparsed | None:
    """Read a budget: its text, or a mapping of ``amount currency`` and, where known, ``estimated`` and ``text``.

    >>> budget("$63,000,000 (estimated)")
    Budget(amount=63000000, currency='USD', estimated=True, raw='$63,000,000 (estimated)')
    """
    if isinstance(raw, Mapping) and "amount" in raw:
        return _budget_of_parts(raw)
    text = _text(raw)
    found = leading_amount(text)
    estimated = found is not None and _is_estimated(found.rest)
    if found is None or (found.rest and not estimated):
        return _unread(raw)
    value = Budget(amount=found.amount, currency=found.currency, estimated=estimated, raw=text)
    return Noted(value, "rounded", text) if found.rounded else value


def _budget_of_parts(parts: Mapping[str, Any]) -> Budget | Unparsed | None:
    found = _typed_amount(parts)
    if found is None:
        return unread_parts(parts)
    text = member(parts, "text")
    estimated = parts.get("estimated") is True or _is_estimated(text[text.find("(") :])
    return Budget(amount=found.amount, currency=found.currency, estimated=estimated, raw=text or None)


def _is_estimated(remark: str) -> bool:
    return remark.startswith("(") and remark.endswith(")") and remark[1:-1].strip().casefold() in _ESTIMATED


def gross(raw: str | Mapping[str, Any]) -> Gross | Noted | Unparsed | None:
    """Read takings so far: their text, or a mapping of ``text`` or ``amount currency`` with ``area`` and ``date``.

    An area in the text goes before the one given beside it, which is the label's.

    >>> gross("$646,184 (Germany) (23 May 2003)")
    Gross(amount=646184, currency='USD', area='DE', as_of='2003-05-23', raw='$646,184 (Germany) (23 May 2003)')
    >>> gross({"text": "$463,517,383", "area": "Worldwide"}).area
    '001'
    """
    found = _takings(raw)
    if not isinstance(found, _Takings):
        return found
    amount, remarks = found.amount, found.remarks
    value = Gross(
        amount=amount.amount,
        currency=amount.currency,
        area=remarks.area or None,
        as_of=remarks.date,
        raw=found.text,
    )
    return found.noted(value)


def opening_weekend(raw: str | Mapping[str, Any]) -> OpeningWeekend | Noted | Unparsed | None:
    """Read takings of an opening weekend, given as :func:`gross` takes them.

    >>> weekend = opening_weekend("$8,898,000 (Japan), 29 July 2002, Limited Release")
    >>> weekend.amount, weekend.area, weekend.date, weekend.release
    (8898000, 'JP', '2002-07-29', 'limited')
    """
    found = _takings(raw)
    if not isinstance(found, _Takings):
        return found
    amount, remarks = found.amount, found.remarks
    value = OpeningWeekend(
        amount=amount.amount,
        currency=amount.currency,
        area=remarks.area or None,
        date=remarks.date,
        release=remarks.release,
        screens=remarks.screens,
        raw=found.text,
    )
    return found.noted(value)


class _Takings(NamedTuple):
    amount: Amount
    remarks: Remarks
    text: str | None

    def noted(self, value: _Money) -> _Money | Noted:
        if self.remarks.strange is not None:
            return Noted(value, "unknown_code", self.remarks.strange)
        return Noted(value, "rounded", self.text or "") if self.amount.rounded else value


def _takings(raw: str | Mapping[str, Any]) -> _Takings | Unparsed | None:
    if isinstance(raw, Mapping):
        return _takings_of_parts(raw) or unread_parts(raw)
    return _takings_of_text(fold(raw)) or unread(raw)


def _takings_of_text(text: str) -> _Takings | None:
    amount = leading_amount(text)
    remarks = remarks_of(amount.rest) if amount else None
    return _Takings(amount, remarks, text) if amount and remarks else None


def _takings_of_parts(parts: Mapping[str, Any]) -> _Takings | None:
    text = member(parts, "text")
    if "amount" in parts:
        amount = _typed_amount(parts)
        found = _Takings(amount, Remarks(), text or None) if amount else None
    else:
        found = _takings_of_text(text)
    return found if found and _complete(found.remarks, parts) else None


def _complete(remarks: Remarks, parts: Mapping[str, Any]) -> bool:
    """Add the members ``area`` and ``date`` where the text states none; tell whether the date is one."""
    area, date = member(parts, "area"), member(parts, "date")
    if area and remarks.area is None:
        remarks.area = country_code(area) or area_named(area)
        remarks.strange = remarks.strange or (area if remarks.area is None else None)
    if date and remarks.date is None:
        stated = partial_date(date)
        remarks.date = stated if isinstance(stated, str) else None
        return remarks.date is not None
    return True


def _typed_amount(parts: Mapping[str, Any]) -> Amount | None:
    amount, currency = whole(parts.get("amount")), member(parts, "currency")
    return Amount(amount, currency, "", rounded=False) if amount is not None and currency in CODES else None


def _text(raw: str | Mapping[str, Any]) -> str:
    return member(raw, "text") if isinstance(raw, Mapping) else fold(raw)


def _unread(raw: str | Mapping[str, Any]) -> Unparsed | None:
    return unread_parts(raw) if isinstance(raw, Mapping) else unread(raw)
