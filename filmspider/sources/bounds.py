"""How far anything is unpacked: a few bytes that unpack to very many are a bomb, not a page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

    from typing_extensions import Buffer

MAX_RATIO = 100
"""Bytes that a stored byte may unpack to; pages unpack to three to ten."""
FREE = 8 * 1024 * 1024
"""Bytes that may be unpacked before the ratio counts."""


class BombError(OSError):
    """Raised for data that unpacks to far more than pages do."""

    def __init__(self) -> None:
        super().__init__(f"unpacks to more than {MAX_RATIO} times its size")


def is_bomb(unpacked: int, packed: int) -> bool:
    """Whether *unpacked* bytes out of *packed* ones are too many."""
    return unpacked > FREE and unpacked > MAX_RATIO * packed


class Bounded(io.RawIOBase):
    """What *unpacker* reads out of *packed*; raises :class:`BombError` once that is too much. It can only be read."""

    def __init__(self, unpacker: BinaryIO, packed: BinaryIO) -> None:
        self._unpacker = unpacker
        self._packed = packed
        self._position = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill *buffer*."""
        view = memoryview(buffer)
        data = self._unpacker.read(len(view))
        view[: len(data)] = data
        self._position += len(data)
        if is_bomb(self._position, self._packed.tell()):
            raise BombError
        return len(data)

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._position
