"""One record a title, or a capture."""

from __future__ import annotations

from typing import Any

from scrapy.exceptions import DropItem

from filmspider.outcomes import Outcome
from filmspider.pipelines.base import OutputPipeline


class DeduplicatePipeline(OutputPipeline):
    """Drops a record of which a better one is there: captured later, or the first of two captured at one time.

    A record that is better than the one there replaces it when the dataset is published.
    """

    def process_item(self, item: Any) -> Any:
        """Return *item* or raise ``DropItem``."""
        if isinstance(item, Outcome) and self.output.has_better(item):
            self.output.add(item)
            raise DropItem(f"a later capture of {item.key} is there", log_level="DEBUG")
        return item
