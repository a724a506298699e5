"""The value types of the record: what a code, a date or a count must look like."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

TitleId = Annotated[str, Field(pattern=r"^tt\d{7,}$")]
NameId = Annotated[str, Field(pattern=r"^nm\d{7,}$")]
CompanyId = Annotated[str, Field(pattern=r"^co\d{7,}$")]
VideoId = Annotated[str, Field(pattern=r"^vi\d+$")]
PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
AreaCode = Annotated[str, Field(pattern=r"^([A-Z]{2}|US\+CA|\d{3})$")]
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
CurrencyCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Text = Annotated[str, Field(min_length=1)]
Year = Annotated[int, Field(ge=1870, le=2100)]
Count = Annotated[int, Field(ge=0)]
Score = Annotated[float, Field(ge=0, le=10)]

FieldState = Literal["not_on_layout", "unparsed", "truncated", "conflict", "merged"]


class Model(BaseModel):
    """What all parts of the record share: no unknown keys, never changed once made."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    @classmethod
    def of(cls, **values: Any) -> Self:
        """Return what the constructor returns, in two thirds of its time: of some parts a page has hundreds."""
        return cls.__pydantic_validator__.validate_python(values)  # type: ignore[no-any-return]


class TitleType(StrEnum):
    """What kind of title a page is about."""

    MOVIE = "movie"
    SHORT = "short"
    TV_MOVIE = "tv_movie"
    TV_SHORT = "tv_short"
    TV_SERIES = "tv_series"
    TV_MINI_SERIES = "tv_mini_series"
    TV_EPISODE = "tv_episode"
    TV_SPECIAL = "tv_special"
    VIDEO = "video"
    VIDEO_GAME = "video_game"
    MUSIC_VIDEO = "music_video"
    PODCAST_SERIES = "podcast_series"
    PODCAST_EPISODE = "podcast_episode"
