"""The item loader: which processors each field goes through, and no logic of its own."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from itemloaders import ItemLoader

from filmspider import merging
from filmspider.processors import (
    akas,
    awards,
    casting,
    certificates,
    dates,
    durations,
    headings,
    ids,
    keywords,
    languages,
    media,
    money,
    names,
    numbers,
    places,
    recommendations,
    reviews,
    series,
    soundtracks,
    technical,
    text,
    titles,
)
from filmspider.readings import Merged, Read, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from filmspider.rules.base import Raw, Rule


class Stats(Protocol):
    """Counts, as Scrapy's stats collector does."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add *count* to the figure at *key*."""


class Field(NamedTuple):
    """How a field is read and merged."""

    read: Read
    """What one place says of it."""
    merge: Callable[[list[Reading]], Merged]
    """What all places together say of it."""


FIELDS: dict[str, Field] = {
    "imdb_id": Field(Read(ids.title_id), merging.agreeing),
    "title_type": Field(Read(titles.title_type), merging.first),
    "title": Field(Read(headings.title), merging.first),
    "original_title": Field(Read(titles.original_title), merging.first),
    "disambiguation": Field(Read(headings.disambiguation), merging.first),
    "year": Field(Read(headings.year), merging.agreeing),
    "end_year": Field(Read(headings.end_year), merging.first),
    "production_status": Field(Read(titles.production_status), merging.first),
    "episode": Field(Read(series.episode), merging.first),
    "rating": Field(Read(numbers.rating), merging.agreeing),
    "rating_count": Field(Read(numbers.count), merging.exact),
    "user_review_count": Field(Read(numbers.count), merging.exact),
    "critic_review_count": Field(Read(numbers.count), merging.exact),
    "metascore": Field(Read(numbers.metascore), merging.agreeing),
    "popularity_rank": Field(Read(numbers.rank), merging.first),
    "popularity_change": Field(Read(numbers.signed), merging.first),
    "chart_ranks": Field(Read(awards.chart_rank), merging.union),
    "certificates": Field(Read(certificates.certificate), merging.certificates),
    "genres": Field(Read(text.plain), merging.fullest),
    "keywords": Field(Read(keywords.keywords), merging.fullest),
    "taglines": Field(Read(text.sentence), merging.fullest),
    "release_dates": Field(Read(dates.release_date), merging.dates),
    "date_published": Field(Read(dates.partial_date), merging.first),
    "runtimes": Field(Read(durations.runtimes), merging.runtimes),
    "directors": Field(Read(names.credit), merging.people),
    "writers": Field(Read(names.credit), merging.people),
    "creators": Field(Read(names.credit), merging.people),
    "stars": Field(Read(names.credit), merging.people),
    "cast": Field(Read(names.cast_member), merging.cast),
    "cast_complete": Field(Read(casting.cast_complete), merging.first),
    "plot": Field(Read(text.prose), merging.full_text),
    "storyline": Field(Read(text.story), merging.full_text),
    "countries": Field(Read(places.country), merging.fullest),
    "languages": Field(Read(languages.language), merging.fullest),
    "akas": Field(Read(akas.akas), merging.union),
    "filming_locations": Field(Read(text.plain), merging.fullest),
    "official_sites": Field(Read(media.site), merging.fullest),
    "production_companies": Field(Read(names.company), merging.fullest),
    "budget": Field(Read(money.budget), merging.first),
    "opening_weekends": Field(Read(money.opening_weekend), merging.union),
    "grosses": Field(Read(money.gross), merging.union),
    "colors": Field(Read(technical.named_notes), merging.fullest),
    "sound_mixes": Field(Read(technical.named_notes), merging.fullest),
    "aspect_ratio": Field(Read(technical.aspect_ratio), merging.first),
    "awards": Field(Read(awards.awards), merging.first),
    "poster_url": Field(Read(media.poster_url), merging.first),
    "trailer": Field(Read(media.trailer), merging.first),
    "watch_options": Field(Read(media.watch_option), merging.union),
    "soundtracks": Field(Read(soundtracks.soundtrack), merging.fullest),
    "trivia": Field(Read(text.sentence), merging.fullest),
    "goofs": Field(Read(text.sentence), merging.fullest),
    "quotes": Field(Read(reviews.quote), merging.fullest),
    "crazy_credits": Field(Read(text.sentence), merging.fullest),
    "connections": Field(Read(text.sentence), merging.fullest),
    "faqs": Field(Read(reviews.faq), merging.fullest),
    "featured_review": Field(Read(reviews.review), merging.first),
    "recommendations": Field(Read(recommendations.recommendation), merging.fullest),
    "seasons": Field(Read(series.season), merging.fullest),
    "episode_total": Field(Read(numbers.count), merging.first),
}


class TitleLoader(ItemLoader):
    """Collects what rules read and turns it into the values of a title's fields.

    It is an ordinary item loader: ``add_value``, ``add_css`` and ``add_xpath`` take any field of :data:`FIELDS`.
    ``stats`` counts how often each rule gave a value.
    """

    default_item_class = dict

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.settled: set[str] = set()
        """Fields that no further rule could change: they take the first value, and have one."""
        self.filled: set[str] = set()
        """Other fields that have a value: fallback rules are not asked for them."""

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what reads a raw value of the field."""
        return FIELDS[field_name].read

    def get_output_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what merges the readings of the field."""
        return FIELDS[field_name].merge

    def add_rule(self, rule: Rule, raw: Raw) -> None:
        """Add what *rule* found, remembering that it was this rule."""
        field = FIELDS[rule.field]
        reading = field.read(raw)
        reading.rule = rule
        self._values.setdefault(rule.field, []).append(reading)
        if reading.values:
            (self.settled if field.merge is merging.first else self.filled).add(rule.field)
        if self.stats is not None:
            self.stats.inc_value(f"rule/{self.context.get('layout', '')}/{rule.key}", int(bool(reading.values)))

    def hits(self) -> list[Rule]:
        """Return the rules that gave a value."""
        readings = chain.from_iterable(self._values.values())
        return [reading.rule for reading in readings if reading.rule is not None and reading.values]

    def get_collected_values(self, field_name: str) -> list[Reading]:
        """Return the field's readings, without those of fallback rules where another gave a value."""
        return _that_count(super().get_collected_values(field_name))

    def load_fields(self) -> dict[str, Merged]:
        """Return what each field comes to."""
        return {name: FIELDS[name].merge(_that_count(readings)) for name, readings in self._values.items()}

    def load_item(self) -> dict[str, Any]:
        """Return the values of the fields that have one; 0 and False are values."""
        merged = self.load_fields()
        return {name: each.value for name, each in merged.items() if each.value is not None and each.value != []}


def _that_count(readings: list[Reading]) -> list[Reading]:
    if len(readings) > 1 and any(reading.values and not _is_fallback(reading) for reading in readings):
        return [reading for reading in readings if not _is_fallback(reading)]
    return readings


def _is_fallback(reading: Reading) -> bool:
    return reading.rule is not None and reading.rule.fallback
