"""Captured bytes to UTF-8, whatever the page says of itself."""

from __future__ import annotations

import codecs
import re
from typing import Final

import charset_normalizer

_META = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_META_WINDOW = 4096
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN: Final = {"iso8859-1", "ascii", "latin-1"}
_STRAY = "filmspider.stray"


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as Windows-1252, which is what stray bytes in a UTF-8 page mostly are."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error(_STRAY, _stray_bytes)


def to_utf8(body: bytes, charset: str | None = None) -> bytes:
    """Return *body* in valid UTF-8.

    The order of trust: a byte order mark, validity as UTF-8, *charset* (from the HTTP header), the page's own
    declaration, a guess. Bytes that are not valid in a UTF-8 page are read as Windows-1252.

    >>> to_utf8("Amélie".encode("latin-1"), "iso-8859-1").decode()
    'Amélie'
    >>> to_utf8("Amélie – ".encode() + "Amélie".encode("latin-1"), "utf-8").decode()
    'Amélie – Amélie'
    """
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return _recoded(body[len(bom) :], encoding)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _recoded(body, _known(charset) or _declared(body) or _guess(body))
    return body


def _recoded(body: bytes, encoding: str) -> bytes:
    errors = _STRAY if encoding == "utf-8" else "replace"
    return body.decode(encoding, errors).encode("utf-8", "replace")


def _known(charset: str | None) -> str | None:
    """Return Python's name of the charset; Latin-1 stands for Windows-1252 on the web."""
    try:
        name = codecs.lookup(charset or "").name
        is_of_texts = b"\xe9 ".decode(name, "replace") != ""  # others, such as hex, raise something, or leave nothing
    except (LookupError, ValueError):
        return None
    if not is_of_texts:
        return None
    return "cp1252" if name in _LATIN else name


def _declared(body: bytes) -> str | None:
    match = _META.search(body, 0, _META_WINDOW)
    return _known(match.group(1).decode("ascii")) if match else None


def _guess(body: bytes) -> str:
    guess = charset_normalizer.from_bytes(body[: _META_WINDOW * 16]).best()
    return _known(guess.encoding if guess else None) or "utf-8"
