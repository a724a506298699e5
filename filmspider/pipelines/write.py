"""Records and rejections into the journal; they are published from there at the end of the run."""

from __future__ import annotations

from typing import Any

from filmspider.outcomes import Outcome
from filmspider.pipelines.base import OutputPipeline


class WritePipeline(OutputPipeline):
    """Writes every record and every rejection."""

    def process_item(self, item: Any) -> Any:
        """Return *item* once it is safe."""
        if isinstance(item, Outcome):
            self.output.add(item)
        return item
