"""Pieces of Markdown."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

_MADE = "Made from {source} by `make docs`: do not edit."


def made_from(source: str) -> str:
    """Return the sentence that says where a page comes from."""
    return _MADE.format(source=source)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    r"""Return a table.

    >>> print(table(["a", "b"], [["1", "x | y"]]))
    | a | b |
    |---|---|
    | 1 | x \| y |
    """
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in (header, *rows)]
    rule = "---|" * (len(re.findall(r"(?<!\\)\|", lines[0])) + 1)
    return "\n".join([f"| {lines[0]} |", f"|{rule}", *(f"| {line} |" for line in lines[1:])])


def code(text: str) -> str:
    """Return *text* as code.

    >>> print(code("a"), code("`b`"), code(""))
    `a` `` `b` `` –
    """
    if not text:
        return "–"
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def plain(text: str | None) -> str:
    r"""Return a docstring's first paragraph as Markdown in one line.

    >>> plain("The ``page``,\n    see :class:`~filmspider.pages.Page`.\n\n    More.")
    'The `page`, see `Page`.'
    """
    paragraph = " ".join((text or "").strip().partition("\n\n")[0].split())
    return re.sub(r":\w+:`~?(?:\w+\.)*(\w+)`|``(.+?)``", lambda found: f"`{found[1] or found[2]}`", paragraph)


def attribute_docs(module: ModuleType, name: str) -> dict[str, str]:
    """Return what stands under each attribute of the class *name*, and in its properties."""
    tree = ast.parse(_source(module))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    docs = {node.name: plain(ast.get_docstring(node)) for node in body if isinstance(node, ast.FunctionDef)}
    for node, following in pairwise(body):
        match node, following:
            case ast.AnnAssign(target=ast.Name(id=attribute)), ast.Expr(value=ast.Constant(value=str(text))):
                docs[attribute] = plain(text)
    return docs


def _source(module: ModuleType) -> str:
    with open(str(module.__file__), encoding="utf-8") as file:  # noqa: PTH123 - a path as text
        return file.read()
