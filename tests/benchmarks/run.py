# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``start.py bench``: measures ours against the bare limits of the design and writes a table.

Nothing about time is asserted: a row over its target is marked, and that is all. That ours and
bare yield the same is asserted, in the same run.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

from tests.benchmarks.desk import Extent
from tests.benchmarks.measure import Row, growth, machine, table

GROUPS: Mapping[str, str] = {
    "records": "lists, search, a customer's page, Today, a promise saved, against raw SQL",
    "complaints": "one written down, a file with 300 entries, lists and words, against raw SQL",
    "figures": "How we do over five years, counted and as a PDF, against raw SQL and ReportLab",
    "search_all": "a letter typed into the one box over five years of records, against raw FTS",
    "timelines": "the page of one customer with fifty entries and with 5,000, against raw SQL",
    "bringing": "customers brought in from a CSV file, against executemany of the same rows",
    "exporting": "customers taken out as CSV, against fetchall and csv.writer of the same bytes",
    "pixels": "the list and the search box until they are painted, against a bare model",
    "papers": "the poster and a letter, against bare ReportLab of the same pages",
    "letters": "many letters in one PDF, against bare Platypus of the same pages",
    "saving": "saving one change with its history, against raw SQL",
    "backups": "a proven backup, and one put back, against the backup API of SQLite alone",
    "erasing": "one customer forgotten and the file written anew, against raw SQL and VACUUM",
    "recovery": "the newest good backup of a damaged file, against reading that one alone",
    "opening": "opening an up-to-date file, against the bare driver",
    "encrypted": "a file with a password: unlocking it, and reads against the same file without",
    "stalls": "the longest stall of the event loop while a backup runs, against 50 ms",
    "preview": "an answer in the wizard to the refreshed page beside it, against 150 ms",
    "charter": "the command charter as a whole process, against bare ReportLab",
    "launch": "--version, first painted window, first thing read, against bare Python and PySide6",
}
"""Module of this folder with ``rows(extent: Extent)`` -> what it measures."""

HOW = """\
Ours and bare took turns. Times and ratio are of the fastest run of each, which a busy machine
disturbs least; beside it stand the ratio of the medians, and of processor time. Where a time is
allowed, the time is a median.
"""

Rows = Callable[[Extent], Iterator[Row]]


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="start.py bench", description=__doc__)
    parser.add_argument(
        "--quick",
        dest="extent",
        action="store_const",
        const=Extent.QUICK,
        default=Extent.USUAL,
        help="fewer runs, 1,000 customers; half a minute",
    )
    parser.add_argument(
        "--big",
        dest="extent",
        action="store_const",
        const=Extent.BIG,
        help="100,000 customers too, in files and in a list that is brought in",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="also write the table there")
    parser.add_argument(
        "--only",
        action="append",
        choices=tuple(GROUPS),
        metavar="NAME",
        help="one group; may be given again: "
        + "; ".join(f"{name} ({what})" for name, what in GROUPS.items()),
    )
    return parser.parse_args(arguments)


def measure(names: Sequence[str], extent: Extent) -> list[Row]:
    """Measure the groups of these names; each row is named on standard error when it is done."""
    found: list[Row] = []
    for name in names:
        group = import_module(f"tests.benchmarks.{name}")
        for row in cast(Rows, group.rows)(extent):
            print(f"{row.name}: {row.ratio:.2f}x", file=sys.stderr)
            found.append(row)
    return found


def main(arguments: Sequence[str]) -> int:
    """Measure what the words ask for; the exit status is 0 whatever the figures are."""
    order = _read(arguments)
    rows = measure(order.only or tuple(GROUPS), order.extent)
    text = f"{HOW}\n{machine()}.\n\n{table(rows)}{growth(rows)}"
    print(text, end="")
    if order.out is not None:
        order.out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
