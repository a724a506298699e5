"""The reference pages that are made from the code: ``make docs`` writes them, a test compares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generate.commands import commands_page
from generate.exit_codes import exit_codes_page
from generate.fields import fields_page
from generate.run_json import run_json_page
from generate.settings import settings_page

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "settings.md": settings_page,
    "run-json.md": run_json_page,
    "exit-codes.md": exit_codes_page,
    "fields.md": fields_page,
}
