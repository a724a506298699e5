"""``docs/dictionary.md`` says what the models say."""

from __future__ import annotations

from typer.testing import CliRunner

from filmspider.cli import app
from filmspider.dictionary import dictionary_page
from filmspider.exports.tables import tables
from filmspider.fields import leaves, record_fields


def test_committed_page_is_up_to_date(fixtures):
    committed = (fixtures.parent / "docs" / "dictionary.md").read_text(encoding="utf-8")
    assert committed == dictionary_page(), "docs/dictionary.md is out of date: run make docs"


def test_every_field_part_and_table_is_on_it():
    page = dictionary_page()
    for field in record_fields():
        assert f"| `{field.name}` |" in page
    for way in leaves():
        name = ".".join(field.name for field in way[1:] or way)
        assert f"| `{name}` |" in page
        assert way[-1].meaning.replace("|", r"\|") in page
    for table in tables():
        assert f"| `{table.name}` |" in page


def test_the_command_prints_it():
    assert CliRunner().invoke(app, ["schema", "--docs"]).stdout == dictionary_page()
