"""The page ``exit-codes.md``, made from the verdicts and the exceptions."""

from __future__ import annotations

from filmspider import exceptions
from filmspider.verdict import EXIT_CODES, HINTS
from generate.markdown import code, made_from, plain, table

_SETUP = 1
_INTRODUCTION = f"""\
# Exit codes

{made_from("`filmspider/verdict.py` and `filmspider/exceptions.py`")}

## Of a run

`filmspider crawl` and `scrapy crawl titles` end with these. The verdict stands in `run.json`. Of several that hold the
worst counts, in this order: `interrupted`, `blocked`, `errors`, `nothing_written`, `drift`.
"""
_OTHERS = """\
## Before a run

Whatever keeps a command from starting is one line on standard error, and exit code 1: nothing was read, and nothing
that was there has been touched.
"""
_END = """\
What other commands mean by theirs stands with [each of them](commands.md).
"""


def exit_codes_page() -> str:
    """Return the page in Markdown."""
    verdicts = [[str(number), code(verdict), HINTS[verdict]] for verdict, number in EXIT_CODES.items()]
    verdicts.append([str(_SETUP), "", "the run could not start"])
    verdicts.sort(key=lambda row: int(row[0]))
    kinds = [kind for kind in vars(exceptions).values() if isinstance(kind, type)]
    setup = [kind for kind in kinds if issubclass(kind, exceptions.SetupError) and kind is not exceptions.SetupError]
    errors = table(["error", "when"], ([code(kind.__name__), plain(kind.__doc__)] for kind in setup))
    return "\n".join([_INTRODUCTION, table(["code", "verdict", "meaning"], verdicts), "", _OTHERS, errors, "", _END])
