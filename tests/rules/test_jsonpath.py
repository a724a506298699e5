from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.rules.jsonpath import Path

DATA = {
    "title": {"text": "Harbour Lights", "year": None},
    "credits": [
        {"category": {"id": "director"}, "names": [{"id": "nm1"}]},
        {"category": {"id": "writer"}, "names": [{"id": "nm2"}, {"id": None}, {}]},
        {"category": None, "names": None},
    ],
    "change": {"direction": "UP", "difference": 0},
    "nested": [[{"id": 1}], [{"id": 2}, {"id": 3}]],
    "word": "text",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("title.text", "Harbour Lights"),
        ("title.year", None),
        ("title.year.month", None),
        ("word.length", None),
        ("absent", None),
        ("credits.names.id", ["nm1", "nm2"]),
        ("credits.absent", []),
        ("credits.0.names.0.id", "nm1"),
        ("credits.7.names", None),
        ("title.0", None),
        ("credits[category.id=writer].names.id", ["nm2"]),
        ("credits[category.id=writer|director].names.id", ["nm1", "nm2"]),
        ("credits[category.id=producer].names.id", []),
        ("change[direction=UP].difference", 0),
        ("change[direction=DOWN].difference", None),
        ("nested.id", [1, 2, 3]),
    ],
)
def test_path(path, found):
    assert Path(path)(DATA) == found


@given(JSON, st.sampled_from(["a.b.c", "a.0.b", "a[b=x].c", "a.b[c.a=1|2]", "0"]))
def test_no_data_is_too_strange(data, path):
    Path(path)(data)


def test_repr_is_the_path():
    assert repr(Path("cast.edges.node")) == "'cast.edges.node'"
