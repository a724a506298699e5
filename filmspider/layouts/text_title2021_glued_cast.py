"""The cast where names, roles and remarks run together; early in 2022 every role stood there twice, which tells it."""

from __future__ import annotations

import re

from filmspider.layouts.text_glued import is_one_name

_AS = re.compile(r"as ")
_TAIL = re.compile(r"(\([^()]*\)|…|\d+ episodes?\d+ eps? • \d{4}(?:\u2013\d{4})?)")
_LONGEST = 200
_CREDITS = re.compile(r"(?:Directors?|Writers?|Creators?)(?=[A-Z]).*$")


def cast_lines(text: str) -> list[str]:
    """Return names, roles and remarks, one a line; nothing where a role does not stand there twice.

    >>> cast_lines("Ann OarAshias Ashi(voice)Bo SailKayaas KayaDirectorCy Dock")
    ['Ann Oar', 'Ashi as Ashi', '(voice)', 'Bo Sail', 'Kaya as Kaya']
    """
    found: list[str] = []
    end = 0
    for match in _AS.finditer(text):
        size = _repeated(
            text[max(end, match.start() - _LONGEST) : match.start()], text[match.end() : match.end() + _LONGEST]
        )
        if size:
            role = text[match.end() : match.end() + size]
            found += [*_pieces(text[end : match.start() - size]), f"{role} as {role}"]
            end = match.end() + size
    tails = _pieces(_CREDITS.sub("", text[end:])) if found else []
    lines = [*found, *tails]
    return lines if all(_is_plain(line) for line in lines) else []


def _repeated(before: str, after: str) -> int:
    """Return how many characters at the end of *before* stand again at the beginning of *after*, and a name is left."""
    sizes = range(min(len(before) - 1, len(after)), 0, -1)
    return next((size for size in sizes if before.endswith(after[:size])), 0)


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in _TAIL.split(text) if piece.strip()]


def _is_plain(line: str) -> bool:
    """Whether *line* is a remark, a role, or a name that is not two."""
    return " as " in line or _TAIL.fullmatch(line) is not None or is_one_name(line)
