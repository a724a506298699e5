"""Where a record comes from, what to look at in it, and why a page gives none."""

from typing import Annotated, Literal

from pydantic import Field

from filmspider.items.types import Model, Text

CapturedFrom = Literal["warc", "http", "wayback", "page", "file", "argument"]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Filled(Model):
    """Fields that are empty in the latest capture of a title, and which older one they were taken from."""

    fields: list[Text]
    """Names of the fields."""
    uri: Text | None = None
    """Path or address of the page as it was given."""
    layout: Text
    """Name of the page layout it was read with."""
    captured_at: Text | None = None
    """When the page was saved: ISO 8601, a date or a date and time in UTC."""
    captured_from: CapturedFrom | None = None
    """Where the time of capture is known from."""
    sha256: Sha256
    """Digest of the page's bytes, unpacked."""


class Source(Model):
    """Where the record comes from."""

    uri: Text | None = None
    """Path or address of the page as it was given."""
    layout: Text
    """Name of the page layout it was read with."""
    media: Literal["html", "text"]
    """Kind of document."""
    captured_at: Text | None = None
    """When the page was saved: ISO 8601, a date or a date and time in UTC."""
    captured_from: CapturedFrom | None = None
    """Where the time of capture is known from."""
    sha256: Sha256
    """Digest of the page's bytes, unpacked."""
    extractor: Text
    """Version of filmspider."""
    merged: list[Filled] = []
    """With ``--keep merged`` the older captures that fields were taken from, the newest first."""


class Problem(Model):
    """Something that a person should look at."""

    code: Text
    """What is the matter: ``unparsed``, ``conflict``, ``rounded``, ``implausible`` …"""
    field: Text | None = None
    """The field it concerns."""
    detail: Text
    """The raw text or the two values."""


RejectionReason = Literal[
    "blocked",
    "other_page",
    "unknown_layout",
    "empty",
    "undecodable",
    "too_large",
    "no_title",
    "id_mismatch",
    "error",
]


class Rejection(Model):
    """Why a page gives no record."""

    reason: RejectionReason
    """``blocked`` (captcha, refused, consent page), ``other_page`` (person, search, sub-page), ``unknown_layout``,
    ``empty``, ``undecodable``, ``too_large``, ``no_title``, ``id_mismatch`` or ``error``."""
    detail: Text | None = None
    """What was found instead, in a few words."""
    uri: Text | None = None
    """Path or address of the page."""
    sha256: Sha256 | None = None
    """Digest of the page's bytes; null where there are none."""
