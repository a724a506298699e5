"""A file in a store, read like one on disk."""

from __future__ import annotations

import errno
import io
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from typing_extensions import Buffer

_BUFFER = 128 * 1024


@dataclass(frozen=True)
class StoredFile:
    """A file in a store; *filesystem* is fsspec's."""

    filesystem: Any
    path: str

    @property
    def name(self) -> str:
        """The last part of the path."""
        return PurePosixPath(self.path).name

    def open(self, _: Literal["rb"], /) -> BinaryIO:
        """Open the file, which fetches none of it yet. Raises ``OSError``, as reading does, whatever the store does."""
        with as_os_error():
            return io.BufferedReader(_Reading(self.filesystem.open(self.path, "rb")), _BUFFER)


class _Reading(io.RawIOBase):
    """An open file of a store, whose errors are those of files."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._file.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        with as_os_error():
            return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        with as_os_error():
            data = self._file.read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


@contextmanager
def as_os_error() -> Iterator[None]:
    """Raise ``OSError`` instead of whatever a store raises."""
    try:
        yield
    except Exception as error:
        raise OSError(errno.EIO, f"{type(error).__name__}: {words_of(error)}") from error


def words_of(error: Exception) -> str:
    """Return what *error* says, in one line."""
    return " ".join(str(error).split())
