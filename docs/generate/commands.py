"""The page ``commands.md``, made from the command line itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import typer

from filmspider.cli import app
from generate.markdown import code, made_from, table

if TYPE_CHECKING:
    from collections.abc import Iterator

_INTRODUCTION = f"""\
# Commands

{made_from("the command line")} `filmspider COMMAND --help` says the same.

A command prints what it found on standard output, and what went wrong, in one line, on standard error.
"""


def commands_page() -> str:
    """Return the page in Markdown."""
    group: Any = typer.main.get_command(app)
    return "\n".join([_INTRODUCTION, *(_command(name, command) for name, command in group.commands.items())])


def _command(name: str, command: Any) -> str:
    arguments, options = (
        [each for each in command.params if each.param_type_name == kind] for kind in ("argument", "option")
    )
    usage = " ".join(["filmspider", name, *(["[OPTIONS]"] if options else []), *map(_metavar, arguments)])
    parts = [f"## {name}\n", f"    {usage}\n", f"{command.help}\n"]
    if command.params:
        parts.append(table(["argument", "meaning", "default"], map(_row, [*arguments, *options])) + "\n")
    if command.epilog:
        parts.append(f"{command.epilog}\n")
    return "\n".join(parts)


def _row(parameter: Any) -> Iterator[str]:
    if parameter.param_type_name == "argument":
        yield code(_metavar(parameter))
    else:
        yield " ".join(filter(None, [", ".join(map(code, parameter.opts)), code(_value(parameter)).replace("–", "")]))
    yield parameter.help or ""
    yield _default(parameter)


def _metavar(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _value(option: Any) -> str:
    """Return what is to be given behind an option; nothing for a flag."""
    if option.is_flag or option.count:
        return ""
    choices = _choices(option.type_descriptor.annotation)
    return option.metavar or "|".join(choices) or "N"


def _choices(annotation: Any) -> tuple[str, ...]:
    """Return the words that a ``Literal`` leaves to choose from, also where it may be left out."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next(filter(None, map(_choices, get_args(annotation))), ())


def _default(parameter: Any) -> str:
    if isinstance(parameter.show_default, str):
        return parameter.show_default
    shown = parameter.default not in (None, False, "") and parameter.show_default and not callable(parameter.default)
    return code(str(parameter.default)) if shown else ""
