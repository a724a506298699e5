"""People and companies: credits with their notes, cast rows with characters, notes and episodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from filmspider.items import CastMember, Company, Credit
from filmspider.processors.ids import company_id, name_id
from filmspider.processors.outcome import Unparsed
from filmspider.processors.text import fold, trailing_notes

if TYPE_CHECKING:
    from collections.abc import Mapping

_FLAT = re.compile(r"(\([^()]*\))")
_BRACKET = re.compile(r"[()]")
_JOINT = re.compile(r"^(?:(?:and|&|,|\||\.\.\.|…)(?:\s+|$))+|(?:(?:^|\s+)(?:and|&)|\s*[,|»])+$")
_JOINT_STARTS, _JOINT_ENDS = ("and", "&", ",", "|", "...", "…"), ("and", "&", ",", "|", "»")
_MORE_CREDITS = re.compile(r"(?:,|\||and|&)*\s*\d+ more(?: credits?)?\s*»?$")
_SLASH = re.compile(r"(?:^|\s+)/(?:\s+|$)(?![^()]*\))")
_COMMON_NOTES = frozenset({"voice", "uncredited", "archive footage", "credit only", "scenes deleted"})
_SPELLINGS = {"archiveFootage": "archive footage", "archiveSound": "archive sound"}
_PLACEHOLDERS = frozenset({"", "...", "…"})

_YEARS = r"(?P<first>[12]\d{3})\s?(?P<dash>[-\u2013\u2014])?\s?(?P<last>[12]\d{3})?"
_EPISODES = re.compile(
    rf"(?:(?P<count>\d[\d,]{{0,6}})|unknown) (?:episodes?|eps?\.?)(?:\s?[,•·]?\s?{_YEARS})?", re.ASCII
)
_EPISODES_AT_END = re.compile(rf"(?:^|\s)(?P<all>{_EPISODES.pattern})$", re.ASCII)
_YEAR_OR_RANGE = re.compile(_YEARS, re.ASCII)
_AS_NAME = re.compile(
    r"as (?!(?:an?|adult|baby|boy|child|children|girl|kid|old|older|young|younger|teen|teenager|youth"
    r"|himself|herself|itself|themselves)\b).+",
)
_NOTE = re.compile(
    r"(?:singing |speaking )?voices?(?:: .+)?|voice over|singing|uncredited|unconfirmed|rumou?red|attached|credit only"
    r"|(?:also )?(?:archive|stock) ?(?:footage|sound|audio|recordings?|photos?|photographs?)|also as .+"
    r"|scenes? deleted|deleted scenes?|segments?(?: .+|:.+)?|motion capture|performance capture"
    r"|(?:extended|uncut|theatrical|unrated|re-?edited|original) (?:version|cut|edition)|director'?s cut"
    r"|(?-i:[A-Z][\w./' -]* version(?:: .+)?)",
    re.IGNORECASE,
)


class Tenure(NamedTuple):
    """How long somebody was in a series."""

    episode_count: int | None = None
    """Number of episodes."""
    years: str | None = None
    """First and last year, ``2010-2012``, or the only one."""


_NO_TENURE = Tenure()


class _Role:
    """What a cast row says of a role, gathered note by note."""

    __slots__ = ("as_name", "characters", "notes", "tenure")

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.notes: list[str] = []
        self.as_name: str | None = None
        self.tenure = _NO_TENURE

    def takes(self, note: str) -> bool:
        """Put *note* in its place; ``False`` where it belongs to the character."""
        if note[:1].isdigit() or note.startswith("unknown "):
            return self._takes_tenure(note)
        if note not in _COMMON_NOTES:
            if note.startswith("as ") and _AS_NAME.fullmatch(note) and self.as_name is None:
                self.as_name = note[3:].strip()
                return True
            if not (_NOTE.fullmatch(note) or _AS_NAME.fullmatch(note)):
                return False
            note = _SPELLINGS.get(note, note)
        if note not in self.notes:
            self.notes.append(note)
        return True

    def _takes_tenure(self, note: str) -> bool:
        # A year alone tells characters apart: "Bob (1955)".
        span = None if note.isdigit() else tenure(note)
        if isinstance(span, Tenure):
            self.tenure = span
            return True
        return False


def _folded(raw: Any) -> str:
    return fold(raw) if isinstance(raw, str) else ""


def _id(raw: Mapping[str, Any]) -> str | None:
    link = raw.get("id")
    return name_id(link) if isinstance(link, str) else None


def _unjoined(text: str) -> str:
    return _JOINT.sub("", text) if text.endswith(_JOINT_ENDS) or text.startswith(_JOINT_STARTS) else text


def _pieces(text: str) -> list[str]:
    """Cut *text* at its outer brackets: every second piece is one; one that is never closed runs to the end."""
    flat = _FLAT.split(text)
    if len(flat) == 2 * text.count("(") + 1 == 2 * text.count(")") + 1:
        return flat
    pieces, start, depth = [], 0, 0
    for mark in _BRACKET.finditer(text):
        opens = mark[0] == "("
        if depth == (0 if opens else 1):
            cut = mark.start() if opens else mark.end()
            pieces.append(text[start:cut])
            start = cut
        depth = depth + 1 if opens else max(0, depth - 1)
    return [*pieces, text[start:]]


def _inner(piece: str) -> str:
    return piece[1:-1].strip() if piece.endswith(")") else piece[1:].strip()


def credit_notes(raw: str) -> list[str]:
    """Return the notes in the text that follows a person's name.

    >>> credit_notes("(screenplay) and"), credit_notes("(novel) (as X) &"), credit_notes("| 18 more credits »")
    (['screenplay'], ['novel', 'as X'], [])
    """
    text = fold(raw)
    if text in _PLACEHOLDERS or text == ",":
        return []
    pieces = _pieces(_MORE_CREDITS.sub("", text) if " more" in text else text)
    pieces[1::2] = map(_inner, pieces[1::2])
    notes = (_unjoined(piece.strip()) for piece in pieces)
    return list(dict.fromkeys(filter(None, notes)))


def credit(raw: Mapping[str, Any] | str) -> Credit | Unparsed | None:
    """Read a credit: the mapping's ``id`` or address, ``name``, and ``notes``, the text after the name.

    >>> credit({"id": "/name/nm0541720/", "name": "Corey Mandell", "notes": "(screenplay) and"})
    Credit(imdb_id='nm0541720', name='Corey Mandell', notes=['screenplay'])
    """
    if isinstance(raw, str):
        name, notes = trailing_notes(_unjoined(fold(raw)))
        notes = [note for note in map(_unjoined, notes) if note]
        return Credit(name=name, notes=notes) if name else Unparsed(raw) if notes else None
    name, after = _folded(raw.get("name")), raw.get("notes")
    if name:
        notes = (
            credit_notes(after) if isinstance(after, str) else [_unjoined(note) for note in map(_folded, after or ())]
        )
        return Credit.of(imdb_id=_id(raw), name=name, notes=[note for note in notes if note])
    stated = _folded(raw.get("id")) or _folded(after)
    return Unparsed(stated) if stated else None


def company(raw: Mapping[str, Any] | str) -> Company | Unparsed | None:
    """Read a company: the mapping's ``id`` or address and ``name``.

    >>> company({"id": "/company/co0002663?ref_=tt_dt_co", "name": "Warner Bros."})
    Company(imdb_id='co0002663', name='Warner Bros.')
    """
    link, name = ("", fold(raw)) if isinstance(raw, str) else (_folded(raw.get("id")), _folded(raw.get("name")))
    if name:
        return Company(imdb_id=company_id(link), name=name)
    return Unparsed(link) if link else None


def tenure(raw: str) -> Tenure | Unparsed | None:
    """Read the episodes and years of somebody in a series.

    >>> tenure("60 episodes, 2002-2008")
    Tenure(episode_count=60, years='2002-2008')
    """
    text = fold(raw)
    match = _EPISODES.fullmatch(text) or _YEAR_OR_RANGE.fullmatch(text)
    if match is None:
        return Unparsed(raw) if text else None
    return _tenure(match.groupdict())


def _tenure(found: dict[str, str | None]) -> Tenure:
    count, first, last = found.get("count"), found["first"], found["last"]
    years = f"{first}-{last}" if last else f"{first}-" if found.get("dash") else first
    return Tenure(int(count.replace(",", "")) if count else None, years)


def _split(text: str) -> list[str]:
    if "/" not in text:
        return [] if text in _PLACEHOLDERS else [text]
    names = _SLASH.split(text) if "(" in text else f" {text} ".split(" / ")
    return [name for name in map(str.strip, names) if name not in _PLACEHOLDERS]


def _role(text: str) -> _Role:
    """Read a folded role text."""
    role = _Role()
    if "pisode" in text and text[-1] != ")" and (episodes := _EPISODES_AT_END.search(text)):
        role.tenure = _tenure(episodes.groupdict())
        text = text[: episodes.start()]
    start, _, last = text.rpartition(" (")
    if start and last[:-1] in _COMMON_NOTES and text[-1] == ")" and "(" not in start:  # as most notes are
        role.notes.append(last[:-1])
        text = start
    elif "(" in text:
        pieces = _pieces(text)
        pieces[1::2] = [" " if role.takes(_inner(piece)) else piece for piece in pieces[1::2]]
        text = fold("".join(pieces))
    role.characters = _split(text)
    return role


def _add_parts(role: _Role, raw: Mapping[str, Any]) -> None:
    """Add what script data gives apart from the role's text."""
    role.characters += [name for name in map(_folded, raw.get("characters") or ()) if name not in _PLACEHOLDERS]
    for note in map(_folded, raw.get("notes") or ()):
        bare = _inner(note) if note.startswith("(") else note
        if bare and not role.takes(bare):
            role.notes.append(bare)
    role.as_name = _folded(raw.get("as_name")) or role.as_name
    span = tenure(raw["episodes"]) if raw.get("episodes") else None
    role.tenure = span if isinstance(span, Tenure) else role.tenure


def cast_member(raw: Mapping[str, Any]) -> CastMember | Unparsed | None:
    """Read a cast row: ``id`` or address, ``name`` and ``role``.

    Script data may give ``characters`` and ``notes`` (lists), ``as_name`` and ``episodes`` beside them.

    >>> row = {"id": "/name/nm0000245/", "name": "Robin Williams", "role": "Genie / Merchant (voice) (as Bob)"}
    >>> member = cast_member(row)
    >>> member.characters, member.notes, member.as_name
    (['Genie', 'Merchant'], ['voice'], 'Bob')
    """
    name, text = _folded(raw.get("name")), _folded(raw.get("role"))
    if not name:
        stated = text or _folded(raw.get("id"))
        return Unparsed(stated) if stated else None
    role = _role(text)
    if len(raw) > 3:  # noqa: PLR2004 - more than id, name and role
        _add_parts(role, raw)
    return CastMember.of(
        imdb_id=_id(raw),
        name=name,
        characters=role.characters,
        notes=role.notes,
        as_name=role.as_name,
        episode_count=role.tenure.episode_count,
        years=role.tenure.years,
    )
