"""``filmspider schema``."""

import json
from pathlib import Path
from typing import Annotated

import typer

from filmspider.exceptions import OutputError
from filmspider.schema import title_schema


def schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
) -> None:
    """Print the JSON Schema of a record."""
    text = json.dumps(title_schema(), indent=2, ensure_ascii=False) + "\n"
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}") from error
