"""Reference pages of a WARC through the HTML parser of cinemagoer (2023.5.1 was the last with one), in a plain loop.

    python cinemagoer.py pages.warc.gz records.jsonl

What is written is the names of the fields that were found: their values are objects of its own.
"""

from __future__ import annotations

import json
import sys

from fastwarc import ArchiveIterator, WarcRecordType
from imdb.parser.http.movieParser import DOMHTMLMovieParser


def main(archive: str, output: str) -> None:
    """Write a line for each page of *archive*."""
    parser = DOMHTMLMovieParser()
    with open(archive, "rb") as stream, open(output, "w", encoding="utf-8") as lines:  # noqa: PTH123 - as in a script
        for each in ArchiveIterator(stream, record_types=WarcRecordType.response):
            found = parser.parse(each.reader.read().decode("utf-8", "replace"))["data"]
            lines.write(json.dumps(dict.fromkeys(found, True)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
