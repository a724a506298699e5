"""Title pages through a plain Scrapy crawl of files: an ItemLoader, and every field asked for from the root.

    python -m scrapy runspider scrapy_spider.py -a folder=PAGES -O records.jsonl

It knows the title page of 2010 to 2021, as most spiders know the layout of one time. Settings are Scrapy's defaults.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import scrapy
from itemloaders.processors import Identity, MapCompose, TakeFirst
from scrapy.loader import ItemLoader

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response, TextResponse

CSS = {
    "url": "link[rel=canonical]::attr(href)",
    "imdb_id": "meta[property='pageId']::attr(content)",
    "page_title": "title::text",
    "og_title": "meta[property='og:title']::attr(content)",
    "og_type": "meta[property='og:type']::attr(content)",
    "og_image": "meta[property='og:image']::attr(content)",
    "description": "meta[name=description]::attr(content)",
    "json_ld": "script[type='application/ld+json']::text",
    "title": "div.title_wrapper h1::text, h1.header span.itemprop::text",
    "year": "#titleYear a::text, h1.header span.nobr a::text",
    "original_title": "div.originalTitle::text, span.title-extra::text",
    "certificate": "div.subtext::text, div.infobar span[itemprop=contentRating]::attr(title)",
    "duration": "div.subtext time::attr(datetime), div.infobar time::attr(datetime)",
    "released": "div.subtext a[title='See more release dates']::text",
    "genres_top": "div.subtext a[href*=genre]::text, div.infobar span[itemprop=genre]::text",
    "rating": "span[itemprop=ratingValue]::text",
    "rating_count": "span[itemprop=ratingCount]::text",
    "best_rating": "span[itemprop=bestRating]::text",
    "review_count": "span[itemprop=reviewCount]::text",
    "metascore": "div.metacriticScore span::text, div.star-box-details a[href*=metacritic]::text",
    "popularity": "div.titleReviewBarSubItem span.subText::text",
    "poster": "div.poster img::attr(src), #img_primary img::attr(src)",
    "trailer": "div.slate a::attr(href)",
    "summary": "div.summary_text::text, p[itemprop=description]::text",
    "storyline": "#titleStoryLine div.canwrap p span::text",
    "cast_names": "table.cast_list td:nth-child(2) a::text, table.cast_list td.itemprop span::text",
    "cast_links": "table.cast_list td:nth-child(2) a::attr(href)",
    "cast_photos": "table.cast_list td.primary_photo img::attr(loadlate)",
    "characters": "table.cast_list td.character ::text",
    "keywords": "#titleStoryLine a[href*=keyword] span::text",
    "awards": "#titleAwardsRanks span.awards-blurb ::text",
    "top_rank": "#titleAwardsRanks a[href*=chart] ::text",
    "recommendations": "div.rec_item::attr(data-tconst)",
    "recommended_titles": "div.rec-title a b::text",
    "seasons": "div.seasons-and-year-nav a[href*=season]::text",
    "episodes": "div.bp_description span.bp_sub_heading::text",
    "connections": "#connections ::text",
    "trivia": "#trivia ::text",
    "goofs": "#goofs ::text",
    "quotes": "#quotes ::text",
    "soundtracks": "#soundtracks ::text",
    "user_review": "div.user-comments p::text",
}
XPATH = {
    "directors": "//h4[contains(text(), 'Director')]/following-sibling::a/text()",
    "writers": "//h4[contains(text(), 'Writer')]/following-sibling::a/text()",
    "stars": "//h4[contains(text(), 'Star')]/following-sibling::a/text()",
    "taglines": "//h4[contains(text(), 'Tagline')]/following-sibling::text()",
    "genres": "//h4[contains(text(), 'Genres')]/following-sibling::a/text()",
    "mpaa_reason": "//h4[contains(text(), 'MPAA')]/following-sibling::span/text()",
    "official_sites": "//h4[contains(text(), 'Official Sites')]/following-sibling::a/@href",
    "countries": "//h4[contains(text(), 'Country')]/following-sibling::a/text()",
    "languages": "//h4[contains(text(), 'Language')]/following-sibling::a/text()",
    "release_date": "//h4[contains(text(), 'Release Date')]/following-sibling::text()",
    "also_known_as": "//h4[contains(text(), 'Also Known As')]/following-sibling::text()",
    "locations": "//h4[contains(text(), 'Filming Locations')]/following-sibling::a/text()",
    "budget": "//h4[contains(text(), 'Budget')]/following-sibling::text()",
    "opening": "//h4[contains(text(), 'Opening Weekend')]/following-sibling::text()",
    "gross": "//h4[contains(text(), 'Gross USA')]/following-sibling::text()",
    "gross_worldwide": "//h4[contains(text(), 'Cumulative Worldwide')]/following-sibling::text()",
    "companies": "//h4[contains(text(), 'Production Co')]/following-sibling::a/text()",
    "runtime": "//h4[contains(text(), 'Runtime')]/following-sibling::time/text()",
    "sound_mix": "//h4[contains(text(), 'Sound Mix')]/following-sibling::a/text()",
    "color": "//h4[contains(text(), 'Color')]/following-sibling::a/text()",
    "aspect_ratio": "//h4[contains(text(), 'Aspect Ratio')]/following-sibling::text()",
}
LISTS = (
    *("genres_top", "genres", "cast_names", "cast_links", "cast_photos", "characters", "keywords", "recommendations"),
    *("recommended_titles", "seasons", "directors", "writers", "stars", "official_sites", "countries", "languages"),
    *("locations", "companies", "sound_mix", "color"),
)


class TitleLoader(ItemLoader):
    """Strips what was found, and takes the first of it that is not empty, or all."""

    default_item_class = dict
    default_input_processor = MapCompose(str.strip)
    default_output_processor = TakeFirst()


for name in LISTS:
    setattr(TitleLoader, f"{name}_out", Identity())


class TitleSpider(scrapy.Spider):
    """Reads the pages in *folder*."""

    name = "title"

    def __init__(self, folder: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.folder = Path(folder)

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Ask for each page."""
        for path in sorted(self.folder.iterdir()):
            yield scrapy.Request(path.as_uri())

    def parse(self, response: Response) -> Iterator[Any]:
        """Read the fields of a page."""
        loader = TitleLoader(response=cast("TextResponse", response))
        for field, query in CSS.items():
            loader.add_css(field, query)
        for field, query in XPATH.items():
            loader.add_xpath(field, query)
        yield loader.load_item()
