"""The parts of a title record: credits, releases, takings and the like."""

from typing import Annotated, Literal

from pydantic import Field

from filmspider.items.types import (
    AreaCode,
    CompanyId,
    Count,
    CountryCode,
    CurrencyCode,
    LanguageCode,
    Model,
    NameId,
    PartialDate,
    Score,
    Text,
    TitleId,
    VideoId,
    Year,
)


class Episode(Model):
    """Where an episode stands in its series."""

    series_id: TitleId | None = None
    """Id of the series."""
    series_title: Text | None = None
    """Title of the series as displayed."""
    season: Count | None = None
    """Number of the season; null where the page says "unknown"."""
    episode: Count | None = None
    """Number of the episode in its season."""


class ChartRank(Model):
    """A place in one of the site's charts: ``Top Rated Movies #17``."""

    chart: Text
    """Name of the chart as displayed."""
    rank: Annotated[int, Field(ge=1)]
    """Place in it, from 1."""


class Certificate(Model):
    """An age rating given by one country's board."""

    rating: Text
    """The rating in the board's own words: ``PG-13``, ``K-16``, ``(Banned)``."""
    country: CountryCode | None = None
    """Country of the board, where the page states it."""
    notes: list[Text] = []
    """Remarks in brackets: year, version, certificate number."""
    reason: Text | None = None
    """The board's reason: ``for sci-fi violence and brief language``."""


class ReleaseDate(Model):
    """One release in one country."""

    date: PartialDate
    """ISO 8601, as precise as the page states it: ``2010-09-09``, ``2008-02`` or ``2007``."""
    country: CountryCode | None = None
    """Country of the release."""
    notes: list[Text] = []
    """Remarks in brackets: festival, limited, re-release."""


class Runtime(Model):
    """Length of one version of the title."""

    minutes: Count
    """Whole minutes; seconds are floored."""
    country: CountryCode | None = None
    """Country where this version was shown."""
    notes: list[Text] = []
    """Which version: ``director's cut``, ``video``."""


class Credit(Model):
    """A person credited for something other than a role."""

    imdb_id: NameId | None = None
    """The person's id."""
    name: Text
    """The person's name as displayed."""
    notes: list[Text] = []
    """Remarks in brackets: ``screenplay``, ``as Charlie Chaplin``."""


class CastMember(Model):
    """A person on screen or heard."""

    imdb_id: NameId | None = None
    """The person's id."""
    name: Text
    """The person's name as displayed."""
    characters: list[Text] = []
    """Names of the characters played, without notes."""
    notes: list[Text] = []
    """Remarks on the appearance: ``voice``, ``uncredited``, ``archive footage``."""
    as_name: Text | None = None
    """Name used in the credits where it is another: ``as Bob``."""
    episode_count: Count | None = None
    """Number of episodes of a series."""
    years: Text | None = None
    """First and last year in a series: ``2010-2012``."""


class Country(Model):
    """A country of origin."""

    code: CountryCode | None = None
    """ISO 3166-1 alpha-2; a retired country by its retired code; null where the name is not known."""
    name: Text
    """Name as displayed."""


class Language(Model):
    """A spoken language."""

    code: LanguageCode | None = None
    """ISO 639-1 where one exists, else 639-3; ``zxx`` for no dialogue; null where the name is not known."""
    name: Text
    """Name as displayed."""


class Aka(Model):
    """Another title."""

    title: Text
    """The other title."""
    country: CountryCode | None = None
    """Country where it is used."""
    notes: list[Text] = []
    """Remarks in brackets: ``imdb display title``."""


class Site(Model):
    """An official site."""

    label: Text
    """Text of the link."""
    url: Text | None = None
    """Address as the page gives it, made absolute; often a redirect of the site's own."""


class Company(Model):
    """A production company."""

    imdb_id: CompanyId | None = None
    """The company's id."""
    name: Text
    """The company's name as displayed."""


class Budget(Model):
    """What the title cost to make."""

    amount: Annotated[int, Field(ge=0)]
    """In whole units of the currency."""
    currency: CurrencyCode
    """ISO 4217; retired currencies by their retired code."""
    estimated: bool = False
    """Whether the page calls it estimated."""
    raw: Text | None = None
    """The page's own words."""


