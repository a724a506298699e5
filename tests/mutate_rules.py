"""Breaks every rule in turn and names the ones that nobody notices: ``python tests/mutate_rules.py [LAYOUT…]``."""

from __future__ import annotations

import sys
from collections import Counter

from mutants import mutants, noticed_by

from filmspider.layouts import LAYOUTS


def main(names: list[str]) -> int:
    unnoticed = 0
    for layout in LAYOUTS:
        if names and layout.name not in names:
            continue
        tried: Counter[str] = Counter()
        for mutant in mutants(layout):
            by = noticed_by(mutant)
            tried.update((mutant.what.split()[0], f"noticed by the {by}" if by else "unnoticed"))
            if by is None:
                unnoticed += 1
                print(f"unnoticed: {mutant}")
        print(f"{layout.name}: {', '.join(f'{count} {what}' for what, count in tried.items())}")
    print(f"{unnoticed} unnoticed")
    return int(unnoticed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
