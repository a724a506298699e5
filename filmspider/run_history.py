"""``runs.jsonl``: the manifests of the runs into a folder, the latest last, to see drift and trends by."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from filmspider.drift import Finding  # noqa: TC001 - decoded
from filmspider.exceptions import NoRunError
from filmspider.publishing import publish
from filmspider.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

KEPT = 100
"""Runs that are remembered."""
COMPARED = 5
"""Runs that one is compared with: the more pages, the smaller the fall that is noticed."""
LAST = "last"
"""Names the last run into the same folder."""

_NOT_KEPT = {"sources", "settings", "match", "balanced"}


class Run(msgspec.Struct):
    """What is read of a manifest, be it ``run.json`` or a line of ``runs.jsonl``."""

    verdict: str
    started_at: str
    seconds: float
    pages: int
    records: int
    rejected: dict[str, int]
    coverage: dict[str, dict[str, int]]
    layouts: dict[str, int]
    versions: dict[str, Any]
    read: Tally = msgspec.field(default_factory=Tally)
    """Empty in manifests of versions that did not count pages."""
    drift: list[Finding] = []
    compared_with: list[str] = []
    """When the runs were started that it was held against."""

    @property
    def is_sound(self) -> bool:
        """Whether later runs may be held against it: it read pages and they had not drifted."""
        return bool(self.read.layouts) and not self.drift


_decode = msgspec.json.Decoder(Run).decode


def read_runs(path: Path) -> list[Run]:
    """Return the runs that *path*, a folder or a manifest, tells of, the latest last; none where there is no folder.

    Raises :class:`NoRunError` for what is not a manifest.
    """
    try:
        return [_decode(line) for line in read_lines(path)]
    except (OSError, msgspec.DecodeError) as error:
        raise NoRunError(f"{path} does not tell of a run: {error}") from None


def read_lines(path: Path) -> list[bytes]:
    """Return the manifests that *path* tells of, undecoded, a line each."""
    history, manifest = (path / "runs.jsonl", path / "run.json") if path.is_dir() else (None, path)
    if history and history.exists():
        return history.read_bytes().splitlines()
    return [msgspec.json.format(manifest.read_bytes(), indent=-1)] if manifest.exists() else []


def baseline(path: Path) -> list[Run]:
    """Return the runs to compare with: the one of the manifest *path*, or the last sound ones into the folder *path*.

    A run that was not compared with any begins anew: those before it are left alone.
    """
    runs = read_runs(path)
    return last_sound(runs) if path.is_dir() else runs


def last_sound(runs: Sequence[Run]) -> list[Run]:
    """Return the last sound ones of *runs*, the latest first, back to the one that was not compared with any."""
    found: list[Run] = []
    for run in filter(attrgetter("is_sound"), reversed(runs)):
        found.append(run)
        if len(found) == COMPARED or not run.compared_with:
            break
    return found


def remember(folder: Path, earlier: Iterable[bytes], manifest: dict[str, Any]) -> None:
    """Write ``runs.jsonl`` into *folder*: the *earlier* manifests and this one.

    What the pages held, most of a manifest, is kept of those that a later run may be held against; a line that cannot
    be read stays as it is.
    """
    lines = [*earlier, msgspec.json.encode(_without(manifest, _NOT_KEPT))][-KEPT:]
    runs = list(map(_told, lines))
    compared = set(map(id, last_sound([run for run in runs if run])))
    publish(
        folder / "runs.jsonl",
        (
            line if run is None or id(run) in compared else _without_read(line)
            for line, run in zip(lines, runs, strict=True)
        ),
    )


def _told(line: bytes) -> Run | None:
    """Return the run that a line tells of; ``None`` for a damaged one, or one of a version that wrote others."""
    try:
        return _decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _without_read(line: bytes) -> bytes:
    return msgspec.json.encode(_without(msgspec.json.decode(line), {"read"}))


def _without(manifest: dict[str, Any], keys: Collection[str]) -> dict[str, Any]:
    return {key: value for key, value in manifest.items() if key not in keys}
