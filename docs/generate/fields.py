"""The page ``fields.md``: how each field is read and decided, made from the loader."""

from __future__ import annotations

from filmspider.loaders import FIELDS
from generate.markdown import code, made_from, plain, table

_INTRODUCTION = f"""\
# How each field is read

{made_from("`filmspider/loaders.py`")} [How a value is decided](values.md) says what it means; on which
places of which layout a field is looked for, [layouts](layouts.md).

The processor turns one raw string into a value, or says that it does not understand it. The merging function makes one
value of what several places say, most trusted first. `runtime_minutes` follows from `runtimes`.
"""


def fields_page() -> str:
    """Return the page in Markdown."""
    mergers = {field.merge.__name__: field.merge for field in FIELDS.values()}
    meanings = table(["merging", "gives"], ([code(name), plain(merge.__doc__)] for name, merge in mergers.items()))
    rows = (
        [code(name), code(_name(field.read.processor)), code(field.merge.__name__)] for name, field in FIELDS.items()
    )
    fields = table(["field", "processor", "merging"], rows)
    return f"{_INTRODUCTION}\n## Merging\n\n{meanings}\n\n## Fields\n\n{fields}\n"


def _name(function: object) -> str:
    module = str(getattr(function, "__module__", "")).rpartition(".")[2]
    return f"{module}.{getattr(function, '__name__', '')}"
