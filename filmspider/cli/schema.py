"""``filmspider schema``."""

import json
from pathlib import Path
from typing import Annotated

import typer

from filmspider.dictionary import dictionary_page
from filmspider.exceptions import OutputError
from filmspider.schema import title_schema


def schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    docs: Annotated[bool, typer.Option("--docs", help="Print the data dictionary, as docs/dictionary.md.")] = False,
) -> None:
    """Print the JSON Schema of a record."""
    text = dictionary_page() if docs else json.dumps(title_schema(), indent=2, ensure_ascii=False) + "\n"
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}") from error
