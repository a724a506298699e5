"""Names that a converter ran together: parted where that is beyond doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_SEAM = re.compile(r"(?<=[^\W_A-Z\d])(?=[A-Z\d])|(?<=[)!])(?=[\w(])|(?<=[a-z]\.)(?=[A-Z][a-z])")
_HIDDEN_SEAM = re.compile(r"[A-Z]{2}[a-z]|\d[A-Z][a-z]")
_INSIDE_NAME = re.compile(r"(?:^|[ -])(?:Mc|Fitz)$")
"""No name ends so."""
_HALF_NAME = re.compile(r"(?:^|[ -])(?:Mac|De[ls]?|D[aiu]|L[aeo]|O'|V[ao]n|St|Ben|Ter|Te[nr]|Mon|San)$")


def told_apart(text: str, words: int = 2, known: Container[str] = ()) -> list[str]:
    """Return the names in *text*, parted where a capital follows a small letter; nothing where that may part a name.

    A part of fewer than *words* words that is not *known*, as "Dream" of "DreamWorks" is, or one that ends like "Mac",
    makes all uncertain, and so does a small letter after two capitals: "Partners IVWalt Disney".

    >>> told_apart("Circle of ConfusionValhalla Motion Pictures (as X)AMC Studios")
    ['Circle of Confusion', 'Valhalla Motion Pictures (as X)', 'AMC Studios']
    >>> told_apart("Amblin EntertainmentDreamWorks Pictures"), told_apart("Ann OarJohn MacTaggart")
    ([], [])
    >>> told_apart("Ann OarFrances McDormand"), told_apart("Jax MediaNetflix", known={"Netflix"})
    (['Ann Oar', 'Frances McDormand'], ['Jax Media', 'Netflix'])
    """
    parts = _parts(text)
    is_sure = all((len(part.split()) >= words or part in known) and not _HALF_NAME.search(part) for part in parts)
    if _HIDDEN_SEAM.search(text):
        return []
    return _with_notes(parts) if is_sure or len(parts) == 1 else []


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for part in filter(None, map(str.strip, _SEAM.split(text))):
        if parts and _INSIDE_NAME.search(parts[-1]):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def is_one_name(text: str) -> bool:
    """Whether no capital follows a small letter in *text*, but inside a name.

    >>> is_one_name("John DiMaggio"), is_one_name("Ann OarBo Sail")
    (True, False)
    """
    return all(_HALF_NAME.search(part) for part in _parts(text)[:-1])


def _with_notes(parts: list[str]) -> list[str]:
    names: list[str] = []
    for part in parts:
        if part.startswith("(") and names:
            names[-1] += f" {part}"
        else:
            names.append(part)
    return names
