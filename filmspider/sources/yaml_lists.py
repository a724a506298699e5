"""Lists in YAML read member by member: nothing is made of a document but texts, bytes, lists and mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from filmspider.packing import MAX_BODY
from filmspider.sources.answers import binary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import BinaryIO

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 100
_AT = 2
"""Depth of a list in the mapping that the document is."""
_MAX_MEMBER = 2 * MAX_BODY
"""Bytes from the end of one member to the end of the next."""


def members(stream: BinaryIO, keys: Collection[str]) -> Iterator[Any]:
    """Yield the members of the lists that stand under *keys* in the mapping in *stream*.

    Raises ``ValueError`` for what is no YAML, or nested too deeply.

    >>> import io
    >>> list(members(io.BytesIO(b"interactions: [{code: 200, body: !!binary PGI+}]"), ["interactions"]))
    [{'code': '200', 'body': b'<b>'}]
    """
    try:
        yield from _Builder(keys).members(stream)
    except yaml.MarkedYAMLError as error:
        place = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ValueError(f"{error.problem}{place}") from error
    except yaml.YAMLError as error:
        raise ValueError(str(error).splitlines()[0]) from error


class _Limited:
    """What *stream* holds, as long as it is not too much without a member in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self.size += len(data)
        if self.size > _MAX_MEMBER:
            raise ValueError(f"more than {_MAX_MEMBER} bytes in one member")
        return data


class _Open:
    """A list or mapping whose end was not read yet."""

    def __init__(self, event: yaml.CollectionStartEvent) -> None:
        self.anchor = event.anchor
        self.is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.nodes: list[Any] = []

    def value(self) -> Any:
        if not self.is_mapping:
            return self.nodes
        pairs = zip(self.nodes[::2], self.nodes[1::2], strict=False)
        return {key: value for key, value in pairs if isinstance(key, str)}


class _Builder:
    """Builds values of events. An alias is the value that it names, so no document grows by them."""

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = keys
        self._open: list[_Open] = []
        self._anchors: dict[str, Any] = {}

    def members(self, stream: BinaryIO) -> Iterator[Any]:
        limited = _Limited(stream)
        for event in yaml.parse(limited, Loader=_LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                node = self._node(event)
                if self._is_member():
                    limited.size = 0
                    yield node
                elif self._open:
                    self._open[-1].nodes.append(node)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) == _MAX_DEPTH:
            raise ValueError(f"nested more than {_MAX_DEPTH} deep")
        self._open.append(_Open(event))

    def _node(self, event: yaml.Event) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return self._anchors.get(event.anchor or "")
        if isinstance(event, yaml.ScalarEvent):
            anchor, value = event.anchor, _scalar(event)
        else:
            ended = self._open.pop()
            anchor, value = ended.anchor, ended.value()
        if anchor:
            self._anchors[anchor] = value
        return value

    def _is_member(self) -> bool:
        """Whether a value that just ended is a member of one of the lists."""
        if len(self._open) != _AT or self._open[1].is_mapping:
            return False
        above = self._open[0].nodes
        return self._open[0].is_mapping and bool(above) and above[-1] in self._keys


def _scalar(event: yaml.ScalarEvent) -> str | bytes:
    return binary(event.value) if (event.tag or "").endswith("binary") else event.value
