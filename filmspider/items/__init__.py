"""The record: one :class:`Title` a film title page, or one :class:`Rejection` saying why there is none.

These models are the single definition of the dataset. The JSON Schema, the data dictionary and the order of keys in
``titles.jsonl`` all come from here.
"""

from filmspider.items.parts import (
    Aka,
    AwardHighlight,
    Awards,
    Budget,
    CastMember,
    Certificate,
    ChartRank,
    Company,
    Country,
    Credit,
    Episode,
    Faq,
    Gross,
    Language,
    NamedNotes,
    OpeningWeekend,
    Recommendation,
    ReleaseDate,
    Review,
    Runtime,
    Site,
    Soundtrack,
    Trailer,
    WatchOption,
)
from filmspider.items.provenance import CapturedFrom, Filled, Problem, Rejection, RejectionReason, Source
from filmspider.items.title import Title
from filmspider.items.types import FieldState, TitleType

SCHEMA_VERSION = "1.0"
"""What may change with it is written in ``docs/schema-versions.md``."""

DATA_FIELDS = tuple(name for name in Title.model_fields if name not in {"source", "field_status", "problems"})
"""Names of the fields that hold what a page states; the others say where from, and what is in doubt."""

__all__ = [
    "DATA_FIELDS",
    "SCHEMA_VERSION",
    "Aka",
    "AwardHighlight",
    "Awards",
    "Budget",
    "CapturedFrom",
    "CastMember",
    "Certificate",
    "ChartRank",
    "Company",
    "Country",
    "Credit",
    "Episode",
    "Faq",
    "FieldState",
    "Filled",
    "Gross",
    "Language",
    "NamedNotes",
    "OpeningWeekend",
    "Problem",
    "Recommendation",
    "Rejection",
    "RejectionReason",
    "ReleaseDate",
    "Review",
    "Runtime",
    "Site",
    "Soundtrack",
    "Source",
    "Title",
    "TitleType",
    "Trailer",
    "WatchOption",
]
