"""What lets Scrapy's feeds and anybody's pipelines see the fields of an :class:`Outcome`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from itemadapter.adapter import AdapterInterface, ItemAdapter

from filmspider.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator


class OutcomeAdapter(AdapterInterface):
    """The fields of a record or rejection, decoded once somebody asks; what is set is written."""

    def __init__(self, item: Outcome) -> None:
        super().__init__(item)
        self._fields: dict[str, Any] = msgspec.json.decode(item.payload)

    @classmethod
    def is_item_class(cls, item_class: type) -> bool:
        """Return whether items of this class are adapted."""
        return issubclass(item_class, Outcome)

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __setitem__(self, name: str, value: Any) -> None:
        if name not in self._fields:
            raise KeyError(name)
        self._fields[name] = value
        self.item.payload = msgspec.Raw(msgspec.json.encode(self._fields))

    def __delitem__(self, name: str) -> None:
        raise TypeError(f"{name}: a record has all its fields")

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


if OutcomeAdapter not in ItemAdapter.ADAPTER_CLASSES:
    ItemAdapter.ADAPTER_CLASSES = [OutcomeAdapter, *ItemAdapter.ADAPTER_CLASSES]
