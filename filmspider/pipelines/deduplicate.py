"""One record a title, or a capture."""

from __future__ import annotations

from typing import Any

from scrapy.exceptions import DropItem

from filmspider.items import Title
from filmspider.pipelines.base import OutputPipeline


class DeduplicatePipeline(OutputPipeline):
    """Drops a record of which a better one is there: captured later, or the first of two captured at one time.

    A record that is better than the one there replaces it when the dataset is published.
    """

    def process_item(self, item: Any) -> Any:
        """Return *item* or raise ``DropItem``."""
        if isinstance(item, Title) and self.output.beaten(item):
            self.output.add(item)
            raise DropItem(f"a later capture of {item.imdb_id or item.title} is there", log_level="DEBUG")
        return item
