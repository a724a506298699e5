"""Pages of a spider that does not ask first which are still to be read."""

from __future__ import annotations

from typing import Any

from scrapy.exceptions import DropItem

from filmspider.outcomes import Capture, Outcome
from filmspider.pipelines.base import OutputPipeline
from filmspider.store import is_remote


class AdmitPipeline(OutputPipeline):
    """Counts the pages of such a spider, and drops what the output folder has of this run already."""

    def process_item(self, item: Any) -> Any:
        """Return *item* or raise ``DropItem``."""
        if isinstance(item, Outcome) and not self._is_wanted(item.capture):
            raise DropItem(f"{item.capture.uri} is there", log_level="DEBUG")
        return item

    def _is_wanted(self, capture: Capture) -> bool:
        return self.output.wants_address(capture.uri) if is_remote(capture.uri) else self.output.wants(capture)
