"""What pages write beside an amount of takings: area, date, kind of release, screens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from filmspider.processors.dates import partial_date
from filmspider.processors.places import area_named

_PART: Final = re.compile(
    r",? ?(?:\(((?:[^()]|\([^()]*\))*)\)|([^\W\d_]+\.? [0-9]{1,2}, [0-9]{4}|[^,() ][^,()]*)) ?",
)
_RELEASE: Final = re.compile(r"(limited|wide)(?: release)?", re.IGNORECASE)
_SCREENS: Final = re.compile(r"([0-9][0-9,]{0,8}) (?:screens?|theat(?:er|re)s?)", re.IGNORECASE)
_KINDS: Final[dict[str, Literal["limited", "wide"]]] = {"limited": "limited", "wide": "wide"}


@dataclass(slots=True)
class Remarks:
    """The parts after an amount."""

    area: str | None = None
    """Code of the area, empty where it has none; ``None`` where no area is stated."""
    date: str | None = None
    release: Literal["limited", "wide"] | None = None
    screens: int | None = None
    strange: str | None = None
    """The first remark in brackets that is none of these."""

    def take(self, part: str) -> bool:
        """Keep *part* as what it is; tell whether it is anything that is not yet stated."""
        if self.area is None and (area := area_named(part)) is not None:
            self.area = area
        elif self.date is None and isinstance(date := partial_date(part), str):
            self.date = date
        elif self.release is None and (kind := _RELEASE.fullmatch(part)):
            self.release = _KINDS[kind[1].lower()]
        elif self.screens is None and (screens := _SCREENS.fullmatch(part)):
            self.screens = int(screens[1].replace(",", ""))
        else:
            return False
        return True


def remarks_of(rest: str) -> Remarks | None:
    """Read what follows an amount: remarks in brackets or after commas; ``None`` where other text stands there.

    >>> remarks_of("(USA) (12 May 2000) (3,307 screens)")
    Remarks(area='US', date='2000-05-12', release=None, screens=3307, strange=None)
    >>> remarks_of(", 4 April 1999 , Wide Release")
    Remarks(area=None, date='1999-04-04', release='wide', screens=None, strange=None)
    """
    remarks, position = Remarks(), 0
    while position < len(rest):
        found = _PART.match(rest, position)
        if not found:
            return None
        position = found.end()
        inside, outside = found.groups()
        if not remarks.take((inside or outside or "").strip()):
            if outside:
                return None
            remarks.strange = remarks.strange or inside or None
    return remarks