class OpeningWeekend(Model):
    """Takings of an opening weekend in one area."""

    amount: Annotated[int, Field(ge=0)]
    """In whole units of the currency."""
    currency: CurrencyCode
    """ISO 4217."""
    area: AreaCode | None = None
    """Country code, ``US+CA`` or a UN M49 region; null where the page names none."""
    date: PartialDate | None = None
    """The date beside the amount: older pages give the weekend's first day, newer ones its last."""
    release: Literal["limited", "wide"] | None = None
    """Kind of release."""
    screens: Count | None = None
    """Number of screens."""
    raw: Text | None = None
    """The page's own words."""


class Gross(Model):
    """Takings so far in one area."""

    amount: Annotated[int, Field(ge=0)]
    """In whole units of the currency."""
    currency: CurrencyCode
    """ISO 4217."""
    area: AreaCode | None = None
    """Country code, ``US+CA`` or a UN M49 region: ``001`` is the world; null where the page names none."""
    as_of: PartialDate | None = None
    """Date up to which the takings are counted."""
    raw: Text | None = None
    """The page's own words."""


class NamedNotes(Model):
    """A technical property with its remarks: ``Color (Technicolor)``."""

    name: Text
    """Name of the process or format."""
    notes: list[Text] = []
    """Remarks in brackets."""


class AwardHighlight(Model):
    """The award that the page names first."""

    event: Text
    """Name in the singular: ``Oscar``, ``Golden Globe``."""
    outcome: Literal["won", "nominated"]
    """Whether it was won."""
    count: Annotated[int, Field(ge=1)]
    """How many of it."""


class Awards(Model):
    """The awards line."""

    highlight: AwardHighlight | None = None
    """The award named first, if any."""
    wins: Count | None = None
    """Wins; 0 where the line states nominations only."""
    nominations: Count | None = None
    """Nominations; 0 where the line states wins only."""
    total: bool | None = None
    """Whether the figures include the highlight ("total") or not ("Another"); null where the line says neither."""
    text: Text
    """The line as displayed."""


class Trailer(Model):
    """The video that the page presents as this title's trailer."""

    video_id: VideoId | None = None
    """The video's id."""
    url: Text | None = None
    """Address of the video's page, absolute."""
    duration_seconds: Count | None = None
    """Length in seconds."""


class WatchOption(Model):
    """A way to watch the title offered on the page."""

    kind: Text
    """Heading of the offer: ``On Disc``."""
    provider: Text
    """Who offers it: ``Amazon``."""


class Soundtrack(Model):
    """A piece of music used in the title."""

    title: Text
    """Name of the piece."""
    credits: list[Text] = []
    """Credit lines, in page order."""


class Faq(Model):
    """A frequently asked question."""

    question: Text
    """The question."""
    answer: Text | None = None
    """The answer; null where only the question stands on the page."""


class Review(Model):
    """The user review shown on the page itself."""

    title: Text | None = None
    """Headline."""
    author: Text | None = None
    """Author as displayed."""
    date: PartialDate | None = None
    """When it was written."""
    rating: Annotated[int, Field(ge=1, le=10)] | None = None
    """Stars given, of 10; null where none are shown."""
    text: Text | None = None
    """The review; paragraphs are separated by an empty line."""
    helpful_votes: Count | None = None
    """How many found it helpful."""
    total_votes: Count | None = None
    """How many said whether it was."""


class Recommendation(Model):
    """Another title that the page recommends."""

    imdb_id: TitleId | None = None
    """The other title's id."""
    title: Text | None = None
    """Its title, without year and numeral."""
    year: Year | None = None
    """Its year, the first of a series."""
    rating: Score | None = None
    """Its user rating, of 10."""
    genres: list[Text] = []
    """Its genres."""
    plot: Text | None = None
    """Its summary; ends in one ``…`` where the page cuts it."""
    directors: list[Text] = []
    """Names."""
    stars: list[Text] = []
    """Names."""
