"""The heart: one page in, one record or one reason why not out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from filmspider import __version__, derived, kinds, layouts
from filmspider.items import Problem, Rejection, Source, Title
from filmspider.loaders import TitleLoader
from filmspider.processors.ids import title_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmspider.items import FieldState
    from filmspider.loaders import Stats
    from filmspider.pages import Page
    from filmspider.readings import Merged
    from filmspider.rules import Layout, Raw, View

_BLANK = {name: field.default for name, field in Title.model_fields.items() if not field.is_required()}
"""What the fields are that a page states nothing of; given, they cost less than filled in."""


def parse_page(page: Page, stats: Stats | None = None) -> Title | Rejection:
    """Read one captured page.

    The same bytes and version always give the same result: nothing but *page* is looked at. No exception leaves this
    function; one that a page provokes becomes a rejection with the reason ``error``. *stats* counts which rules gave a
    value.
    """
    return read_page(page, TitleLoader(stats=stats))


def read_page(page: Page, loader: TitleLoader) -> Title | Rejection:
    """Do what :func:`parse_page` does with a *loader* that is looked at afterwards.

    Its context then has the page's ``layout`` and ``view``, as far as it got.
    """
    try:
        return kinds.classify(page) or _parse(page, loader)
    except Exception as error:  # noqa: BLE001 - whatever a page provokes costs that page only
        return kinds.reject(page, "error", f"{type(error).__name__}: {error}")


def _parse(page: Page, loader: TitleLoader) -> Title | Rejection:
    layout = layouts.detect(page)
    if layout is None:
        return kinds.unknown(page)
    loader.context["layout"] = layout
    try:
        view = loader.context["view"] = layout.view(page)
        found_ids = _page_ids(layout, view)
    except etree.ParserError as error:
        return kinds.reject(page, "undecodable", str(error))
    if len({int(found[2:]) for found in found_ids}) > 1:
        return kinds.reject(page, "id_mismatch", " / ".join(dict.fromkeys(found_ids)))
    for rule, raw in layout.read(view, loader.settled, loader.filled):
        loader.add_rule(rule, raw)
    fields = loader.load_fields()
    if "title" not in fields or not fields["title"].value:
        return kinds.reject(page, "no_title")
    return _title(page, layout, next(iter(found_ids), None), fields)


def _page_ids(layout: Layout, view: View) -> list[str]:
    raws = [raw for place in layout.page_ids for raw in _strings(place(view))]
    found_ids = [found for raw in raws if (found := title_id(raw))]
    if layout.spare_id is None or any(_stands_twice(view.page.body, found) for found in found_ids):
        return found_ids
    known = [*found_ids, *_strings(layout.spare_id(view))]
    return known if len(set(known)) > 1 or len(known) > len(found_ids) else []


def _stands_twice(body: bytes, found_id: str) -> bool:
    """Whether a page's id stands on it once more, as on any that is sound; damage may have made another of it."""
    word = found_id.encode()
    return body.find(word, body.find(word) + 1) >= 0


def _strings(raw: Raw) -> list[str]:
    return [each for each in (raw if isinstance(raw, list) else [raw]) if isinstance(each, str)]


def _title(page: Page, layout: Layout, imdb_id: str | None, fields: dict[str, Merged]) -> Title:
    values = {name: each.value for name, each in fields.items() if each.value is not None} | {"imdb_id": imdb_id}
    return Title.model_validate(
        {
            **_BLANK,
            **values,
            **derived.fields(values),
            "source": _source(page, layout),
            "field_status": (_cut_off(layout, values) if page.cut_at else {}) | _field_status(layout, fields),
            "problems": [*_page_problems(page, imdb_id), *_field_problems(fields)],
        }
    )


def _source(page: Page, layout: Layout) -> Source:
    return Source(
        uri=page.uri,
        layout=layout.name,
        media=page.media,
        captured_at=page.captured_at,
        captured_from=page.captured_from,
        sha256=page.sha256,
        extractor=__version__,
    )


def _field_problems(fields: dict[str, Merged]) -> Iterator[Problem]:
    for name, each in fields.items():
        for code, detail in each.problems:
            yield Problem(code=code, field=name, detail=detail)


def _page_problems(page: Page, imdb_id: str | None) -> Iterator[Problem]:
    if page.cut_at is not None:
        yield Problem(code="truncated", detail=f"the page ends after {page.cut_at} bytes")
    requested = title_id(page.address or "")
    if requested and imdb_id and int(requested[2:]) != int(imdb_id[2:]):
        yield Problem(code="redirected", field="imdb_id", detail=f"{requested} was asked for")


def _cut_off(layout: Layout, values: dict[str, Any]) -> dict[str, FieldState]:
    """Return the fields of which nobody can say whether the whole page had them."""
    return {name: "truncated" for name in sorted(layout.fields) if values.get(name) in (None, [])}


def _field_status(layout: Layout, fields: dict[str, Merged]) -> dict[str, FieldState]:
    status: dict[str, FieldState] = dict.fromkeys(layout.missing_fields, "not_on_layout")
    status.update({name: each.status for name, each in fields.items() if each.status})
    return status
