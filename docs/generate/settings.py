"""The page ``settings.md``, made from the project's settings and the comments there."""

from __future__ import annotations

import ast
import re
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scrapy.settings import default_settings

from filmspider import settings
from generate.markdown import code, made_from, table

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"  # (?:default )?(?P<default>.*?)(?:: (?P<why>.*))?$")
_OURS = "not a setting of Scrapy's"
_ABOVE = re.compile(r"# (.*)")
_PATH = re.compile(r"(?<=\")(?:\w+\.)+")
_INTRODUCTION = f"""\
# Settings

{made_from("`filmspider/settings.py`")}

These differ from Scrapy's defaults, or are our own. Every other setting of Scrapy has
[its default](https://docs.scrapy.org/en/latest/topics/settings.html). `-s NAME=VALUE` sets one for a run, of
`filmspider crawl` as of `scrapy crawl titles`; which were given so stands in `run.json`, without secrets.
"""
_LONG = """\
## Longer values

As they stand in the file, with what is said there of their parts.

```python
{}
```
"""
_LONGEST = 18


class Setting(NamedTuple):
    """A setting as it stands in the file."""

    name: str
    value: str
    """Its value as it is written, or what a name there stands for."""
    default: str
    """Scrapy's default, in words or as it is written."""
    why: str
    """Why it differs."""


def settings_page() -> str:
    """Return the page in Markdown."""
    found = list(read_settings())
    rows = ([code(each.name), _short(each), _in_scrapy(each), each.why] for each in found)
    longer = "\n".join(f"{each.name} = {each.value}" for each in found if _is_long(each))
    summary = table(["setting", "value", "in Scrapy", "why"], rows)
    return "\n\n".join([_INTRODUCTION.rstrip(), summary, _LONG.format(longer)])


def read_settings() -> Iterator[Setting]:
    """Yield the settings in the order of the file."""
    source = Path(settings.__file__).read_text(encoding="utf-8")
    lines = source.splitlines()
    default = ""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            said = _COMMENT.search(lines[node.lineno - 1])
            default = (default if said["default"] == "likewise" else said["default"]) if said else ""
            why = (said["why"] if said else None) or _about(lines[: node.lineno - 1])
            yield Setting(ast.unparse(target), _value(node.value, source), default, why)


def _about(above: list[str]) -> str:
    """Return the comment that stands over the lines *above*, back to the next empty one."""
    block = takewhile(bool, reversed(above))
    return next((found[1] for line in block if (found := _ABOVE.match(line))), "")


def _short(setting: Setting) -> str:
    return "[below](#longer-values)" if _is_long(setting) else code(setting.value)


def _is_long(setting: Setting) -> bool:
    return len(setting.value) > _LONGEST


def _value(node: ast.expr, source: str) -> str:
    if isinstance(node, ast.Name):
        return repr(getattr(settings, node.id))
    return ast.get_source_segment(source, node) or ""


def _in_scrapy(setting: Setting) -> str:
    if setting.default.startswith(_OURS):
        return "our own"
    if setting.default:
        return _PATH.sub("…", setting.default)
    return code(repr(getattr(default_settings, setting.name, None)))
