"""Croissant: a file that tells machine-learning tools where ``titles.jsonl`` is and what its fields mean."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from filmspider.fields import Field, record_fields
from filmspider.items import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from filmspider.datasets import Dataset

_FILE = "titles.jsonl"
_RECORDS = "titles"
_TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}
_UNTOLD = "map"
"""Croissant has no word for an object whose keys are not known beforehand, nor for objects listed within one."""
_WORDS = (
    "citeAs column conformsTo equivalentProperty extract field fileProperty fileObject fileSet format includes "
    "isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate "
    "separator source subField transform"
)
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    **{word: f"cr:{word}" for word in _WORDS.split()},
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
}


def write(dataset: Dataset, path: Path) -> None:
    """Write the description of *dataset*, in which its address is relative to the folder of *path*."""
    dataset.check()
    address = os.path.relpath(dataset.titles_path, path.parent)
    text = json.dumps(describe_file(address, dataset.sha256(), dataset.manifest), indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def describe_file(address: str, sha256: str, manifest: dict[str, Any]) -> dict[str, Any]:
    """Return what the file says of records at *address*, written by the run that *manifest* tells of."""
    published = {"datePublished": manifest["finished_at"]} if "finished_at" in manifest else {}
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "filmspider-titles",
        "description": f"Records of saved title pages, schema version {SCHEMA_VERSION}.",
        "version": SCHEMA_VERSION,
        **published,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": _FILE,
                "name": _FILE,
                "contentUrl": address,
                "encodingFormat": "application/jsonlines",
                "sha256": sha256,
            }
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": _RECORDS,
                "name": _RECORDS,
                "description": "One record a line.",
                "field": [_field((field,), _RECORDS) for field in record_fields() if field.kind != _UNTOLD],
            }
        ],
    }


def _field(way: tuple[Field, ...], above: str) -> dict[str, Any]:
    """Return the last field of *way*; its values are found in a column of the file and, in there, by a path."""
    field = way[-1]
    identity = f"{above}/{field.name}"
    described: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": identity,
        "name": identity,
        "description": field.meaning,
        "repeated": field.many,
    }
    if field.parts:
        parts = [part for part in field.parts if not (part.many and part.parts)]
        return described | {"subField": [_field((*way, part), identity) for part in parts]}
    source: dict[str, Any] = {"fileObject": {"@id": _FILE}, "extract": {"column": way[0].name}}
    if len(way) > 1:
        source["transform"] = {"jsonPath": ".".join(part.name for part in way[1:])}
    return described | {"dataType": _TYPES[field.kind], "source": source}
