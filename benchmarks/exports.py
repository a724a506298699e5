"""What exports cost, in time and memory, and whether memory stays the same when a dataset is ten times as large.

    python benchmarks/exports.py [--formats parquet,sqlite] [--records 10000,100000]

The records are synthetic: those of the pages in fixtures/, each many times with ids of its own and a longer cast.
Each export is a process of its own, whose highest resident set is told by the system.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filmspider.exports import FORMATS
from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
_CAST = 20
_PEOPLE = 1_000_000
_MIB = 1024
_EXPORT = (
    "import sys; from pathlib import Path; from filmspider.datasets import Dataset; from filmspider.exports import *; "
    "export(Dataset(Path(sys.argv[1])), sys.argv[2], Path(sys.argv[3]))"
)


def main() -> None:
    """Print a line for each format and size, and the ratio of the memory of each size to that of the first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--formats", default=",".join(FORMATS), help="names, parted by commas")
    parser.add_argument("--records", default="10000,100000", help="sizes, parted by commas")
    arguments = parser.parse_args()
    print(f"{'format':12} {'records':>9} {'seconds':>8} {'peak MiB':>9} {'ratio':>6} {'size MiB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        sizes = [int(size) for size in arguments.records.split(",")]
        datasets = {size: _write(size, Path(folder) / f"{size}.jsonl") for size in sizes}
        for name in arguments.formats.split(","):
            first = 0.0
            for size, path in datasets.items():
                seconds, peak, written = _measure(path, name, Path(folder) / f"{size}.{name}")
                first = first or peak
                print(f"{name:12} {size:9} {seconds:8.1f} {peak:9.0f} {peak / first:6.2f} {written:9.1f}", flush=True)


def _write(size: int, path: Path) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number, record in enumerate(islice(cycle(_records()), size), 1):
            file.write(json.dumps(_made(record, number), ensure_ascii=False) + "\n")
    return path


def _records() -> list[dict[str, Any]]:
    pages = (Page.unpack(path.read_bytes(), uri=path.name) for path in sorted(_FIXTURES.glob("*/*/page.html")))
    return [item.model_dump(mode="json") for item in map(parse_page, pages) if isinstance(item, Title)]


def _made(record: dict[str, Any], number: int) -> dict[str, Any]:
    """Return another title like *record*."""
    return record | {"imdb_id": f"tt{number:08}", "cast": list(islice(_cast(record["cast"], number), _CAST))}


def _cast(members: list[dict[str, Any]], number: int) -> Iterator[dict[str, Any]]:
    for place, member in enumerate(cycle(members)):
        person = (number * 7919 + place * 104729) % _PEOPLE
        yield member | {"imdb_id": f"nm{person:07}", "name": f"{member['name']} {person}"}


def _measure(dataset: Path, name: str, path: Path) -> tuple[float, float, float]:
    """Return the CPU seconds, the peak in MiB and the size in MiB of an export."""
    process = subprocess.Popen([sys.executable, "-c", _EXPORT, str(dataset), name, str(path)])  # noqa: S603 - our own
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{name} failed")
    files = [path] if path.is_file() else list(path.rglob("*"))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MIB, sum(each.stat().st_size for each in files) / 2**20


if __name__ == "__main__":
    main()
