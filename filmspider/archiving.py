"""Writing web archives: every answer with the request it was given to, whole records only."""

from __future__ import annotations

import errno
import fcntl
import os
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filmspider.exceptions import OutputError
from filmspider.exchanges import packed, packed_info
from filmspider.extras import WARC_WRITING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from filmspider.exchanges import Exchange

MAX_SIZE = 1_000_000_000
"""Bytes after which another file is begun."""
_BEING_WRITTEN = ".open"
_CHUNK = 65_536


class Archive:
    """Web archive files in *folder*, called ``NAME-00000.warc.gz`` and so on; *info* is said at the head of each.

    A file that is being written is called ``….open``. What a killed run left under that name is cut behind its last
    whole record and takes its place. Raises :class:`SetupError` where that cannot be done.
    """

    def __init__(self, folder: Path, name: str, info: Mapping[str, str], size: int = MAX_SIZE) -> None:
        WARC_WRITING.check()
        self._folder = folder
        self._name = name
        self._info = info
        self._size = size
        self._count = 0
        self._file: BinaryIO | None = None
        self._path = folder
        try:
            with _alone(folder):
                for left in sorted(folder.glob(f"*{_BEING_WRITTEN}")):
                    _take_over(left)
        except OSError as error:
            raise OutputError(f"cannot write to {folder}: {error.strerror}") from error

    def add(self, exchange: Exchange) -> None:
        """Write *exchange*, safely to disk once this returns. Raises ``OSError``, and then has written none of it."""
        if self._file is None:
            self._open()
        self._append(packed(exchange))
        if self._file and self._file.tell() >= self._size:
            self.close()

    def close(self) -> None:
        """Give the file that was being written its name; a file or folder that nothing was written to goes."""
        if self._file:
            with _alone(self._folder):
                _name(self._path)
            self._file.close()
            self._file = None
        with suppress(OSError):
            self._folder.rmdir()

    def _open(self) -> None:
        name = f"{self._name}-{self._count:05}.warc.gz"
        self._path = self._folder / (name + _BEING_WRITTEN)
        self._count += 1
        with _alone(self._folder):
            self._file = self._path.open("xb", buffering=0)
            fcntl.flock(self._file, fcntl.LOCK_EX)
        self._append(packed_info(name, self._info))

    def _append(self, records: bytes) -> None:
        file = self._file
        if file is None:
            return
        end = file.tell()
        try:
            _write(file, records)
        except OSError:
            file.truncate(end)
            file.seek(end)
            raise


def sound_length(file: BinaryIO) -> int:
    """Return where the last whole record ends in a WARC whose records are packed one by one."""
    member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    place = end = 0
    while chunk := file.read(_CHUNK):
        place += len(chunk)
        while chunk:
            try:
                member.decompress(chunk)
            except zlib.error:
                return end
            chunk = member.unused_data
            if member.eof:
                end = place - len(chunk)
                member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    return end


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other runs from beginning, naming and taking over files in *folder* meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _take_over(path: Path) -> None:
    """Cut and name what another run left behind, unless that run is still writing to it."""
    with path.open("r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        file.truncate(sound_length(file))
        _name(path)


def _name(path: Path) -> None:
    """Take the mark of what is being written off a file, or the file away if it is empty."""
    if path.stat().st_size:
        path.rename(path.with_suffix(""))
    else:
        path.unlink()


def _write(file: BinaryIO, data: bytes) -> None:
    if file.write(data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())
