from __future__ import annotations

from fixture_pages import FIXTURES

from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

WHOLE = (FIXTURES / "text" / "feature-film-blocks-2018" / "page.txt").read_text(encoding="utf-8")
YEAR_2014 = """
MOVIEmeter
87
View rank on IMDbPro »

The Harbour
(1997)
"Hafen"
(original title)

134 min
-
Animation
|
Adventure
-
12 July 1997
(Japan)

8.4
Your rating:
1 2 3 4 5 6 7 8 9 10 - / 10 X
Ratings: 8.4 / 10 from 276,414 users Metascore: 76/100
Reviews: 614 user | 189 critic | 29 from Metacritic.com

A ferryman learns that the far bank is moving away.

Director:

Ada Ferry

Stars:

Yui Pier, Ito Dock | See full cast and crew »

Quick Links

Full Cast and Crew

Details

Official Sites

Storyline

Taglines

Did You Know?

Soundtracks

Top 250 #72 | 13 wins & 6 nominations. See more awards »
"""


def test_the_heading_of_2010_to_2015():
    title = parse_page(Page((YEAR_2014 + WHOLE[WHOLE.index("Videos") :]).encode()))
    assert isinstance(title, Title)
    assert (title.title, title.original_title, title.year) == ("The Harbour", "Hafen", 1997)
    assert (title.rating, title.rating_count, title.metascore, title.popularity_rank) == (8.4, 276414, 76, 87)
    assert (title.user_review_count, title.critic_review_count) == (614, 189)
    assert title.plot == "A ferryman learns that the far bank is moving away."
    assert title.storyline == "The ferryman follows the bank. He loses his oar."
    assert [each.title for each in title.soundtracks] == ["Row Song"]
    assert [(each.chart, each.rank) for each in title.chart_ranks] == [("Top 250", 72)]
    assert title.problems == []
