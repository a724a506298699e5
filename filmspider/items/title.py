"""The title record. The order of its fields is the order of keys in the dataset."""

from typing import Annotated

from pydantic import Field

from filmspider.items.parts import (
    Aka,
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
from filmspider.items.provenance import Problem, Source
from filmspider.items.types import (
    Count,
    FieldState,
    Model,
    PartialDate,
    Score,
    Text,
    TitleId,
    TitleType,
    Year,
)


class Title(Model):
    """A film title as one page states it. Scalars and objects not stated are null, lists are empty."""

    imdb_id: TitleId | None = None
    """The page's own canonical id, never the requested one where they differ."""
    title_type: TitleType = TitleType.MOVIE
    """``movie`` where the page says nothing else, ``short`` where its genres say Short."""
    title: Text
    """The title as displayed, without year, type, quotes or roman-numeral disambiguation."""
    original_title: Text | None = None
    """Only where the page states one that differs from ``title``."""
    disambiguation: Text | None = None
    """Roman numeral that tells titles of one name and year apart: the ``I`` of "Taken (I) (2008)"."""
    year: Year | None = None
    """Year of the title; the first year of a series."""
    end_year: Year | None = None
    """Last year of a series; null while it runs."""
    production_status: Text | None = None
    """Lower case: ``in development``, ``post-production``; null for a released title."""
    episode: Episode | None = None
    """Episodes only: place in the series."""
    rating: Score | None = None
    """Mean user rating, of 10."""
    rating_count: Count | None = None
    """Number of user ratings, exact wherever the page holds the exact figure."""
    user_review_count: Count | None = None
    """Number of user reviews."""
    critic_review_count: Count | None = None
    """Number of critics' reviews."""
    metascore: Annotated[int, Field(ge=0, le=100)] | None = None
    """Metacritic score, 0 to 100."""
    popularity_rank: Annotated[int, Field(ge=1)] | None = None
    """Rank in the site's popularity chart; null for "Top 5000"."""
    popularity_change: int | None = None
    """Change of that rank; negative where the title fell."""
    chart_ranks: list[ChartRank] = []
    """Places in charts."""
    certificates: list[Certificate] = []
    """One entry a distinct rating, country and notes."""
    genres: list[Text] = []
    """The fullest list on the page, in its order."""
    keywords: list[Text] = []
    """Plot keywords shown on the page."""
    taglines: list[Text] = []
    """Taglines shown on the page."""
    release_dates: list[ReleaseDate] = []
    """Every release date displayed."""
    date_published: PartialDate | None = None
    """``datePublished`` of the page's structured block, which is not the displayed date."""
    runtimes: list[Runtime] = []
    """Every runtime displayed."""
    runtime_minutes: Count | None = None
    """Minutes of the first of ``runtimes``."""
    directors: list[Credit] = []
    """Directors, from the fullest list on the page."""
    writers: list[Credit] = []
    """Writers, from the fullest list on the page."""
    creators: list[Credit] = []
    """Creators of a series; never companies."""
    stars: list[Credit] = []
    """The stars named in the summary block."""
    cast: list[CastMember] = []
    """The cast shown on the page."""
    cast_complete: bool | None = None
    """Whether the page calls its cast complete; null where it says nothing."""
    plot: Text | None = None
    """The summary at the top of the page; ends in one ``…`` where the page cuts it."""
    storyline: Text | None = None
    """The longer text under Storyline, without its author's line."""
    countries: list[Country] = []
    """Countries of origin."""
    languages: list[Language] = []
    """Spoken languages."""
    akas: list[Aka] = []
    """Other titles shown; one title with two countries is two entries."""
    filming_locations: list[Text] = []
    """Places where it was filmed."""
    official_sites: list[Site] = []
    """Official sites."""
    production_companies: list[Company] = []
    """Production companies."""
    budget: Budget | None = None
    """Cost of production."""
    opening_weekends: list[OpeningWeekend] = []
    """Takings of opening weekends."""
    grosses: list[Gross] = []
    """Takings by area."""
    colors: list[NamedNotes] = []
    """Colour processes."""
    sound_mixes: list[NamedNotes] = []
    """Sound formats."""
    aspect_ratio: Text | None = None
    """Picture format without spaces: ``2.39:1``."""
    awards: Awards | None = None
    """The awards line."""
    poster_url: Text | None = None
    """The title's own poster, full size where the page holds it."""
    trailer: Trailer | None = None
    """The title's trailer."""
    watch_options: list[WatchOption] = []
    """Ways to watch it."""
    soundtracks: list[Soundtrack] = []
    """Soundtracks shown on the page."""
    trivia: list[Text] = []
    """Trivia shown on the page."""
    goofs: list[Text] = []
    """Goofs shown on the page."""
    quotes: list[Text] = []
    """Quotes shown on the page."""
    crazy_credits: list[Text] = []
    """Crazy credits shown on the page."""
    connections: list[Text] = []
    """Connections to other titles shown on the page."""
    faqs: list[Faq] = []
    """Frequently asked questions shown on the page."""
    featured_review: Review | None = None
    """The user review shown on the page."""
    recommendations: list[Recommendation] = []
    """Recommended titles, in page order."""
    seasons: list[Count] = []
    """Series only: numbers of the seasons, in page order."""
    episode_total: Count | None = None
    """Series only: number of episodes."""
    source: Source
    """Where the record comes from."""
    field_status: dict[str, FieldState] = {}
    """Only what is neither plainly there nor plainly absent."""
    problems: list[Problem] = []
    """What a person should look at."""
