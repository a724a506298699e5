"""Colours, sound mixes and picture formats."""

from __future__ import annotations

import re

from filmspider.items import NamedNotes
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import fold, trailing_notes, without_controls

_BAR = re.compile(r"\|(?![^()]*\))")
_RATIO = re.compile(r"(?P<wide>\d+(?:[.,]\d+)?) ?: ?(?P<high>\d+(?:[.,]\d+)?)(?P<hd> HD\b)?(?![\d.,:])[^|]*", re.ASCII)


def named_notes(raw: str) -> list[NamedNotes] | None:
    """Read processes or formats parted by bars, each with its notes.

    >>> [(one.name, one.notes) for one in named_notes("Mono (new music score) (1971)| Silent")]
    [('Mono', ['new music score', '1971']), ('Silent', [])]
    """
    text = without_controls(fold(raw))
    parts = _BAR.split(text) if "(" in text else text.split("|")
    return [_named(part) for part in map(str.strip, parts) if part] or None


def _named(text: str) -> NamedNotes:
    name, notes = trailing_notes(text)
    return NamedNotes(name=name, notes=notes) if name else NamedNotes(name=text)


def aspect_ratio(raw: str) -> str | Unparsed | None:
    """Read a picture format, the first where there are several.

    >>> aspect_ratio("2.39 : 1"), aspect_ratio("16:9 HD")
    ('2.39:1', '16:9 HD')
    """
    text = without_controls(fold(raw))
    ratio = _RATIO.match(text)
    if ratio is None:
        return Unparsed(raw) if text else None
    return f"{ratio['wide']}:{ratio['high']}{ratio['hd'] or ''}".replace(",", ".")
