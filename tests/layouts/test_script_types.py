"""Script data of any type anywhere: what is strange costs its own field, and never the record by an error."""

from __future__ import annotations

import json
import re

import pytest

from filmspider.items import Rejection
from filmspider.pages import Page
from filmspider.parsing import parse_page

_DATA = re.compile(rb'(?<=<script id="__NEXT_DATA__" type="application/json">).*?(?=</script>)', re.DOTALL)
_STRANGE = (-1, {}, [["x"]])
_ANY = "*"


def _paths(data, path=()):
    """Yield the path of every value, those of all entries of a list as one."""
    entries = data.items() if isinstance(data, dict) else ((_ANY, entry) for entry in data)
    for key, value in entries:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _paths(value, (*path, key))


def _replaced(data, path, strange):
    """Return *data* with *strange* at *path*."""
    if not path:
        return strange
    key, *rest = path
    if isinstance(data, list):
        return [_replaced(entry, rest, strange) for entry in data]
    return data | {key: _replaced(data[key], rest, strange)} if isinstance(data, dict) and key in data else data


@pytest.mark.parametrize("layout", ["title2021", "reference2025"])
def test_no_value_of_another_type_is_an_error(fixtures, layout):
    for page in sorted(fixtures.glob(f"{layout}/*/page.html")):
        body = page.read_bytes()
        script = _DATA.search(body)
        data = json.loads(script[0])
        for path in dict.fromkeys(_paths(data["props"]["pageProps"])):
            for strange in _STRANGE:
                changed = json.dumps(_replaced(data, ("props", "pageProps", *path), strange)).encode()
                item = parse_page(Page(body=body[: script.start()] + changed + body[script.end() :]))
                assert not isinstance(item, Rejection) or item.reason != "error", (page.parent.name, path, strange)
