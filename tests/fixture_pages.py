"""The hand-written pages below ``fixtures``: what each is expected to give, and where a reading of one differs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from filmspider.loaders import FIELDS
from filmspider.pages import Page

if TYPE_CHECKING:
    from filmspider.items import Rejection, Title
    from filmspider.rules import Rule, View

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
ABOUT_THE_READING = {"source", "field_status", "problems"}
KNOWN_OF_PAGE = ("address", "captured_at", "status", "charset")

Record = dict[str, Any]


@dataclass(frozen=True)
class Fixture:
    folder: Path

    @property
    def layout(self) -> str:
        return self.folder.parent.name

    @cached_property
    def meta(self) -> Record:
        return json.loads((self.folder / "meta.json").read_text(encoding="utf-8"))

    @cached_property
    def expected(self) -> Record:
        return json.loads((self.folder / "expected.json").read_text(encoding="utf-8"))

    @cached_property
    def page(self) -> Page:
        path = next(self.folder.glob("page.*"))
        known = {key: self.meta[key] for key in KNOWN_OF_PAGE if key in self.meta}
        return Page.unpack(path.read_bytes(), uri=path.name, captured_from="argument", **known)

    def differing(self, record: Record) -> set[str]:
        """The fields of *record* that are not as expected, those among them that are not expected at all."""
        unexpected = set(record) - ABOUT_THE_READING - set(self.expected)
        return unexpected | {field for field in self.expected if not self.is_as_expected(field, record.get(field))}

    def is_as_expected(self, field: str, found: Any) -> bool:
        """Of ``source`` and ``field_status`` only the keys that are named are compared, of ``problems`` the entries."""
        expected = self.expected[field]
        if field == "problems":
            return all(problem in (found or ()) for problem in expected)
        if field in ABOUT_THE_READING:
            return {key: (found or {}).get(key) for key in expected} == expected
        return found == expected

    def is_said(self, field: str, value: Any) -> bool:
        """Whether *value*, which one place alone gives, says nothing but what is expected, or known of that place."""
        expected = self.expected.get(field, self.expected["title"] if field == "original_title" else None)
        known = self.meta.get("places_alone", {}).get(field, [])
        return any(_is_part(value, each) for each in [expected, *known])


def _is_part(value: Any, whole: Any) -> bool:
    if isinstance(value, dict) and isinstance(whole, dict):
        return all(_is_part(part, whole.get(key)) for key, part in value.items())
    if isinstance(value, list) and isinstance(whole, list):
        return all(any(_is_part(part, other) for other in whole) for part in value)
    if isinstance(value, str) and isinstance(whole, str):
        return value == whole or (value.endswith("…") and whole.startswith(value[:-1].rstrip()))
    return value == whole


def alone(rule: Rule, view: View) -> Any:
    """What *rule* gives where no other is asked; ``None`` where it gives nothing."""
    field = FIELDS[rule.field]
    reading = field.read(rule.place(view))
    return plain(field.merge([reading]).value) if reading.values else None


def plain(value: Any) -> Any:
    """*value* as JSON has it, without what is not stated in it, at any depth: null and empty lists."""
    if isinstance(value, BaseModel):
        return plain(value.model_dump(mode="json"))
    if isinstance(value, dict):
        kept = {key: plain(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part is not None and part != []}
    return [plain(part) for part in value] if isinstance(value, list) else value


def record_of(title: Title | Rejection) -> Record:
    return plain(title)


@cache
def fixtures(layout: str = "*") -> tuple[Fixture, ...]:
    return tuple(Fixture(path.parent) for path in sorted(FIXTURES.glob(f"{layout}/*/expected.json")))
