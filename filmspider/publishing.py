"""Files that a reader finds whole: the old one or the new one, never half of either."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def publish(path: Path, lines: Iterable[bytes]) -> int:
    """Write *lines* to *path*: first beside it, then safely to disk, then under its name in one step.

    Returns the number of lines. Where that fails, be it in making the lines, nothing is left behind.
    """
    draft = path.with_name(f".{path.name}.tmp")
    try:
        count = _write(draft, lines)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return count


def _write(path: Path, lines: Iterable[bytes]) -> int:
    count = 0
    with path.open("wb") as file:
        for line in lines:
            file.write(line)
            file.write(b"\n")
            count += 1
        file.flush()
        os.fsync(file.fileno())
    return count


def _sync_folder(folder: Path) -> None:
    """Without this a power cut could undo the renaming."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
