"""What a run did, as a table and a sentence."""

from typing import TYPE_CHECKING

from rich.table import Column, Table

from filmspider.verdict import HINTS, RunResult

if TYPE_CHECKING:
    from rich.console import Console


def show(result: RunResult, console: "Console") -> None:
    """Print what a run did."""
    console.print(_table(result))
    console.print(f"{_pages(result)}; {HINTS[result.verdict]}", highlight=False, soft_wrap=True)
    if result.changes is not None:
        console.print(f"{result.changes} since the dataset before", highlight=False, soft_wrap=True)
    for finding in result.drift:
        console.print(f"drift: {finding}", highlight=False, soft_wrap=True, markup=False)
    if result.told:
        for path in (result.titles_path, result.rejected_path, result.run_path):
            console.print(str(path), highlight=False, soft_wrap=True, markup=False)


def _table(result: RunResult) -> Table:
    table = Table("pages that gave", "", Column("count", justify="right"))
    for what, counts in (("a record", result.layouts), ("a rejection", result.rejected)):
        for name, count in (counts or {"": 0}).items():
            table.add_row(what, name, str(count))
        table.add_section()
    table.add_row("a duplicate", "", str(result.duplicates))
    if result.passed_over:
        table.add_row("nothing: passed over", "", str(result.passed_over))
    return table


def _pages(result: RunResult) -> str:
    done = result.pages - result.resumed
    speed = done / result.seconds if result.seconds else 0
    earlier = f", {result.resumed} of them by an earlier run" if result.resumed else ""
    return f"{result.pages} pages{earlier}, {speed:.0f} a second"
